using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Settings.Json;

/// <summary>Lays a JSON document out as settings, the way .NET's configuration does: items of arrays are named by their numbers.</summary>
internal static class JsonSettings
{
    private const string Name = "name";
    private const string Value = "value";

    public static readonly SettingsFormat Format = new("JSON", ImmutableArray.Create(".json", ".config"), _ => true, Read, Sources)
    {
        Editing = SettingsEditing.Json,
    };

    /// <summary>The root, which has no name; null where the text is no JSON object, nor a list of names and values.</summary>
    public static SettingsNode? Read(string text, CancellationToken cancellationToken)
    {
        if (JsonReader.Read(text, cancellationToken) is not { } document || (document.Kind != JsonKind.Object && !ArePairs(document)))
            return null;

        var root = new SettingsNode("", default, null) { Format = Format };
        Fill(root, document);
        return root;
    }

    /// <summary>The settings of a function host keep what is the configuration's, and the environment's, under "Values".</summary>
    private static IEnumerable<SettingsNode> Sources(SettingsNode root, SettingStore store)
    {
        if (store == SettingStore.Configuration)
            yield return root;
        if (store != SettingStore.AppSettings && root.Child("Values") is { } values)
            yield return values;
    }

    private static void Fill(SettingsNode node, JsonValue value)
    {
        if (value.Text is { } text && value.Kind != JsonKind.Null)
            node.Say(text, value.Span);

        foreach (var member in value.Members)
        {
            // A section that comes twice is one section.
            var again = member.Value.Kind == JsonKind.Object ? node.Child(member.Name) : null;
            Fill(again ?? node.Entry(member.Name, member.NameSpan), member.Value);
        }

        if (ArePairs(value))
            FillPairs(node, value);
        else
            FillItems(node, value);
    }

    private static void FillItems(SettingsNode node, JsonValue list)
    {
        for (var i = 0; i < list.Items.Length; i++)
            Fill(new SettingsNode(i.ToString(CultureInfo.InvariantCulture), default, node), list.Items[i]);
    }

    private static void FillPairs(SettingsNode node, JsonValue list)
    {
        foreach (var item in list.Items)
            Fill(node.Entry(Member(item, Name)!.Text!, Member(item, Name)!.Span), Member(item, Value)!);
    }

    /// <summary>
    /// Whether the items only pair a name with a value each, as the application settings of the portal and of resource templates do.
    /// </summary>
    private static bool ArePairs(JsonValue list) => list.Items.Length > 0 && list.Items.All(IsPair);

    private static bool IsPair(JsonValue item) =>
        Member(item, Name) is { Kind: JsonKind.String, Text.Length: > 0 } && Member(item, Value) is { Text: not null }
        && item.Members.All(member => member.Name is Name or Value or "slotSetting");

    private static JsonValue? Member(JsonValue item, string name) =>
        item.Members.FirstOrDefault(member => member.Name == name)?.Value;
}
