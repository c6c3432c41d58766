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
        var (standIn, isOnly) = StandIn(read);
        if ((standIn is not null || !isText) && read.Receiver is { } receiver)
            return receiver + "[" + read.Literal(name) + "]";
        if (!isText || (standIn is not null && !(isOnly && IsNull(standIn))))
            return null;

        return Before(read) + read.Literal(name) + (standIn is null ? After(read) : ")");
    }

    /// <summary>
    /// The same by a method of the program's own that knows what stands in for a missing setting, and so never gives null: with another
    /// stand-in. Null where it is read in another way.
    /// </summary>
    public static string? TextOr(this SettingRead read, SyntaxNode place, string name, string standIn)
    {
        if (AroundStandIn(read, place, name) is not var (before, after))
            return null;

        var isLeftOut = StandIn(read).Parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: var given }
            && standIn.Equals(given);
        return before + (isLeftOut ? "" : ", " + SymbolDisplay.FormatLiteral(standIn, quote: true)) + after;
    }

    /// <summary>What stands before and after a comma and that stand-in.</summary>
    public static (string Before, string After)? AroundStandIn(this SettingRead read, SyntaxNode place, string name) =>
        read.Receiver is null && read.File.TypeOf(read.Expression) is { SpecialType: SpecialType.System_String }
        && StandIn(read) is ({ } parameter, true) && !IsNull(parameter) && IsInReachOf(read, place)
            ? (Before(read) + read.Literal(name), ")")
            : null;

    private static string Before(SettingRead read) =>
        read.Expression.ToString().Substring(0, read.Argument.SpanStart - read.Expression.SpanStart);

    private static string After(SettingRead read) =>
        read.Expression.ToString().Substring(read.Argument.Span.End - read.Expression.SpanStart);

    private static bool IsNull(IParameterSymbol parameter) => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };

    // What a call takes for a missing setting, and whether that and the key, in this order, are all that it takes.
    private static (IParameterSymbol? Parameter, bool IsOnly) StandIn(SettingRead read)
    {
        if (read.Expression is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
            || read.File.SymbolOf(call) is not IMethodSymbol method)
            return default;

        var others = method.Parameters.Where(parameter => Callers.ArgumentFor(call, parameter, read.File)?.Expression != read.Argument)
            .ToList();
        var standIn = others.FirstOrDefault(parameter => IsStandIn(parameter, read.File));
        return (standIn, others.Count == 1 && arguments[0].Expression == read.Argument
            && arguments.All(argument => argument.NameColon is null));
    }

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
