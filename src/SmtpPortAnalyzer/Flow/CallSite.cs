using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow;

/// <summary>A call, or a creation.</summary>
internal readonly struct CallSite(IMethodSymbol? method, ITypeSymbol? type, SyntaxNode syntax)
{
    /// <summary>The method or constructor; null for the creation of what has none.</summary>
    public IMethodSymbol? Method { get; } = method;

    /// <summary>The static type of the receiver, or the type that is made; null for a static call.</summary>
    public ITypeSymbol? Type { get; } = type;

    public SyntaxNode Syntax { get; } = syntax;

    public static CallSite From(IInvocationOperation call) => new(call.TargetMethod, call.Instance?.Type, call.Syntax);

    /// <summary>
    /// The same where the object is known: a library's own method that stands behind one of an interface is called as itself.
    /// </summary>
    public static CallSite From(IInvocationOperation call, ValueSet receiver) =>
        receiver.Single is { Symbol: ITypeSymbol made } known
            && StorageLocation.Implemented(known, call.TargetMethod) is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: true } own
            && !SymbolEqualityComparer.Default.Equals(own, call.TargetMethod)
                ? new(own, made, call.Syntax)
                : From(call);

    public static CallSite From(IObjectCreationOperation creation) => new(creation.Constructor, creation.Type, creation.Syntax);
}
