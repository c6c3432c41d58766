using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// A setting that decides about encryption: <c>bool EnableSsl { get; set; }</c> beside a port, <c>bool enableSsl = false</c>, or one of
/// MailKit's <c>SecureSocketOptions</c>.
/// </summary>
internal static class SecurityFlag
{
    /// <summary>
    /// Whether an expression is such a setting, and on until it is set, and no code of the program turns it off. What is bound to it at run
    /// time is the user's wish.
    /// </summary>
    public static bool IsOn(ExpressionSyntax value, FileContext file) =>
        file.SymbolOf(value) is { } symbol && IsOn(symbol, file.CancellationToken)
        && file.ProvedSettings(value) is { Knowns.IsEmpty: false } proved && proved.Knowns.All(known => IsOn(known, symbol))
        && (!proved.IsOpen || symbol is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } or IParameterSymbol);

    private static bool IsOn(AbstractValue value, ISymbol symbol) => value.Kind == AbstractValueKind.Constant
        && (value.Constant is true
            || (SecureOption.RowOf(symbol) is { } row && value.Constant is int number
                && symbol.HeldType() is { } type && SecurityPlace.NameOf(type.WithoutNullable(), number) == row.StartTls));

    /// <summary>The same of the setting itself.</summary>
    public static bool IsOn(ISymbol symbol, CancellationToken cancellationToken) =>
        DeclarationOf(symbol, cancellationToken) is { } declaration && ValueOf(declaration) is { } initial
        && (initial.IsKind(SyntaxKind.TrueLiteralExpression)
            || (NameOf(initial) is { } name && name == SecureOption.RowOf(symbol)?.StartTls));

    /// <summary>
    /// Whether a method does nothing but turn the encryption off: <c>WithoutEncryption()</c>. Who calls it would read what is no longer so.
    /// </summary>
    public static bool IsTurnedOffByName(ExpressionSyntax flag, FileContext file) =>
        file.SymbolOf(flag) is (IFieldSymbol or IPropertySymbol) and { ContainingType: { } type } symbol
        && type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true })
            .SelectMany(method => method.DeclaringSyntaxReferences)
            .Any(reference => file.Beside(reference.SyntaxTree) is { } own
                && reference.GetSyntax(file.CancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
                    own.ProvedConstant(assignment.Right) is false
                    && SymbolEqualityComparer.Default.Equals(own.SymbolOf(assignment.Left), symbol)));

    /// <summary>Whether a setting is one of MailKit's <c>SecureSocketOptions</c>.</summary>
    public static bool IsOptions(ISymbol symbol) => SecureOption.RowOf(symbol) is not null;

    /// <summary>
    /// The edit of its own file that turns it on; null where it is none of the settings beside <paramref name="port"/>, or cannot be turned
    /// on.
    /// </summary>
    public static TextChange? TurnOn(ExpressionSyntax value, ISymbol port, FileContext file) =>
        file.SymbolOf(value) is { ContainingSymbol: { } owner } symbol && PortUses.Is(owner, port.ContainingSymbol)
            ? TurnOn(symbol, port, file)
            : null;

    /// <summary>The same for the setting itself.</summary>
    public static TextChange? TurnOn(ISymbol symbol, ISymbol port, FileContext file)
    {
        if (DeclarationOf(symbol, file.CancellationToken) is not { } declaration
            || !TakesInitializer(symbol)
            || port.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } tree || !declaration.SyntaxTree.IsSameFile(tree))
            return null;

        var options = SecureOption.RowOf(symbol);
        var on = options is not null ? TypeOf(declaration) + "." + options.StartTls : "true";
        return ValueOf(declaration) switch
        {
            { RawKind: (int)SyntaxKind.FalseLiteralExpression } off => new TextChange(off.Span, on),
            MemberAccessExpressionSyntax { Name: { Identifier.ValueText: var value } off }
                when options is not null && (value == options.Off || options.Optional.Contains(value)) =>
                    new TextChange(off.Span, options.StartTls),
            null when declaration is PropertyDeclarationSyntax { AccessorList: { } accessors, ExpressionBody: null }
                && accessors.Accessors.All(a => a.Body is null && a.ExpressionBody is null) =>
                    new TextChange(new TextSpan(accessors.Span.End, 0), " = " + on + ";"),
            null when declaration is VariableDeclaratorSyntax => new TextChange(new TextSpan(declaration.Span.End, 0), " = " + on),
            _ => null,
        };
    }

    // A flag or one of the options, where a value may stand: not in an interface, nor at an abstract property.
    private static bool TakesInitializer(ISymbol symbol) =>
        !symbol.IsAbstract && (IsOptions(symbol) || symbol.HeldType()?.WithoutNullable().SpecialType == SpecialType.System_Boolean);

    private static string? NameOf(ExpressionSyntax value) => (value as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;

    private static string? TypeOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Type.ToString(),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type.ToString(),
        ParameterSyntax parameter => parameter.Type?.ToString(),
        _ => null,
    };

    private static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol is IPropertySymbol or IFieldSymbol { IsConst: false } or IParameterSymbol
            && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
                is { } declaration and (PropertyDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax)
            ? declaration
            : null;

    /// <summary>What a property, field or parameter is until it is set.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        ParameterSyntax parameter => parameter.Default?.Value,
        _ => null,
    };
}
