using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>Where code reads or writes a setting: every name that means it.</summary>
internal sealed class PortUses
{
    private readonly List<(SimpleNameSyntax Name, Document Document, SemanticModel Model)> _names = new();

    private PortUses()
    {
    }

    /// <summary>The names, each with its file as the light bulb sees it.</summary>
    public IReadOnlyList<(SimpleNameSyntax Name, FileContext File)> In(FixContext fix) =>
        _names.ConvertAll(n => (n.Name, new FileContext(n.Document, n.Model, fix)));

    public static async Task<PortUses> FindAsync(FixContext fix, ISymbol carrier)
    {
        var uses = new PortUses();
        foreach (var use in await SymbolUses.FindAsync(fix, carrier, isLinked: true).ConfigureAwait(false))
        {
            if (use is { IsInComment: false, Node: SimpleNameSyntax { Parent: not NameColonSyntax } name })
                uses._names.Add((name, use.Document, use.File.Model));
        }

        return uses;
    }

    /// <summary>Whether a symbol is the carrier. The projects that see it may see it as metadata.</summary>
    public static bool Is(ISymbol? symbol, ISymbol carrier) => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, carrier)
        || (carrier is not IParameterSymbol && symbol is not null
            && symbol.OriginalDefinition.GetDocumentationCommentId() == carrier.GetDocumentationCommentId());
}
