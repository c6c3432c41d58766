using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>A parameter of a type's primary constructor, which all members of the object read: <c>class Mailer(bool plain)</c>.</summary>
internal static class PrimaryParameter
{
    public static bool Is(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Length == 1
        && constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax;

    /// <summary>Whether it is one, and none of the type's code writes it.</summary>
    public static bool IsFixed(IParameterSymbol parameter, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (!Is(parameter, cancellationToken))
            return false;

        program.Footprints.ReadAround(parameter.Name);
        return !parameter.ContainingType.DeclaringSyntaxReferences
            .SelectMany(part => part.GetSyntax(cancellationToken).DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == parameter.Name && name.IsVariable() && name.IsWritten());
    }
}
