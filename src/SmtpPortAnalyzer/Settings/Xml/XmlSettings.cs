using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Xml;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Settings.Xml;

/// <summary>
/// Lays an XML settings file out: elements and attributes are nodes, and an element that only pairs a name with a value
/// (<c>&lt;add key="Smtp:Port" value="25"/&gt;</c>, <c>&lt;add name="Smtp" connectionString="…"/&gt;</c>) is the entry it stands for.
/// </summary>
internal static class XmlSettings
{
    private const int MaxDepth = 256;

    /// <summary>Where transforms have their instructions.</summary>
    public const string TransformNamespace = "http://schemas.microsoft.com/XML-Document-Transform";

    public static readonly SettingsFormat Format = new(
        "XML", ImmutableArray.Create(".config", ".xml"), first => first == '<', Read, Sources)
    {
        HoldsMailSettings = true,
    };

    /// <summary>A nameless root above the document's element; null where the text is not well-formed.</summary>
    public static SettingsNode? Read(string text, CancellationToken cancellationToken)
    {
        var source = new XmlSource(text);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        var root = new SettingsNode("", default, null) { Format = Format };
        try
        {
            using var reader = XmlReader.Create(source.OpenReader(), settings);
            return Fill(root, reader, source, cancellationToken) ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>
    /// A web.config hands environment variables to the application, a file that AddXmlFile reads has the configuration below its element,
    /// and configSource and file put appSettings into files of their own.
    /// </summary>
    private static IEnumerable<SettingsNode> Sources(SettingsNode root, SettingStore store)
    {
        if (store == SettingStore.AppSettings)
        {
            return root.Children.SelectMany(top =>
                top.Is("appSettings") ? new[] { top } : top.Child("appSettings") is { } inner ? new[] { inner } : []);
        }

        var variables = root.DescendantsAndSelf().Where(node => node.Is("environmentVariables"));
        return store == SettingStore.Environment ? variables : variables.Concat(root.Children);
    }

    /// <summary>Whether a transform puts the element, as it is, in the place of the one below.</summary>
    public static bool Replaces(SettingsNode element) => Instruction(element) is "Replace";

    /// <summary>Whether a transform takes the attribute from the element below.</summary>
    public static bool TakesAway(SettingsNode element, string attribute) =>
        Instruction(element) is { } instruction && instruction.StartsWith("RemoveAttributes(", StringComparison.Ordinal)
            && instruction.Substring("RemoveAttributes(".Length).TrimEnd(')').Split(',')
                .Any(name => name.Trim().Equals(attribute, StringComparison.OrdinalIgnoreCase));

    private static string? Instruction(SettingsNode element) =>
        element.Children.FirstOrDefault(child => child.Namespace == TransformNamespace && child.Is("Transform"))?.Text?.Trim();

    private static bool Fill(SettingsNode root, XmlReader reader, XmlSource source, CancellationToken cancellationToken)
    {
        var node = root;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    cancellationToken.ThrowIfCancellationRequested();
                    var isEmpty = reader.IsEmptyElement;
                    if (reader.Depth > MaxDepth)
                        return false;

                    var element = ReadElement(node, reader, source);
                    if (!isEmpty)
                        node = element;
                    break;
                case XmlNodeType.EndElement when node.Parent is { } parent:
                    node = EndOf(node, parent);
                    break;
                case XmlNodeType.Text when node is { Text: null, IsTakenAway: false } && source.Trimmed(reader) is { } span:
                    node.Say(reader.Value.Trim(), span);
                    break;
            }
        }

        return true;
    }

    private static SettingsNode ReadElement(SettingsNode parent, XmlReader reader, XmlSource source)
    {
        var nameSpan = source.NameSpan(reader);
        var name = reader.LocalName;
        var key = reader.GetAttribute("key") ?? reader.GetAttribute("name");
        var valueName = name == "add" && reader.GetAttribute("value") is null ? "connectionString" : "value";
        var value = reader.GetAttribute(valueName);

        // <value> below <setting name="…"> says what the setting is; a transform may name an entry to take it, or its value, away.
        var transform = reader.GetAttribute("Transform", TransformNamespace);
        var element = key is { Length: > 0 } && (value is not null || transform is not null || name == "setting")
            ? parent.Entry(key, nameSpan)
            : new SettingsNode(name, nameSpan, parent);
        element.IsTakenAway = parent.IsTakenAway || IsRemoval(transform);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/" || source.ValueSpan(reader) is not { } span)
                continue;

            // What a transform takes away says nothing but that: its values are only there to find it.
            if (element.IsTakenAway && reader.NamespaceURI != TransformNamespace)
                continue;

            if (reader.LocalName == valueName && reader.NamespaceURI.Length == 0)
                element.Say(reader.Value, span);
            else
                new SettingsNode(reader.LocalName, source.NameSpan(reader), element) { Namespace = reader.NamespaceURI }.Say(
                    reader.Value, span);
        }

        return element;
    }

    /// <summary>"Remove" and "RemoveAll"; "RemoveAttributes(…)" leaves the element.</summary>
    private static bool IsRemoval(string? instruction) => instruction?.Trim() is "Remove" or "RemoveAll";

    /// <summary>An element ends: where it is the value of the one around it, it is merged into that.</summary>
    private static SettingsNode EndOf(SettingsNode node, SettingsNode parent)
    {
        if (node is { Text: { } text, Name: "value" } && parent.Text is null)
            parent.Say(text, node.TextSpan);
        return parent;
    }
}
