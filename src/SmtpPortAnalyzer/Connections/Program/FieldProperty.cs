using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Kept;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>Properties of which one accessor is written by hand around <c>field</c>, and the other one may be the compiler's.</summary>
internal static class FieldProperty
{
    /// <summary>The accessor's code, if it has any and that names <c>field</c>.</summary>
    public static SyntaxNode? BodyOf(IMethodSymbol? accessor, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (accessor is not { IsAbstract: false } || program.BodyOf(accessor, cancellationToken) is not { } body)
            return null;

        program.Footprints.ReadTraits(body);
        return BodyTraits.In(body).NamesField ? body : null;
    }

    /// <summary>Whether the property has the setter's <c>field</c> behind it, and a getter that gives just that.</summary>
    public static bool IsKeptBy(IMethodSymbol setter, SmtpProgram program, CancellationToken cancellationToken) =>
        setter.AssociatedSymbol is IPropertySymbol { GetMethod: { IsAbstract: false } getter }
        && program.BodyOf(getter, cancellationToken) is null && BodyOf(setter, program, cancellationToken) is not null;
}
