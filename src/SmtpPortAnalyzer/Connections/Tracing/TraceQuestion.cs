using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// What a <see cref="ValueTrace"/> is to find out: where it starts, what goes along from a symbol to its sources, and what an answer is.
/// </summary>
internal abstract class TraceQuestion
{
    /// <summary>Reaches the values that the question begins with.</summary>
    public abstract void Start(ValueTrace trace);

    /// <summary>Notes a value that is no symbol; what it holds in turn may be reached from it.</summary>
    public abstract void Answer(TraceStep step, ValueTrace trace);

    /// <summary>Whether the way ends at the step with an answer, since what it has come to is no symbol or is known already.</summary>
    public virtual bool Ends(TraceStep step) => !step.IsSymbol;

    /// <summary>Whether the sources of the step's symbol are all that may be in it, as far as the question needs to know.</summary>
    public virtual bool MayFollow(TraceStep step) => true;

    /// <summary>Goes on to one source of the step's symbol; false where it is none in the question's sense.</summary>
    public abstract bool Cross(TraceStep step, ValueSource source, ValueTrace trace);

    /// <summary>The way ends at a symbol of which nothing more is known.</summary>
    public virtual void Lost(TraceStep step)
    {
    }

    /// <summary>The alternative as it goes on from the step: what reaches a fallback is one.</summary>
    protected static AbstractValue Carry(TraceStep step, AbstractValue known)
    {
        var carried = step.Value.IsFallback ? known.AsFallback() : known;
        return step.Value.IsExcluded ? carried.AsExcluded() : carried;
    }

    /// <summary>
    /// Whether the member is the value of a row in a table of keys and values: what one row holds says nothing of the others.
    /// </summary>
    protected static bool IsRow(ISymbol symbol) =>
        symbol is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false }
        && (symbol.Name.Contains("Value") || symbol.Name is "Text" or "Data" or "Content")
        && symbol.ContainingType.GetMembers().Any(other => IsPropertyOrField(other)
            && (other.Name.EndsWith("Key", System.StringComparison.Ordinal)
                || other.Name is "Name" or "Code" or "Id" or "Type" or "Setting" or "Kind"));

    private static bool IsPropertyOrField(ISymbol member) => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false };

    /// <summary>Whether other code decides what the symbol holds: callers, or types that implement or override it.</summary>
    protected static bool IsDecidedElsewhere(ISymbol symbol) => symbol is IParameterSymbol || Implementations.MayBeReplaced(symbol);

    /// <summary>
    /// Whether code outside, or a binder, may set the member: then it starts with its initializer, and nothing more is sure.
    /// </summary>
    protected static bool IsBindable(ISymbol symbol) =>
        symbol.OriginalDefinition is IPropertySymbol { IsAbstract: false, SetMethod.DeclaredAccessibility: Accessibility.Public } property
        && !property.DeclaringSyntaxReferences.IsEmpty;
}
