using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>What conversions and interpolated texts make of values.</summary>
internal static class Conversions
{
    public static ValueSet Converted(IConversionOperation conversion, FlowEvaluator evaluator, IFlowSemantics semantics)
    {
        var value = evaluator.Evaluate(conversion.Operand);
        if (conversion.OperatorMethod is null)
            return value.Select(known => ConstantFolding.Conversion(known, conversion.Type));
        if (semantics.Converted(conversion, value, evaluator) is { } own)
            return own;

        // What converts of itself stands for the same: a layout, a string or a port that is made of 25 is 25.
        return conversion.OperatorMethod.Name == WellKnownMemberNames.ImplicitConversionName
            ? value.Select(known => known.Kind is AbstractValueKind.Constant or AbstractValueKind.PartialText ? known : null)
            : ValueSet.Open;
    }

    public static ValueSet Interpolated(IInterpolatedStringOperation text, FlowEvaluator evaluator)
    {
        var parts = new List<ValueSet>();
        foreach (var part in text.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation literal => evaluator.Evaluate(literal.Text),
                IInterpolationOperation hole => evaluator.Evaluate(hole.Expression),
                _ => ValueSet.Open,
            });
        }

        return ConstantFolding.Concatenation(parts, text.Syntax);
    }
}
