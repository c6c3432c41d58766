using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// A port that code gives to an object of the program's own: in an initializer, a <c>with</c>, a lambda that configures options, a
/// constructor.
/// </summary>
internal static class AssignedSetting
{
    /// <summary>
    /// The property or field that gets the value; null where none does, and where the same code names a host that listens on 25 alone.
    /// </summary>
    public static ISymbol? Find(ExpressionSyntax value, FileContext file)
    {
        if (value.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || assignment.Right != value
            || file.SymbolOf(assignment.Left) is not { DeclaringSyntaxReferences.IsEmpty: false } symbol
            || symbol is not (IPropertySymbol or IFieldSymbol) || PortPlace.Submission(value, file) is null
            || ClientRows.AreOf(symbol.ContainingType))
            return null;

        return Beside(assignment).Any(other => NamesExchanger(other, file)) ? null : symbol;
    }

    /// <summary>The assignments by which the same code turns encryption off.</summary>
    public static IReadOnlyList<AssignmentExpressionSyntax> SwitchesOff(ExpressionSyntax value, FileContext file) =>
        value.Parent is AssignmentExpressionSyntax assignment
            ? Beside(assignment).Where(other => TurnsEncryptionOff(other, file)).ToList()
            : [];

    /// <summary>The assignments of the same initializer or body as the one by which a setting gets the value.</summary>
    public static IEnumerable<AssignmentExpressionSyntax> Beside(ExpressionSyntax value) =>
        value.Parent is AssignmentExpressionSyntax assignment ? Beside(assignment) : [];

    private static IEnumerable<AssignmentExpressionSyntax> Beside(AssignmentExpressionSyntax assignment) =>
        (assignment.Parent as InitializerExpressionSyntax ?? EnclosingMember.Find(assignment)).DescendantNodes()
            .OfType<AssignmentExpressionSyntax>();

    /// <summary>Whether a property gives what a field holds: <c>get { return _port; }</c>.</summary>
    public static bool Reads(IPropertySymbol property, ISymbol field, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody?.Expression ?? Getter(declaration)) is { } value
        && value.ToString().Replace("this.", "") == field.Name;

    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter
            ? getter.ExpressionBody?.Expression ?? (getter.Body?.Statements.FirstOrDefault() as ReturnStatementSyntax)?.Expression
            : null;

    // Security = false, Security = SecureSocketOptions.None
    private static bool TurnsEncryptionOff(AssignmentExpressionSyntax assignment, FileContext file) =>
        (file.ProvedConstant(assignment.Right) is false
            || (assignment.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var value }
                && SmtpCatalog.TurnsEncryptionOff(value)))
        && SettingRoles.IsEncryption((assignment.Left as MemberAccessExpressionSyntax)?.Name.ToString() ?? assignment.Left.ToString());

    private static bool NamesExchanger(AssignmentExpressionSyntax assignment, FileContext file) =>
        file.TypeOf(assignment.Right)?.SpecialType == SpecialType.System_String && MailExchanger.MayBe(assignment.Right, file);
}
