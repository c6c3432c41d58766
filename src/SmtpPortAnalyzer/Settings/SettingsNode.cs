using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings;

/// <summary>
/// A name in a settings file with what it holds, of either format: a JSON member or item, an XML element or attribute, or the entry that
/// <c>&lt;add key="…" value="…"/&gt;</c> and its like stand for. Changed only by the reader that makes it.
/// </summary>
internal sealed class SettingsNode
{
    /// <summary>A key of more parts is no path, and would be a tree too deep to walk.</summary>
    private const int MaxParts = 32;

    private readonly List<SettingsNode> _children = new();
    private readonly int _index;

    /// <summary>The last child of each name; made when it is asked for.</summary>
    private Dictionary<string, SettingsNode>? _byName;

    public SettingsNode(string name, TextSpan nameSpan, SettingsNode? parent)
        : this(name, nameSpan, parent, parent?._children.Count ?? 0)
    {
        parent?._children.Add(this);
    }

    private SettingsNode(string name, TextSpan nameSpan, SettingsNode? parent, int index)
    {
        Name = name;
        NameSpan = nameSpan;
        Parent = parent;
        _index = index;
        if (parent?._byName is { } named)
            named[name] = this;
    }

    public string Name { get; }

    /// <summary>Where the name stands; empty where there is none, as for the items of an array.</summary>
    public TextSpan NameSpan { get; }

    public SettingsNode? Parent { get; }

    public IReadOnlyList<SettingsNode> Children => _children;

    /// <summary>What it says, without escapes; null where it only holds others.</summary>
    public string? Text { get; private set; }

    /// <summary>Whether it says "true", in any case.</summary>
    public bool IsTrue => "true".Equals(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where <see cref="Text"/> stands, without quotes.</summary>
    public TextSpan TextSpan { get; private set; }

    /// <summary>The namespace of an XML attribute that has one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The format of the file, at its root; null below, and for what is no file.</summary>
    public SettingsFormat? Format { get; init; }

    /// <summary>Whether it is an element that a transform takes out of the file below, or is in one.</summary>
    public bool IsTakenAway { get; set; }

    /// <summary>The path as .NET's configuration writes it: the names down to this one with colons between.</summary>
    public string Path => Parent is { Parent: not null } parent ? parent.Path + ":" + Name : Name;

    public void Say(string text, TextSpan span)
    {
        Text = text;
        TextSpan = span;
    }

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last child of the name: where a file says something twice, the later word counts. Case does not.</summary>
    public SettingsNode? Child(string name)
    {
        if (_byName is null)
        {
            var byName = new Dictionary<string, SettingsNode>(StringComparer.OrdinalIgnoreCase);
            foreach (var child in _children)
                byName[child.Name] = child;
            _byName = byName;
        }

        return _byName.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>What the child of the name says; null where there is none.</summary>
    public string? TextOf(string name) => Child(name)?.Text;

    /// <summary>This node and all below it, parents first.</summary>
    public IEnumerable<SettingsNode> DescendantsAndSelf()
    {
        var rest = new Stack<SettingsNode>();
        rest.Push(this);
        while (rest.Count > 0)
        {
            var node = rest.Pop();
            yield return node;
            for (var i = node._children.Count - 1; i >= 0; i--)
                rest.Push(node._children[i]);
        }
    }

    public IEnumerable<SettingsNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>
    /// The child for a key that may be a path of its own (<c>Smtp:Port</c>, and <c>Smtp__Port</c> as environment variables have it): it is
    /// put where the configuration puts it, beside what the file says there otherwise.
    /// </summary>
    public SettingsNode Entry(string key, TextSpan span)
    {
        var parts = key.Replace("__", ":").Split(':');
        if (parts.Length > MaxParts)
            parts = new[] { key };

        var node = this;
        for (var i = 0; i < parts.Length - 1; i++)
            node = node.Child(parts[i]) is { Text: null } section ? section : new SettingsNode(parts[i], span, node);

        var last = parts[parts.Length - 1];
        if (node.Child(last) is not { } former)
            return new SettingsNode(last, span, node);

        return node._children[former._index] = new SettingsNode(last, span, node, former._index);
    }
}
