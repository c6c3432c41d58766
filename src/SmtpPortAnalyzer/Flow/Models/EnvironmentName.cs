using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>
/// The name of the environment that the program runs in, wherever it is read from: whether it is <c>Development</c> tells a developer's
/// machine from all others.
/// </summary>
internal static class EnvironmentName
{
    /// <summary>The variables that give a host its name.</summary>
    public static readonly ImmutableArray<string> Variables =
        ImmutableArray.Create("ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT");

    private const string Development = "Development";

    /// <summary>The name as a host gives it, and the names that the framework has for it.</summary>
    public static ValueSet? Member(IMemberReferenceOperation member, FrameworkTypes types) => member.Member switch
    {
        IPropertySymbol { Name: "EnvironmentName", ContainingType: { } type } when types.Is(type, FrameworkType.HostEnvironment) =>
            ValueSet.FromValue(AbstractValue.EnvironmentName),
        IFieldSymbol { Name: Development, ContainingType: { } type } when types.Is(type, FrameworkType.EnvironmentNames) =>
            ValueSet.FromValue(AbstractValue.OfConstant(Development, member.Syntax)),
        _ => null,
    };

    /// <summary>The name as an environment variable gives it; what it is in other letters.</summary>
    public static ValueSet? Call(
        IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FrameworkTypes types)
    {
        var method = call.TargetMethod;
        if (method.Name == "GetEnvironmentVariable")
        {
            return types.Is(method.ContainingType, FrameworkType.Environment) && arguments.Length > 0
                && arguments[0].Value.TryGetConstant<string>(out var variable) && Variables.Contains(variable)
                    ? ValueSet.FromValue(AbstractValue.EnvironmentName)
                    : null;
        }

        if (method.ContainingType?.SpecialType != SpecialType.System_String)
            return null;

        return method.Name switch
        {
            "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Trim" when IsName(receiver) => receiver,
            _ => null,
        };
    }

    /// <summary>What a comparison of the name tells; null where it tells nothing, or compares something else.</summary>
    public static AbstractValue? Compared(BinaryOperatorKind kind, ValueSet one, ValueSet other) =>
        kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && ((IsName(one) && IsDevelopment(other)) || (IsName(other) && IsDevelopment(one)))
            ? AbstractValue.OfDevelopment(kind == BinaryOperatorKind.Equals)
            : null;

    private static bool IsDevelopment(ValueSet text) =>
        text.TryGetConstant<string>(out var name) && name.Equals(Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the name, be it that the configuration gives it under the name of the variable.</summary>
    private static bool IsName(ValueSet text) =>
        text.Single is { Kind: AbstractValueKind.EnvironmentName }
        || (text.Knowns.Length == 1 && text.Knowns[0] is { Kind: AbstractValueKind.Setting } setting
            && setting.Items[0].TryGetConstant<string>(out var key) && Variables.Contains(key));
}
