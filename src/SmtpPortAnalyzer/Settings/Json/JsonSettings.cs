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
    public static readonly SettingsFormat Format = new("JSON", ImmutableArray.Create(".json", ".config"), _ => true, Read, Sources)
    {
        Editing = SettingsEditing.Json,
    };

    /// <summary>The root, which has no name; null where the text is no JSON object, nor a list of things.</summary>
    public static SettingsNode? Read(string text, CancellationToken cancellationToken)
    {
        if (JsonReader.Read(text, cancellationToken) is not { Kind: JsonKind.Object or JsonKind.Array } document)
            return null;

        var root = new SettingsNode("", default, null) { Format = Format };
        Fill(root, document);
        return root;
    }

    /// <summary>The settings of a function host keep what is the configuration's under "Values".</summary>
    private static IEnumerable<SettingsNode> Sources(SettingsNode root, SettingStore store) =>
        store != SettingStore.Configuration ? [] : root.Child("Values") is { } values ? new[] { root, values } : new[] { root };

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

        if (value.Items.Length > 0 && value.Items.All(IsPair))
        {
            foreach (var item in value.Items)
                Fill(node.Entry(Member(item, "name")!.Text!, Member(item, "name")!.Span), Member(item, "value")!);
            return;
        }

        for (var i = 0; i < value.Items.Length; i++)
            Fill(new SettingsNode(i.ToString(CultureInfo.InvariantCulture), default, node), value.Items[i]);
    }

    /// <summary>
    /// Whether the item only pairs a name with a value, as the application settings of the portal and of resource templates do.
    /// </summary>
    private static bool IsPair(JsonValue item) =>
        Member(item, "name") is { Kind: JsonKind.String, Text.Length: > 0 } && Member(item, "value") is { Text: not null }
        && item.Members.All(member => member.Name is "name" or "value" or "slotSetting");

    private static JsonValue? Member(JsonValue item, string name) =>
        item.Members.FirstOrDefault(member => member.Name == name)?.Value;
}
