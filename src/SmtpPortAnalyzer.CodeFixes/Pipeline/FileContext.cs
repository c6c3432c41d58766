using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// One source file as a fix asks it: its semantic model, what the light bulb knows already, and the token by which a question may be given
/// up. It is handed on in place of the model and the token.
/// </summary>
internal sealed class FileContext(Document document, SemanticModel model, FixContext fix)
{
    public Document Document { get; } = document;

    public SemanticModel Model { get; } = model;

    /// <summary>What all actions of the light bulb share.</summary>
    public FixContext Fix { get; } = fix;

    /// <summary>The framework's types as the compilation of the file knows them.</summary>
    public FrameworkTypes FrameworkTypes { get; } = new(model.Compilation);

    public CancellationToken CancellationToken => Fix.CancellationToken;

    public SyntaxTree Tree => Model.SyntaxTree;

    public SyntaxNode Root => Model.SyntaxTree.GetRoot(CancellationToken);

    /// <summary>The symbol that an expression, a call or a type's name means; null where the compiler finds none, or several.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, CancellationToken).Symbol;

    /// <summary>The symbol that a declaration introduces.</summary>
    public ISymbol? DeclaredBy(SyntaxNode declaration) => Model.GetDeclaredSymbol(declaration, CancellationToken);

    public ITypeSymbol? TypeOf(SyntaxNode expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>What the compiler itself knows to be the value of an expression.</summary>
    public Optional<object?> ConstantOf(SyntaxNode expression) => Model.GetConstantValue(expression, CancellationToken);
}
