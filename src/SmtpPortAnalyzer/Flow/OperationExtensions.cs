using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow;

/// <summary>Questions to operations that need no state.</summary>
internal static class OperationExtensions
{
    /// <summary>Whether run time decides what is called, or which member is meant.</summary>
    public static bool IsDynamic(this IOperation operation) =>
        operation is IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicMemberReferenceOperation
            or IDynamicIndexerAccessOperation;
}
