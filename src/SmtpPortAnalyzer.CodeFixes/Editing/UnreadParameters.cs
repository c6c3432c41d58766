using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// Parameters of primary constructors that an edit takes the last use of away: callers go on handing them over, and the compiler warns of
/// them.
/// </summary>
internal static class UnreadParameters
{
    /// <summary>Whether the edits leave one that nothing reads.</summary>
    public static bool AreLeft(FixTarget before, IReadOnlyList<TextChange> changes)
    {
        var gone = changes.Select(change => change.Span).ToList();
        return gone.SelectMany(span => Leftovers.NamedIn(span, before)).Distinct(SymbolEqualityComparer.Default)
            .Any(symbol => IsLeft(symbol!, before, gone, changes));
    }

    private static bool IsLeft(ISymbol symbol, FixTarget before, List<TextSpan> gone, IReadOnlyList<TextChange> changes)
    {
        if (symbol is IParameterSymbol)
            return IsOfPrimaryConstructor(symbol, before) && !IsRead(symbol, before, gone, changes);

        // private readonly bool _ssl = ssl; goes with its last use.
        return symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(before.CancellationToken)
                is VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax value } field
            && field.SyntaxTree == before.File.Tree && before.File.SymbolOf(value) is IParameterSymbol parameter
            && IsOfPrimaryConstructor(parameter, before)
            && !IsRead(symbol, before, gone, changes) && !IsRead(parameter, before, gone.Append(field.Span).ToList(), changes);
    }

    // A record makes a property of it.
    private static bool IsOfPrimaryConstructor(ISymbol parameter, FixTarget before) => parameter.ContainingType is { IsRecord: false }
        && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(before.CancellationToken)
            is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax };

    private static bool IsRead(ISymbol symbol, FixTarget before, List<TextSpan> gone, IReadOnlyList<TextChange> changes) =>
        changes.Any(change => SyntaxFactory.ParseTokens(change.NewText!).Any(token => token.ValueText == symbol.Name))
        || before.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name)
            .Any(token => !gone.Any(span => span.Contains(token.Span)) && token.Parent is IdentifierNameSyntax name
                && SymbolEqualityComparer.Default.Equals(before.File.SymbolOf(name), symbol));
}
