using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Numbers that turn out not to be set although they have a default of their own: <c>if (s.Port &gt; 0) client.Port = s.Port;</c> where
/// <c>Port</c> is 587 as long as no code sets it.
/// </summary>
internal sealed class UnsetNumbers(SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>Whether a comparison turns out as it would for zero, and not as it does for the default.</summary>
    public bool IsAgainstDefault(IOperation number, BinaryOperatorKind comparison, int limit, bool holds) =>
        DeclaredDefault(number) is { } preset
        && ConstantFolding.Answer(comparison, preset.Constant, limit) == !holds && ConstantFolding.Answer(comparison, 0, limit) == holds;

    /// <summary>The constant that a settable member or a parameter holds as long as it is given no other.</summary>
    private AbstractValue? DeclaredDefault(IOperation number)
    {
        if (number is IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, ExplicitDefaultValue: int preset } })
            return AbstractValue.OfConstant(preset, null);

        return number is IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Int32 } member
            and (IFieldReferenceOperation or IPropertyReferenceOperation)
            && program.InitializerOf(member.Member.OriginalDefinition, cancellationToken) is { } initializer
            ? program.Facts(initializer, cancellationToken).WritesTo(StorageLocation.Kept(member.Member)).FirstOrDefault()?.Value.Single
            : null;
    }
}
