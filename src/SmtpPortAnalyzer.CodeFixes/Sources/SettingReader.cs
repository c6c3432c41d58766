using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Reads another setting as one is read that the connection has already.</summary>
internal static class SettingReader
{
    /// <summary>The same read of another name; null where the code at a place cannot do it.</summary>
    public static string? TextAt(this SettingRead read, SyntaxNode place, string name)
    {
        if (!IsInReachOf(read, place))
            return null;

        // configuration.GetValue("Smtp:Port", 25), Get("SmtpHost", "localhost"): what stands in for one setting stands in for no other.
        var isText = read.File.TypeOf(read.Expression) is { SpecialType: SpecialType.System_String };
        var others = Others(read);
        var standsIn = others.Any(parameter => IsStandIn(parameter, read.File));
        if ((standsIn || !isText) && read.Receiver is { } receiver)
            return receiver + "[" + read.Literal(name) + "]";
        if (!isText || (standsIn && !others.All(parameter => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null })))
            return null;

        var text = read.Expression.ToString();
        var start = read.Argument.SpanStart - read.Expression.SpanStart;
        return text.Substring(0, start) + read.Literal(name)
            + (standsIn ? ")" : text.Substring(start + read.Argument.Span.Length));
    }

    // What a call takes besides the key.
    private static List<IParameterSymbol> Others(SettingRead read) =>
        read.Expression is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
        && read.File.SymbolOf(call) is IMethodSymbol method
            ? arguments.Select((argument, index) => argument.Expression == read.Argument ? null
                : method.Parameters.ParameterFor(argument, index)).OfType<IParameterSymbol>().ToList()
            : [];

    /// <summary>
    /// What a call that reads a setting is handed for a missing one, as its last argument; null where that is something else.
    /// </summary>
    public static ArgumentSyntax? StandInOf(InvocationExpressionSyntax call, FileContext file) =>
        call.ArgumentList.Arguments is { Count: > 1 } arguments && SettingRead.At(call, file) is not null
        && file.SymbolOf(call) is IMethodSymbol method
        && method.Parameters.ParameterFor(arguments.Last(), arguments.Count - 1) is { } parameter && IsStandIn(parameter, file)
            ? arguments.Last()
            : null;

    /// <summary>What a text is read as: <c>int.Parse(…)</c>, <c>Convert.ToBoolean(…)</c>; none for another call.</summary>
    public static SpecialType ReadAs(InvocationExpressionSyntax call, FileContext file) =>
        file.SymbolOf(call) is IMethodSymbol { IsStatic: true, ReturnType: var type, ContainingType: var owner }
        && (SymbolEqualityComparer.Default.Equals(type, owner) || file.FrameworkTypes.Is(owner, FrameworkType.Convert))
            ? type.SpecialType
            : SpecialType.None;

    /// <summary>Whether it is what the call gives where the setting is missing: an own method says so in its code.</summary>
    private static bool IsStandIn(IParameterSymbol parameter, FileContext file) =>
        parameter.ContainingSymbol is IMethodSymbol method
        && SymbolEqualityComparer.Default.Equals(parameter.Type, method.ReturnType)
        && (method.AsDeclared().DeclaringSyntaxReferences is not { IsEmpty: false } declarations
            || declarations[0].GetSyntax(file.CancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == parameter.Name && IsGivenBack(name)));

    private static bool IsGivenBack(ExpressionSyntax value) => value.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => either.Right == value,
        ConditionalExpressionSyntax choice => choice.Condition != value,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument => call.ArgumentList.Arguments.Last() == argument
            && call.ArgumentList.Arguments.Count > 1,
        _ => false,
    };

    /// <summary>Whether everything that the read names means the same at another place of the file.</summary>
    private static bool IsInReachOf(this SettingRead read, SyntaxNode place)
    {
        if (place.SyntaxTree != read.File.Tree
            || read.Expression.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            return false;

        var names = read.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Where(name => !read.Argument.Span.Contains(name.Span)).ToList();
        var readable = names.Count == 0 ? [] : ConfigurationReach.Readable(place, read.File);
        return names.All(name => read.File.SymbolOf(name) switch
        {
            INamedTypeSymbol or INamespaceSymbol => true,
            IMethodSymbol method => IsOfSameType(name, place)
                && (method.IsStatic || !StaticContext.IsStatic(place, allowInitializers: false)),
            { } symbol => readable.Contains(symbol, SymbolEqualityComparer.Default),
            null => false,
        });
    }

    private static bool IsOfSameType(SyntaxNode name, SyntaxNode place) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() == name.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
