using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// What a constructor does for those who call it: <c>new Relay(plain: false)</c> leaves no 25 in the object, whatever others would.
/// </summary>
internal sealed class ConstructorCalls(SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>Calls with other constants.</summary>
    private const int MaxContexts = 8;

    /// <summary>What the body does, in each way in which it is called; as for any call where others may call it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="made">The creations of the object that is asked for; null where it may be any.</param>
    public IEnumerable<BodyFacts> FactsOf(SyntaxNode body, HashSet<SyntaxNode>? made) =>
        Contexts(body, made)?.Select(context => program.Facts(context, cancellationToken))
        ?? new[] { program.Facts(body, cancellationToken) };

    private List<BodyContext>? Contexts(SyntaxNode body, HashSet<SyntaxNode>? made)
    {
        if (body is not ConstructorDeclarationSyntax { ParameterList.Parameters.Count: > 0 }
            || CodeBody.Owner(body, program.Model(body.SyntaxTree)) is not IMethodSymbol constructor
            || (made is null && !CodeBody.IsOwn(constructor)) || !program.Facts(body, cancellationToken).Depends)
        {
            return null;
        }

        program.Footprints.ReadTraits(body, BodyContext.MaxLength);
        var choosing = constructor.Parameters.Where(parameter => BodyContext.Chooses(body, parameter.Name)).ToList();
        if (choosing.Count == 0)
            return null;

        var contexts = new List<BodyContext>();
        foreach (var call in program.CallsOf(constructor, cancellationToken))
        {
            if (made is not null && call.Syntax is BaseObjectCreationExpressionSyntax && !made.Contains(call.Syntax))
                continue;
            if (BodyContext.ForCall(body, call.Arguments, 0) is not { } context || contexts.Count > MaxContexts)
                return null;
            if (!contexts.Contains(context))
                contexts.Add(context);
        }

        // A derived type without a constructor of its own leaves a parameter out, and writes no call.
        return contexts.Count == 0 || (made is null && choosing.Any(parameter => parameter.HasExplicitDefaultValue
            && !contexts.Any(context => IsHandedDefault(context, parameter)))) ? null : contexts;
    }

    private static bool IsHandedDefault(BodyContext context, IParameterSymbol parameter) =>
        context.Entry.Get(StorageLocation.ForSymbol(parameter))?.Single is { Kind: AbstractValueKind.Constant, Constant: var handed }
        && Equals(handed, parameter.ExplicitDefaultValue);
}
