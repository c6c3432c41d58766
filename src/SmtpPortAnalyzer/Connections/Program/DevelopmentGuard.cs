using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Conditions that hold on a developer's machine only: what they guard never runs in Azure. Their value is a
/// <see cref="AbstractValueKind.Development"/>.
/// </summary>
internal static class DevelopmentGuard
{
    /// <summary>A program without any of these names has no guard.</summary>
    public static readonly ImmutableArray<string> Words =
        ImmutableArray.Create("IsDevelopment", "IsEnvironment", "EnvironmentName").AddRange(EnvironmentName.Variables);

    public static bool IsGuard(IInvocationOperation call, FrameworkTypes types)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "IsDevelopment" => IsHosting(method),
            "IsEnvironment" => IsHosting(method) && call.Arguments.Length > 0
                && IsDevelopment(call.Arguments[call.Arguments.Length - 1].Value, types),
            _ => false,
        };
    }

    public static bool IsExemptWhen(ValueSet condition, bool holds, SmtpProgram program, CancellationToken cancellationToken) =>
        !condition.IsOpen
        && condition.Knowns.Any(known => known.Kind != AbstractValueKind.Constant)
        && condition.Knowns.All(known => known switch
        {
            { Kind: AbstractValueKind.Development, Constant: bool there } => holds == there,
            { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } member =>
                Kept(member.Symbol, program, cancellationToken) == holds,

            // On this way it is not that one: e?.IsDevelopment() == true.
            { Kind: AbstractValueKind.Constant, Constant: bool other } => other != holds,
            _ => false,
        });

    /// <summary>
    /// The answer on a developer's machine, where the type's own flag holds nothing but that: <c>_isLocal = env.IsDevelopment()</c>.
    /// </summary>
    private static bool? Kept(ISymbol member, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || !IsOwnFlag(member))
            return null;

        // On some ways the answer may be that it is none: e?.IsDevelopment() == true.
        var (answer, other) = ((bool?)null, (bool?)null);
        foreach (var write in MemberWrites.FindTo(member.OriginalDefinition, program, cancellationToken))
        {
            if (write.Value.IsOpen)
                return null;

            foreach (var known in write.Value.Knowns)
            {
                switch (known)
                {
                    case { Kind: AbstractValueKind.Development, Constant: bool there } when there == (answer ?? there):
                        answer = there;
                        break;
                    case { Kind: AbstractValueKind.Constant, Constant: bool constant } when constant == (other ?? constant):
                        other = constant;
                        break;
                    default:
                        return null;
                }
            }
        }

        return answer == other ? null : answer;
    }

    /// <summary>Whether only the type itself sets it: what others set as well, a setting for example, may be anything.</summary>
    private static bool IsOwnFlag(ISymbol member) => member switch
    {
        IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean } field =>
            field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean } property =>
            property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private static bool IsHosting(IMethodSymbol method) =>
        method.IsIn("Microsoft.Extensions.Hosting") || method.IsIn("Microsoft.AspNetCore.Hosting");

    private static bool IsDevelopment(IOperation operation, FrameworkTypes types) => ConstantFolding.WithoutConversion(operation) switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => name.Equals("Development", System.StringComparison.OrdinalIgnoreCase),
        IFieldReferenceOperation { Field: { Name: "Development", ContainingType: { } type } } =>
            types.Is(type, FrameworkType.EnvironmentNames),
        _ => false,
    };
}
