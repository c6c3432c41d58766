using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>The simple names by which code speaks of some of the catalogue's libraries, as far as the compilation has them.</summary>
internal sealed class CatalogNames
{
    private readonly HashSet<string> _types = new();
    private readonly HashSet<string> _members = new();

    /// <summary>A program that connects mentions one of them somewhere: types, extension methods.</summary>
    public IReadOnlyCollection<string> Types => _types;

    /// <summary>The members by which code configures or opens a connection whose type it does not name.</summary>
    public IReadOnlyCollection<string> Members => _members;

    public void AddType(string name) => _types.Add(name);

    public void AddMembers(params string?[] names) => _members.UnionWith(names.OfType<string>());
}
