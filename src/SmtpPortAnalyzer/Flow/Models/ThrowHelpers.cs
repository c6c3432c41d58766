using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>The framework's methods that throw where an argument compares in some way with a limit.</summary>
internal static class ThrowHelpers
{
    /// <summary>The comparison with which the method throws; null where it is none of them.</summary>
    public static BinaryOperatorKind? KindOf(IInvocationOperation call, FrameworkTypes types) =>
        call.Arguments.Length < 2 || !types.Is(call.TargetMethod.ContainingType, FrameworkType.OutOfRange) ? null
        : call.TargetMethod.Name switch
        {
            "ThrowIfEqual" => BinaryOperatorKind.Equals,
            "ThrowIfNotEqual" => BinaryOperatorKind.NotEquals,
            "ThrowIfLessThan" => BinaryOperatorKind.LessThan,
            "ThrowIfLessThanOrEqual" => BinaryOperatorKind.LessThanOrEqual,
            "ThrowIfGreaterThan" => BinaryOperatorKind.GreaterThan,
            "ThrowIfGreaterThanOrEqual" => BinaryOperatorKind.GreaterThanOrEqual,
            _ => null,
        };
}
