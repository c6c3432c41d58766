using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Conditions that hold on a developer's machine only: what they guard never runs in Azure.</summary>
internal static class DevelopmentGuard
{
    /// <summary>Marks the value of a guard, so that it is known again when it comes out of a variable.</summary>
    public static readonly Known Mark = Known.OfConstant("development", null);

    public static bool IsGuard(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "IsDevelopment" => IsHosting(method),
            "IsEnvironment" => IsHosting(method) && call.Arguments.Length > 0 && IsDevelopment(call.Arguments[call.Arguments.Length - 1].Value),
            _ => false,
        };
    }

    public static bool IsExemptWhen(IOperation condition, FlowValue value, bool holds)
    {
        if (value.Single is { Kind: KnownKind.Symbolic } known && Mark.Equals(known.Receiver))
            return holds;

        return condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            && (IsEnvironmentName(comparison.LeftOperand) || IsEnvironmentName(comparison.RightOperand))
            && (IsDevelopment(comparison.LeftOperand) || IsDevelopment(comparison.RightOperand))
            && holds == (comparison.OperatorKind == BinaryOperatorKind.Equals);
    }

    private static bool IsHosting(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is "Microsoft.Extensions.Hosting" or "Microsoft.AspNetCore.Hosting";

    private static bool IsEnvironmentName(IOperation operation) =>
        Fold.WithoutConversion(operation) is IPropertyReferenceOperation { Property: { Name: "EnvironmentName", ContainingType.Name: "IHostEnvironment" or "IWebHostEnvironment" or "IHostingEnvironment" } };

    private static bool IsDevelopment(IOperation operation) => Fold.WithoutConversion(operation) switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name.Equals("Development", System.StringComparison.OrdinalIgnoreCase),
        IFieldReferenceOperation { Field: { Name: "Development", ContainingType.Name: "Environments" or "EnvironmentName" } } => true,
        _ => false,
    };
}
