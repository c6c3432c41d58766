using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Writes type names as short as a place allows, and remembers the namespaces that have to be imported for that.</summary>
internal sealed class TypeNames
{
    private readonly SortedSet<string> _imports = new(System.StringComparer.Ordinal);
    private readonly List<NamesOfFile> _files;

    /// <param name="file">The file as the project at hand compiles it.</param>
    /// <param name="frameworks">The same for every other project: the name has to mean the same to all.</param>
    public TypeNames(FileContext file, TargetFrameworks frameworks) =>
        _files = frameworks.Others.Prepend(file).Select(f => new NamesOfFile(f.Model, f.Root)).ToList();

    private enum Spelling
    {
        Simple,
        WithImport,
        Qualified,
        Rooted,
    }

    /// <summary>Namespaces that the file does not import yet.</summary>
    public IReadOnlyCollection<string> Imports => _imports;

    /// <summary>The name of a type that may be in no namespace.</summary>
    public string At(int position, INamespaceSymbol @namespace, string name) =>
        @namespace.IsGlobalNamespace ? name : At(position, @namespace.ToDisplayString(), name);

    public string At(int position, string @namespace, string name, int arity = 0)
    {
        var spelling = _files.Max(file => file.SpellingOf(position, @namespace, name, arity, _imports));
        if (spelling == Spelling.WithImport)
            _imports.Add(@namespace);
        return spelling switch
        {
            Spelling.Rooted => "global::" + @namespace + "." + name,
            Spelling.Qualified => @namespace + "." + name,
            _ => name,
        };
    }

    /// <summary>
    /// Makes the extension methods of a type available at a position; false where that would change the meaning of other code.
    /// </summary>
    public bool ImportExtensions(int position, string @namespace, string type)
    {
        if (_files.All(file => file.Sees(position, @namespace, type)) || _imports.Contains(@namespace))
            return true;
        if (!_files.All(file => file.Sees(position, @namespace, type) || file.CanImport(@namespace)))
            return false;

        _imports.Add(@namespace);
        return true;
    }

    /// <summary>The names in one project's view of the file.</summary>
    private sealed class NamesOfFile(SemanticModel model, SyntaxNode root)
    {
        private ILookup<string, SimpleNameSyntax>? _names;

        public bool Sees(int position, string @namespace, string type) =>
            model.LookupNamespacesAndTypes(Within(position), name: type).OfType<INamedTypeSymbol>()
                .Any(t => t.ContainingNamespace.ToDisplayString() == @namespace);

        public Spelling SpellingOf(int position, string @namespace, string name, int arity, ISet<string> imports)
        {
            position = Within(position);

            // A member or local of that name hides the type.
            if (model.LookupSymbols(position, name: name).Any(s => s is not INamespaceOrTypeSymbol))
                return Qualified(position, @namespace);

            var found = model.LookupNamespacesAndTypes(position, name: name);
            if (found.OfType<INamedTypeSymbol>().Any(t => t.Arity == arity && t.ContainingNamespace.ToDisplayString() == @namespace))
                return found.Length == 1 ? Spelling.Simple : Qualified(position, @namespace);
            return found.IsEmpty && (imports.Contains(@namespace) || CanImport(@namespace))
                ? Spelling.WithImport
                : Qualified(position, @namespace);
        }

        // A new using must not capture names that the file already uses for something else: MailKit.Security, for one, has an
        // AuthenticationException as System.Security.Authentication has.
        public bool CanImport(string @namespace) => NamespaceOf(@namespace) is { } symbol
            && !symbol.GetTypeMembers().Any(t => t.DeclaredAccessibility == Accessibility.Public && IsUsedForAnother(t.Name, @namespace));

        private int Within(int position) => System.Math.Min(position, root.FullSpan.End);

        private Spelling Qualified(int position, string @namespace) =>
            model.LookupSymbols(position, name: @namespace.Split('.')[0])
                .Any(s => s is not INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true })
                ? Spelling.Rooted
                : Spelling.Qualified;

        private bool IsUsedForAnother(string name, string @namespace)
        {
            _names ??= root.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(n => n.Parent is not (NameEqualsSyntax or NameColonSyntax))
                .Where(n => n.Parent is not MemberAccessExpressionSyntax access || access.Expression == n)
                .Where(n => n.Parent is not QualifiedNameSyntax qualified || qualified.Left == n)
                .ToLookup(n => n.Identifier.ValueText);
            return _names[name].Any(n => model.GetSymbolInfo(n).Symbol switch
            {
                INamedTypeSymbol type => type.ContainingNamespace.ToDisplayString() != @namespace,
                IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
                    constructor.ContainingNamespace.ToDisplayString() != @namespace,
                INamespaceSymbol or null => true,
                _ => false,
            });
        }

        private INamespaceSymbol? NamespaceOf(string name)
        {
            INamespaceSymbol? current = model.Compilation.GlobalNamespace;
            foreach (var part in name.Split('.'))
                current = current?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
            return current;
        }
    }
}
