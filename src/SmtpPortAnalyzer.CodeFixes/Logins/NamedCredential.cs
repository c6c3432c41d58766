using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>A credential that is made in a local of its own, and the user name and password that statements give it later.</summary>
/// <param name="Creation">The creation of the local's value.</param>
/// <param name="Writes">Assignments to its properties.</param>
/// <param name="Uses">How often the local is handed on.</param>
internal sealed record NamedCredential(
    BaseObjectCreationExpressionSyntax Creation, ImmutableArray<AssignmentExpressionSyntax> Writes, int Uses)
{
    public IEnumerable<AssignmentExpressionSyntax> To(string property) =>
        Writes.Where(w => ((MemberAccessExpressionSyntax)w.Left).Name.Identifier.ValueText == property);

    public static NamedCredential? Read(ExpressionSyntax value, FileContext file)
    {
        if (value is not IdentifierNameSyntax || file.SymbolOf(value) is not ILocalSymbol local
            || EditPlace.InitializerOf(local, file) is not BaseObjectCreationExpressionSyntax creation)
            return null;

        var names = EnclosingMember.Find(value).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == local.Name
            && SymbolEqualityComparer.Default.Equals(file.SymbolOf(n), local)).ToList();
        var writes = names.Select(n => n.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access
            && assignment.Left == access ? assignment : null).OfType<AssignmentExpressionSyntax>().ToImmutableArray();
        return new NamedCredential(creation, writes, names.Count - writes.Length);
    }
}
