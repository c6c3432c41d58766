using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Keys;

/// <summary>Recognises the calls that fill objects from a section of the configuration.</summary>
internal static class ConfigurationBinding
{
    /// <summary>The names of such methods, and whether they name the type as a type argument.</summary>
    public static readonly ImmutableArray<(string Name, bool IsGeneric)> Names =
        ImmutableArray.Create(("Configure", true), ("Get", true), ("Bind", false), ("BindConfiguration", false));

    private static readonly ValueSet s_anyItem = ValueSet.FromValue(AbstractValue.OfConstant(SettingKey.AnyName, null));

    /// <summary>The type and the section; null where the call binds nothing, or nothing that is known.</summary>
    public static BindFact? Recognise(IInvocationOperation call, ImmutableArray<ArgumentValue> arguments, FrameworkTypes types)
    {
        var method = call.TargetMethod;
        if (method.Name is not ("Configure" or "Get" or "Bind" or "BindConfiguration") || !IsFrameworks(method))
            return null;

        ITypeSymbol? type = method.TypeArguments.Length > 0 ? method.TypeArguments[0] : null;
        AbstractValue? section = null;
        var isSectionUnknown = true;
        foreach (var argument in arguments)
        {
            switch (argument.Parameter?.Name)
            {
                case "configuration" or "config":
                    section = ConfigurationReads.Section(argument.Value);
                    isSectionUnknown = section is null
                        && types.Is(ConstantFolding.WithoutConversion(argument.Given).Type, FrameworkType.ConfigurationSection);
                    break;
                case "key" or "configSectionPath":
                    section = AbstractValue.OfSetting(SettingStore.Configuration, section, argument.Value);
                    isSectionUnknown = false;
                    break;
                case "instance":
                    type = ConstantFolding.WithoutConversion(argument.Given).Type;
                    break;
            }
        }

        // The items of a list are bound to what is below the section.
        if (!isSectionUnknown && type is not null && Element(type) is { } element && IsBound(element))
            return new BindFact(element, AbstractValue.OfSetting(SettingStore.Configuration, section, s_anyItem));

        return !isSectionUnknown && type is not null && (IsBound(type) || type is ITypeParameterSymbol { DeclaringMethod: not null })
            ? new BindFact(type, section)
            : null;
    }

    /// <summary>
    /// Whether a section fills the members of an object of the type: one of the program's, of another project or of a library.
    /// </summary>
    public static bool IsBound(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } && !type.IsNullable();

    /// <summary>The type of the items of an array, a list or a dictionary.</summary>
    public static INamedTypeSymbol? Element(ITypeSymbol type)
    {
        var element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } named when named.IsIn("System.Collections.Generic") =>
                arguments[arguments.Length - 1],
            _ => null,
        };
        return element as INamedTypeSymbol;
    }

    private static bool IsFrameworks(IMethodSymbol method) =>
        ConfigurationReads.IsConfiguration(method)
        || method.IsIn("Microsoft.Extensions.DependencyInjection");
}
