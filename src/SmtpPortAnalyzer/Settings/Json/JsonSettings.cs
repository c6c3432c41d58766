using System.Globalization;
using System.Threading;

namespace SmtpPortAnalyzer.Settings.Json;

/// <summary>Lays a JSON document out as settings, the way .NET's configuration does: items of arrays are named by their numbers.</summary>
internal static class JsonSettings
{
    /// <summary>The root, which has no name; null where the text is no JSON object.</summary>
    public static SettingsNode? Read(string text, CancellationToken cancellationToken)
    {
        if (JsonReader.Read(text, cancellationToken) is not { Kind: JsonKind.Object } document)
            return null;

        var root = new SettingsNode("", default, null);
        Fill(root, document);
        return root;
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

        for (var i = 0; i < value.Items.Length; i++)
            Fill(new SettingsNode(i.ToString(CultureInfo.InvariantCulture), default, node), value.Items[i]);
    }
}
