using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>
/// What decides whether a connection logs in at all: the condition of <c>if (settings.UseAuthentication) client.Credentials = …</c>.
/// </summary>
internal static class LoginSwitches
{
    /// <summary>
    /// The switches that have to be on for the parts of a login to be used. One that asks for the identity of the process is no login.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> Around(IEnumerable<ExpressionSyntax> parts, FileContext file) => parts
        .Where(part => file.ProvedLogin(part) != LoginKind.None)
        .SelectMany(part => part.Ancestors().TakeWhile(node => node != EnclosingMember.Find(part)).Select(node => ConditionOf(node, part)))
        .OfType<ExpressionSyntax>().SelectMany(Operands)
        .Where(operand => operand is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && file.TypeOf(operand)?.SpecialType == SpecialType.System_Boolean
            && file.SymbolOf(operand) is { } asked && SettingRoles.IsLoginSwitch(asked.Name))
        .Distinct();

    private static ExpressionSyntax? ConditionOf(SyntaxNode node, SyntaxNode part) => node switch
    {
        IfStatementSyntax choice when choice.Statement.Span.Contains(part.Span) => choice.Condition,
        ConditionalExpressionSyntax choice when choice.WhenTrue.Span.Contains(part.Span) => choice.Condition,
        _ => null,
    };

    // useAuthentication && user != ""
    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Operands(inner),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => Operands(both.Left).Concat(Operands(both.Right)),
        _ => [condition],
    };
}
