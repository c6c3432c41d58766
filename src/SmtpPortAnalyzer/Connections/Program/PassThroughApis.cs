using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Framework code that keeps or passes an object on and never sets its members: collections, tasks, checks for null, dependency injection.
/// What goes there is judged as it is.
/// </summary>
internal static class PassThroughApis
{
    public static bool IsStoring(IParameterSymbol? parameter)
    {
        if (parameter?.ContainingSymbol is not IMethodSymbol method)
            return false;

        for (var space = method.ContainingType.ContainingNamespace; space
            is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace.IsGlobalNamespace)
                return space.Name == "System" && method.MethodKind != MethodKind.DelegateInvoke;

            if (space.Name == "DependencyInjection"
                && space.ContainingNamespace is { Name: "Extensions", ContainingNamespace.Name: "Microsoft" })
                return true;
        }

        return false;
    }
}
