using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Framework code that keeps or passes an object on and never sets its members: collections, tasks, checks for null, dependency injection.
/// What goes there is judged as it is.
/// </summary>
internal static class PassThroughApis
{
    public static bool IsStoring(IParameterSymbol? parameter, FrameworkTypes types)
    {
        if (parameter?.ContainingSymbol is not IMethodSymbol method)
            return false;

        var type = method.ContainingType;
        return type.IsBelow("System") ? method.MethodKind != MethodKind.DelegateInvoke && !MaySetMembers(type, types)
            : type.IsBelow("Microsoft.Extensions.DependencyInjection");
    }

    /// <summary>What sets members by their names, or runs a delegate with whatever it is given.</summary>
    private static bool MaySetMembers(ITypeSymbol type, FrameworkTypes types) =>
        type.IsBelow("System.Reflection") || type.IsBelow("System.ComponentModel")
        || types.Is(type, FrameworkType.Type) || type.SpecialType == SpecialType.System_Delegate;
}
