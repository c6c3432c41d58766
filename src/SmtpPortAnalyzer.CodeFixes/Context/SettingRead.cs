using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>A place that reads one setting by its key: the next setting of the same connection is read in the same way.</summary>
/// <param name="Store">What it is read from.</param>
/// <param name="Key">The whole key.</param>
/// <param name="Expression">The read.</param>
/// <param name="Argument">What names the key in it, perhaps below a section.</param>
/// <param name="File">The file.</param>
internal sealed record SettingRead(
    RelaySettings Store, string Key, ExpressionSyntax Expression, ExpressionSyntax Argument, FileContext File)
{
    /// <summary>How many variables a section may go through.</summary>
    private const int MaxDepth = 4;

    /// <summary>The key as the analyzer knows it.</summary>
    public SettingKey SettingKey => new(
        Store switch
        {
            RelaySettings.AppSettings => SettingStore.AppSettings,
            RelaySettings.Environment => SettingStore.Environment,
            _ => SettingStore.Configuration,
        },
        Store == RelaySettings.Environment ? Key.Replace("__", ":") : Key);

    /// <summary>What separates sections in the keys of the store.</summary>
    private string Separator => Store == RelaySettings.Environment && Key.Contains("__") ? "__" : ":";

    /// <summary>The section, with colons; empty where the key has none.</summary>
    public string SectionName => Key.LastIndexOf(Separator, System.StringComparison.Ordinal) is >= 0 and var end
        ? Key.Substring(0, end).Replace("__", ":")
        : "";

    /// <summary>The key below its section.</summary>
    public string Name => Key.LastIndexOf(Separator, System.StringComparison.Ordinal) is >= 0 and var end
        ? Key.Substring(end + Separator.Length)
        : Key;

    /// <summary>The object of type IConfiguration that is read; null where another call or object stands between.</summary>
    public ExpressionSyntax? Receiver => Store != RelaySettings.Configuration ? null : Expression switch
    {
        ElementAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            when access.Name.Identifier.ValueText == "GetValue" =>
            access.Expression,
        _ => null,
    };

    /// <summary>Whether it never gives null: a method of the program's own throws where the setting is missing.</summary>
    public bool IsRequired => Expression is InvocationExpressionSyntax && File.SymbolOf(Expression) is IMethodSymbol method
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(File.CancellationToken) is { } helper
        && helper.DescendantNodes().Any(node =>
            node is ThrowExpressionSyntax || (node is ThrowStatementSyntax && !IsOfArgument(node, method)));

    // if (key == null) throw …; asks for the key, not for what is read by it.
    private static bool IsOfArgument(SyntaxNode statement, IMethodSymbol method) =>
        statement.FirstAncestorOrSelf<IfStatementSyntax>() is { Condition: var asked }
        && asked.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().ToList() is { Count: > 0 } names
        && !asked.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().Any()
        && names.All(name => method.Parameters.Any(parameter => parameter.Name == name.Identifier.ValueText));

    /// <summary>How another name is written where this one is: below the same section.</summary>
    public string Literal(string name)
    {
        var own = File.ConstantOf(Argument).Value as string ?? "";
        var end = own.LastIndexOf(Separator, System.StringComparison.Ordinal);
        return SymbolDisplay.FormatLiteral((end < 0 ? "" : own.Substring(0, end + Separator.Length)) + name, quote: true);
    }

    /// <summary>The read that an expression is; null where it is none, or its key is not known.</summary>
    public static SettingRead? At(ExpressionSyntax expression, FileContext file)
    {
        switch (expression)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys, Expression: var holder }:
                return ReadFrom(expression, keys[0].Expression, holder, file);

            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: InvocationExpressionSyntax section }
                when IsSectionCall(section) && section.ArgumentList.Arguments.Count == 1
                    && SectionOf(section, file, 0) is { Length: > 0 } key:
                return new SettingRead(RelaySettings.Configuration, key, expression, section.ArgumentList.Arguments[0].Expression, file);

            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method, Expression: var receiver },
                ArgumentList.Arguments: { Count: > 0 } arguments
            }:
                return method switch
                {
                    "GetEnvironmentVariable"
                        when file.FrameworkTypes.Is(file.SymbolOf(expression)?.ContainingType, FrameworkType.Environment)
                        && file.ConstantOf(arguments[0].Expression).Value is string name =>
                            new SettingRead(RelaySettings.Environment, name, expression, arguments[0].Expression, file),
                    "GetValue" or "Get" when ReadFrom(expression, arguments[0].Expression, receiver, file) is { } read => read,
                    _ => ReadByHelper(expression, arguments, file),
                };

            case InvocationExpressionSyntax call:
                return ReadByHelper(expression, call.ArgumentList.Arguments, file);

            default:
                return null;
        }
    }

    // Get("SmtpHost"), Config.Get("SmtpHost", "localhost"), configuration.Text("Smtp:Host"): a method of the program's own that hands the
    // key on, and perhaps knows what stands in for a missing setting.
    private static SettingRead? ReadByHelper(ExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments, FileContext file) =>
        arguments.Count > 0 && arguments[0] is { NameColon: null, Expression: var argument }
            && file.ConstantOf(argument).Value is string { Length: > 0 } handed
            && file.SymbolOf(call) is IMethodSymbol helper
            && StoreOf(helper, (call as InvocationExpressionSyntax)?.Expression, file) is var (store, section)
                ? new SettingRead(store, Below(section, handed), call, argument, file)
                : null;

    // What a method of the project reads under the key that it is handed, and below which section; null where it does something else.
    private static (RelaySettings Store, string Section)? StoreOf(IMethodSymbol called, ExpressionSyntax? name, FileContext caller)
    {
        var helper = called.AsDeclared().OriginalDefinition;
        var given = helper.Parameters.ElementAtOrDefault(called.ReducedFrom is null ? 0 : 1);
        if (given is null || helper.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration
            || caller.Beside(declaration.SyntaxTree) is not { } file)
        {
            return null;
        }

        var returned = PartsOf(helper, file).ToList();
        var held = returned.Select(file.SymbolOf).OfType<ILocalSymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default)
            .SelectMany(local => PartsOf(local, file));
        foreach (var node in returned.Concat(held))
        {
            var (key, holder) = node switch
            {
                ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } access =>
                    (keys[0].Expression, access.Expression),
                InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: { Count: > 0 } keys
                } => (keys[0].Expression, access.Expression),
                _ => default,
            };
            if (key is null || !SymbolEqualityComparer.Default.Equals(file.SymbolOf(key), given))
                continue;
            if (IsAppSettings(holder, file))
                return (RelaySettings.AppSettings, "");
            if (file.SymbolOf(holder) is ITypeSymbol type && file.FrameworkTypes.Is(type, FrameworkType.Environment))
                return (RelaySettings.Environment, "");
            if (!IsConfiguration(holder, file))
                return null;
            return (called.ReducedFrom is not null && name is MemberAccessExpressionSyntax { Expression: var receiver }
                && SymbolEqualityComparer.Default.Equals(file.SymbolOf(holder), helper.Parameters[0])
                    ? SectionOf(receiver, caller, 0)
                    : SectionOf(holder, file, 0)) is { } section ? (RelaySettings.Configuration, section) : null;
        }

        return null;
    }

    private static IEnumerable<ExpressionSyntax> PartsOf(ISymbol symbol, FileContext file) =>
        GivenValues.To(symbol, file).SelectMany(value => value.DescendantNodesAndSelf()).OfType<ExpressionSyntax>();

    private static string Below(string section, string key) => section.Length == 0 ? key : section + ":" + key;

    private static SettingRead? ReadFrom(ExpressionSyntax expression, ExpressionSyntax argument, ExpressionSyntax holder, FileContext file)
    {
        if (file.ConstantOf(argument).Value is not string key || key.Length == 0)
            return null;
        if (IsAppSettings(holder, file))
            return new SettingRead(RelaySettings.AppSettings, key, expression, argument, file);

        return IsConfiguration(holder, file) && SectionOf(holder, file, 0) is { } section
            ? new SettingRead(RelaySettings.Configuration, Below(section, key), expression, argument, file)
            : null;
    }

    private static bool IsAppSettings(ExpressionSyntax holder, FileContext file) =>
        holder is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AppSettings" } or IdentifierNameSyntax
        && file.SymbolOf(holder) is IPropertySymbol { IsStatic: true, Name: "AppSettings" } property
        && file.FrameworkTypes.Is(property.ContainingType, FrameworkType.ConfigurationManager);

    /// <summary>The section that an expression holds; empty for the whole configuration, null where that is not known.</summary>
    private static string? SectionOf(ExpressionSyntax expression, FileContext file, int depth)
    {
        if (depth > MaxDepth)
            return null;
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var parent } } call
            && IsSectionCall(call))
        {
            return call.ArgumentList.Arguments.Count == 1 && file.ConstantOf(call.ArgumentList.Arguments[0].Expression).Value is string key
                && SectionOf(parent, file, depth + 1) is { } above
                ? Below(above, key)
                : null;
        }

        if (ValuesOf(expression, file).FirstOrDefault(value => IsConfiguration(value, file)) is { } value
            && SectionOf(value, file, depth + 1) is { } held)
            return held;
        return file.TypeOf(expression) is { } type && !file.FrameworkTypes.IsOrImplements(type, FrameworkType.ConfigurationSection)
            ? ""
            : null;
    }

    private static IEnumerable<ExpressionSyntax> ValuesOf(ExpressionSyntax expression, FileContext file) =>
        file.SymbolOf(expression) is { } symbol ? GivenValues.To(symbol, file) : [];

    private static bool IsConfiguration(ExpressionSyntax expression, FileContext file) =>
        file.TypeOf(expression) is { } type && file.FrameworkTypes.IsOrImplements(type, FrameworkType.Configuration);

    private static bool IsSectionCall(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" };
}
