using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>A service that the constructor of a type is about to take: what code of the type can read from then on.</summary>
/// <param name="Type">The type; null where the service is in reach already, so that nothing is about to change.</param>
/// <param name="Name">What the parameter is called.</param>
/// <param name="IsPrimary">Whether the constructor is the primary one, which keeps its parameters without a field.</param>
internal sealed record InjectedService(TypeDeclarationSyntax? Type, string Name, bool IsPrimary)
{
    public static readonly InjectedService InReach = new(null, "", IsPrimary: false);

    /// <summary>
    /// The name by which it can be read at a place, or null where it cannot. A field's name is settled when there is one.
    /// </summary>
    public string? NameAt(SyntaxNode place) =>
        Type is not null && place.FirstAncestorOrSelf<TypeDeclarationSyntax>() == Type
        && (IsParameterAt(place) || !StaticContext.IsStatic(place, allowInitializers: IsPrimary))
            ? Name
            : null;

    // The parameter itself is in sight in the constructor, and in what that hands to the base class's.
    private static bool IsParameterAt(SyntaxNode place) =>
        place.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor && !StaticContext.IsCutOff(constructor, place);
}
