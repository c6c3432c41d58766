using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>Properties of which one accessor is written by hand around <c>field</c>, and the other one may be the compiler's.</summary>
internal static class FieldProperty
{
    private static readonly ConditionalWeakTable<SyntaxNode, object> s_uses = new();

    /// <summary>The accessor's code, if it has any and that names <c>field</c>.</summary>
    public static SyntaxNode? BodyOf(IMethodSymbol? accessor, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (accessor is not { IsAbstract: false } || program.BodyOf(accessor, cancellationToken) is not { } body)
            return null;

        // Whether it names the field is in its code, and not in what it tells.
        program.Footprints.Follow(body, isInContext: true);
        return Uses(body) ? body : null;
    }

    /// <summary>Whether the property has the setter's <c>field</c> behind it, and a getter that gives just that.</summary>
    public static bool IsKeptBy(IMethodSymbol setter, SmtpProgram program, CancellationToken cancellationToken) =>
        setter.AssociatedSymbol is IPropertySymbol { GetMethod: { IsAbstract: false } getter }
        && program.BodyOf(getter, cancellationToken) is null && BodyOf(setter, program, cancellationToken) is not null;

    private static bool Uses(SyntaxNode body) =>
        (bool)s_uses.GetValue(body, static node => node.DescendantNodesAndSelf().Any(PresenceTest.IsField));
}
