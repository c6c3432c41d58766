using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>The members of enumerations that known texts name: <c>Enum.Parse&lt;Port&gt;("Plain")</c>.</summary>
internal static class EnumTexts
{
    /// <summary>What is parsed; null where the text, the type or the way of comparing is known at run time only.</summary>
    public static ValueSet? Parsed(IInvocationOperation call, ImmutableArray<ArgumentValue> arguments)
    {
        var type = call.TargetMethod.TypeArguments.FirstOrDefault() ?? (call.Arguments[0].Value as ITypeOfOperation)?.TypeOperand;
        ValueSet? text = null;
        var ignoresCase = false;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_String)
                text = argument.Value;
            else if (argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean
                && !argument.Value.TryGetConstant(out ignoresCase))
                return null;
        }

        if (type is not { TypeKind: TypeKind.Enum } || text is not { } named || !named.TryGetConstant<string>(out var name))
            return null;

        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(one => one.HasConstantValue && one.Name.Equals(name.Trim(), comparison));
        return member is null ? null : named.Select(known => known.WithConstant(member.ConstantValue));
    }
}
