using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// The connections of a body as it is called: what a private method's parameters choose, only its callers say. Where other code may call
/// it, or a caller does not say, they are those of any call.
/// </summary>
internal static class CalledConnections
{
    /// <summary>Calls with other constants.</summary>
    private const int MaxContexts = 8;

    public static IReadOnlyList<SmtpConnection> FindIn(SyntaxNode body, SmtpProgram program, CancellationToken cancellationToken)
    {
        var any = program.Facts(body, cancellationToken).Connections;
        if (any.Count == 0 || Contexts(body, program, cancellationToken) is not { } contexts)
            return any;

        return contexts.SelectMany(context => program.Facts(context, cancellationToken).Connections)
            .GroupBy(connection => connection.Site)
            .Select(seen => seen.First().With(seen.SelectMany(connection => connection.Paths).Distinct()))
            .ToList();
    }

    private static List<BodyContext>? Contexts(SyntaxNode body, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (CodeBody.Owner(body, program.Model(body.SyntaxTree))
                is not IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false } method
            || !CodeBody.IsOwn(method) || !Chooses(body, method, program))
        {
            return null;
        }

        var contexts = new List<BodyContext>();
        foreach (var caller in program.References.To(method, cancellationToken))
        {
            var facts = program.Facts(caller, cancellationToken);
            var calls = facts.CallsOf(method).ToList();
            if (calls.Count == 0 || facts.Delegates.Keys.Any(name => IsNamed(method, name)))
                return null;

            foreach (var call in calls)
            {
                if (BodyContext.ForCallWithTexts(body, call.Arguments) is not { } context || contexts.Count > MaxContexts)
                    return null;
                if (!contexts.Contains(context))
                    contexts.Add(context);
            }
        }

        return contexts.Count == 0 ? null : contexts;
    }

    private static bool Chooses(SyntaxNode body, IMethodSymbol method, SmtpProgram program)
    {
        program.Footprints.AskChoices(body, BodyContext.MaxLength);
        return method.Parameters.Any(parameter => BodyContext.Chooses(body, parameter.Name));
    }

    /// <summary>Whether the delegate may be one of the method: other code calls it then, with what it likes.</summary>
    public static bool IsNamed(IMethodSymbol method, SyntaxNode name) =>
        name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(one => one.Identifier.ValueText == method.Name);
}
