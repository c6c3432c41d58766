using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Knows which reads give what the program's configuration holds, and under which key.</summary>
internal static class ConfigurationReads
{
    private static readonly ValueSet s_noKey = ValueSet.FromValue(AbstractValue.OfConstant("", null));

    /// <summary>Whatever a section of another one is called.</summary>
    private static readonly ValueSet s_anyKey = ValueSet.FromValue(AbstractValue.OfConstant(SettingKey.AnyName, null));

    /// <summary><c>configuration["Smtp:Port"]</c>, <c>ConfigurationManager.AppSettings["SmtpPort"]</c>.</summary>
    public static ValueSet? Indexer(IPropertyReferenceOperation indexer, ValueSet receiver, ImmutableArray<ValueSet> keys)
    {
        if (keys.Length != 1)
            return null;

        return IsConfiguration(indexer.Property) ? Either(AbstractValue.OfSetting(SettingStore.Configuration, Section(receiver), keys[0]))
            : AppSettings(receiver) is { } appSettings ? Either(AbstractValue.OfSetting(SettingStore.AppSettings, appSettings, keys[0]))
            : Entry(receiver, keys[0], indexer.Property) is { } entry ? Either(entry)
            : null;
    }

    /// <summary>What a table of the framework's holds that a section was read into; null where the collection is another.</summary>
    public static AbstractValue? Entry(ValueSet table, ValueSet key, ISymbol member) =>
        table.Knowns.FirstOrDefault(known => known is { Kind: AbstractValueKind.Setting, Constant: SettingStore.Configuration })
            is { } section && member.IsIn("System.Collections.Generic")
            ? AbstractValue.OfSetting(SettingStore.Configuration, section, key)
            : null;

    /// <summary><c>section.Value</c>, and <c>ConfigurationManager.AppSettings</c> itself.</summary>
    public static ValueSet? Member(IMemberReferenceOperation member, ValueSet receiver, FrameworkTypes types)
    {
        if (member.Member.Name == "Value" && types.Is(member.Member.ContainingType, FrameworkType.ConfigurationSection)
            && Section(receiver) is { } section)
            return Either(section);

        return member.Member is IPropertySymbol { IsStatic: true, Name: "AppSettings" } property
            && types.Is(property.ContainingType, FrameworkType.ConfigurationManager)
                ? Either(AbstractValue.OfSetting(SettingStore.AppSettings, null, s_noKey))
                : null;
    }

    /// <summary>
    /// The setting that a call gives: <c>GetValue</c>, <c>GetSection</c>, <c>Get</c>; of <c>GetChildren</c>, all of them.
    /// </summary>
    public static AbstractValue? Call(
        IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FrameworkTypes types)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "GetValue" or "GetSection" or "GetRequiredSection" when IsConfiguration(method) && arguments.Named("key") is { } key:
                return AbstractValue.OfSetting(SettingStore.Configuration, Section(Configuration(call, receiver, arguments)), key.Value);
            case "Get" when IsConfiguration(method):
                return Section(Configuration(call, receiver, arguments));
            case "GetChildren" when IsConfiguration(method):
                var child = AbstractValue.OfSetting(SettingStore.Configuration, Section(receiver), s_anyKey);
                return AbstractValue.OfSequence(ImmutableArray.Create(ValueSet.FromValue(child)), call.Syntax);
            case "GetValueOrDefault" when call.Instance is null && arguments.Length > 1:
                return Entry(arguments[0].Value, arguments[1].Value, method);
            case "GetValue" when types.Is(method.ContainingType, FrameworkType.AppSettingsReader) && !arguments.IsEmpty:
                return AbstractValue.OfSetting(SettingStore.AppSettings, null, arguments[0].Value);
            case "GetEnvironmentVariable" when types.Is(method.ContainingType, FrameworkType.Environment) && !arguments.IsEmpty:
                return AbstractValue.OfSetting(SettingStore.Environment, null, arguments[0].Value);
            case "Get" when AppSettings(receiver) is { } appSettings && arguments.Length == 1:
                return AbstractValue.OfSetting(SettingStore.AppSettings, appSettings, arguments[0].Value);
            case "GetValues" when AppSettings(receiver) is { } appSettings && arguments.Length == 1:
                var only = AbstractValue.OfSetting(SettingStore.AppSettings, appSettings, arguments[0].Value);
                return AbstractValue.OfSequence(ImmutableArray.Create(ValueSet.FromValue(only)), call.Syntax);
            default:
                return null;
        }
    }

    /// <summary>
    /// The section that a configuration object is: what a body was handed may turn out to be one. Null for the whole configuration, as far
    /// as is known.
    /// </summary>
    public static AbstractValue? Section(ValueSet configuration) =>
        configuration.Knowns.FirstOrDefault(known => known.Kind == AbstractValueKind.Setting)
            ?? (configuration.Single is { Kind: AbstractValueKind.Symbolic } handed ? handed : null);

    public static bool IsConfiguration(ISymbol member) => member.IsIn("Microsoft.Extensions.Configuration");

    /// <summary>The configuration of a call, which is its receiver, or the first argument where the method is an extension.</summary>
    private static ValueSet Configuration(IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments) =>
        call.Instance is null && arguments.Length > 0 ? arguments[0].Value : receiver;

    /// <summary>The appSettings that a collection is; null where it is another.</summary>
    public static AbstractValue? AppSettings(ValueSet collection) =>
        collection.Knowns.FirstOrDefault(known => known is { Kind: AbstractValueKind.Setting, Constant: SettingStore.AppSettings });

    private static ValueSet Either(AbstractValue setting) => ValueSet.Open.Or(ValueSet.FromValue(setting));
}
