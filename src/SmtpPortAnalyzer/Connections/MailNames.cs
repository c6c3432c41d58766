using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Connections;

/// <summary>The names under which this compilation's code speaks of the catalogue: its own, aliases, and types that derive from them.</summary>
internal static class MailNames
{
    /// <summary>The files that speak of the catalogue, and the names that make a body in them worth a look.</summary>
    public static (ImmutableArray<SyntaxTree> Files, ISet<string> Names) Find(Compilation compilation, SmtpSymbols symbols, CancellationToken cancellation)
    {
        var names = new HashSet<string>(symbols.TypeNames);
        var needles = Shortest(symbols.TypeNames);
        var files = ImmutableArray.CreateBuilder<SyntaxTree>();
        var rest = compilation.SyntaxTrees.ToList();
        while (needles.Length > 0)
        {
            var found = rest.ToLookup(tree => SourceSearch.Mentions(tree.GetText(cancellation), needles));
            rest = found[false].ToList();
            files.AddRange(found[true]);

            // Another name for a mail type may stand in files that know no other.
            var more = new HashSet<string>();
            foreach (var tree in found[true])
                AddNames(tree.GetRoot(cancellation), names, more);
            names.UnionWith(more);
            needles = more.ToImmutableArray();
        }

        names.UnionWith(symbols.MemberNames);
        return (files.ToImmutable(), names);
    }

    /// <summary>The shortest texts such that each name holds one of them.</summary>
    private static ImmutableArray<string> Shortest(IReadOnlyCollection<string> names) => names
        .Where(name => !names.Any(other => other != name && name.Contains(other)))
        .OrderBy(name => name, System.StringComparer.Ordinal)
        .ToImmutableArray();

    private static void AddNames(SyntaxNode root, HashSet<string> names, HashSet<string> more)
    {
        // Types may derive from one another in any order: go on until nothing is new.
        for (var count = -1; count != more.Count;)
        {
            count = more.Count;
            foreach (var node in root.DescendantNodes(node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or GlobalStatementSyntax)))
            {
                switch (node)
                {
                    case UsingDirectiveSyntax { Alias: { } alias, Name: { } target } when names.Contains(LastName(target)):
                        Add(alias.Name.Identifier.ValueText);
                        break;
                    case TypeDeclarationSyntax { BaseList: { } bases } type when bases.Types.Any(b => IsKnown(LastName(b.Type))):
                        Add(type.Identifier.ValueText);
                        break;
                }
            }
        }

        bool IsKnown(string? name) => name is not null && (names.Contains(name) || more.Contains(name));

        void Add(string name)
        {
            if (!names.Contains(name))
                more.Add(name);
        }
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
