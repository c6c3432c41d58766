using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Writes type names as short as a place allows, and remembers the namespaces that have to be imported for that.</summary>
internal sealed class TypeNames(SemanticModel model, SyntaxNode root)
{
    private readonly SortedSet<string> _imports = new(System.StringComparer.Ordinal);
    private ILookup<string, SimpleNameSyntax>? _names;

    /// <summary>Namespaces that the file does not import yet.</summary>
    public IReadOnlyCollection<string> Imports => _imports;

    /// <summary>The name of a type that may be in no namespace.</summary>
    public string At(int position, INamespaceSymbol @namespace, string name) =>
        @namespace.IsGlobalNamespace ? name : At(position, @namespace.ToDisplayString(), name);

    public string At(int position, string @namespace, string name, int arity = 0)
    {
        // A member or local of that name hides the type.
        if (model.LookupSymbols(position, name: name).Any(s => s is not INamespaceOrTypeSymbol))
            return Qualified(position, @namespace, name);

        var found = model.LookupNamespacesAndTypes(position, name: name);
        if (found.OfType<INamedTypeSymbol>().Any(t => t.Arity == arity && t.ContainingNamespace.ToDisplayString() == @namespace))
            return found.Length == 1 ? name : Qualified(position, @namespace, name);
        return found.IsEmpty && Import(@namespace) ? name : Qualified(position, @namespace, name);
    }

    /// <summary>
    /// Makes the extension methods of a type available at a position; false where that would change the meaning of other code.
    /// </summary>
    public bool ImportExtensions(int position, string @namespace, string type) =>
        model.LookupNamespacesAndTypes(position, name: type).OfType<INamedTypeSymbol>()
            .Any(t => t.ContainingNamespace.ToDisplayString() == @namespace)
        || Import(@namespace);

    // A new using must not capture names that the file already uses for something else: MailKit.Security, for one, has an
    // AuthenticationException as System.Security.Authentication has.
    private bool Import(string @namespace)
    {
        if (_imports.Contains(@namespace))
            return true;

        if (NamespaceOf(@namespace) is not { } symbol
            || symbol.GetTypeMembers().Any(t => t.DeclaredAccessibility == Accessibility.Public && IsUsedForAnother(t.Name, @namespace)))
            return false;

        _imports.Add(@namespace);
        return true;
    }

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

    private string Qualified(int position, string @namespace, string name)
    {
        var first = @namespace.Split('.')[0];
        var hidden = model.LookupSymbols(position, name: first)
            .Any(s => s is not INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true });
        return (hidden ? "global::" : "") + @namespace + "." + name;
    }

    private INamespaceSymbol? NamespaceOf(string name)
    {
        INamespaceSymbol? current = model.Compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
            current = current?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        return current;
    }
}
