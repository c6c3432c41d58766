using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>Where code reads or writes a setting: every name that means it, or one of the symbols that hand its value on.</summary>
internal sealed class PortUses
{
    private readonly List<(SimpleNameSyntax Name, Document Document, SemanticModel Model)> _names = new();

    private PortUses()
    {
    }

    /// <summary>The names, each with its file as the light bulb sees it.</summary>
    public IReadOnlyList<(SimpleNameSyntax Name, FileContext File)> In(FixContext fix) =>
        _names.ConvertAll(n => (n.Name, new FileContext(n.Document, n.Model, fix)));

    public static async Task<PortUses> FindAsync(FixContext fix, ISymbol setting, IReadOnlyList<ISymbol> carriers)
    {
        var uses = new PortUses();
        foreach (var document in setting is IParameterSymbol ? new[] { fix.Document } : Callers.DocumentsThatSee(fix.Document.Project))
        {
            fix.CancellationToken.ThrowIfCancellationRequested();
            var text = (await document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false)).ToString();
            if (!carriers.Any(c => text.IndexOf(c.Name, System.StringComparison.Ordinal) >= 0)
                || await fix.FileAsync(document).ConfigureAwait(false) is not { } file)
                continue;

            foreach (var name in file.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Parent is not NameColonSyntax
                    && carriers.Any(c => c.Name == name.Identifier.ValueText && Is(file.SymbolOf(name), c)))
                    uses._names.Add((name, document, file.Model));
            }
        }

        return uses;
    }

    /// <summary>Whether a symbol is the carrier. The projects that see it may see it as metadata.</summary>
    public static bool Is(ISymbol? symbol, ISymbol carrier) => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, carrier)
        || (carrier is not IParameterSymbol && symbol is not null
            && symbol.OriginalDefinition.GetDocumentationCommentId() == carrier.GetDocumentationCommentId());
}
