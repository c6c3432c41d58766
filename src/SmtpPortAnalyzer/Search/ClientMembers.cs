using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Members through which a file uses a mail client without naming its type: <c>Client.Port = 25</c> in a derived class,
/// <c>factory.Create()</c>.
/// </summary>
internal static class ClientMembers
{
    /// <summary>
    /// The names of a file's fields, properties and methods that are declared with one of the types, as far as other files see them.
    /// </summary>
    public static IEnumerable<string> NamesIn(SyntaxNode root, ICollection<string> types)
    {
        foreach (var node in Declarations.FindIn(root))
        {
            switch (node)
            {
                case FieldDeclarationSyntax field when IsSeenElsewhere(field) && Names(field.Declaration.Type, types):
                    foreach (var variable in field.Declaration.Variables)
                        yield return variable.Identifier.ValueText;
                    break;
                case PropertyDeclarationSyntax property when IsSeenElsewhere(property) && Names(property.Type, types):
                    yield return property.Identifier.ValueText;
                    break;
                case MethodDeclarationSyntax method when IsSeenElsewhere(method) && Names(method.ReturnType, types):
                    yield return method.Identifier.ValueText;
                    break;
            }
        }
    }

    // Task<SmtpClient>, Lazy<SmtpClient> as well.
    private static bool Names(TypeSyntax type, ICollection<string> types) =>
        type.DescendantNodesAndSelf().Any(part => part is SimpleNameSyntax name && types.Contains(name.Identifier.ValueText));

    private static bool IsSeenElsewhere(MemberDeclarationSyntax member) => member.Parent is InterfaceDeclarationSyntax
        || member.Modifiers.Any(modifier =>
            modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        || (member.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword));
}
