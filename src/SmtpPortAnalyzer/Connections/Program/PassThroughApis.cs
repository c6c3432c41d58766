using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

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

        var type = method.ContainingType;
        return type.IsBelow("System") ? method.MethodKind != MethodKind.DelegateInvoke
            : type.IsBelow("Microsoft.Extensions.DependencyInjection");
    }
}
