using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// A client that a field keeps or that a method returns may get its port from other code: then what it had before says nothing.
/// </summary>
internal static class Holders
{
    public static bool GiveAnotherPort(SmtpConnection connection, SmtpProgram program, CancellationToken cancellation)
    {
        if (connection.Holder is not { } holder || holder.DeclaringSyntaxReferences.IsEmpty)
            return false;

        var bodies = program.References.To(holder, cancellation);
        return holder is IMethodSymbol method ? EveryCallerDoes(method, bodies, program, cancellation) : bodies.Any(body => Does(body, holder, program, cancellation));
    }

    /// <summary>Whether other code gives the client encryption or a login, or hands it to code that may.</summary>
    public static bool Secure(SmtpConnection connection, SmtpProgram program, CancellationToken cancellation) =>
        connection.Holder is { DeclaringSyntaxReferences.IsEmpty: false } holder
        && program.References.To(holder, cancellation).Any(body => program.Facts(body, cancellation).Secured.Contains(holder));

    private static bool EveryCallerDoes(IMethodSymbol method, IEnumerable<SyntaxNode> bodies, SmtpProgram program, CancellationToken cancellation)
    {
        // Anybody may call what is visible outside of the assembly.
        if (method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            return false;

        var callers = bodies
            .Where(body => program.Facts(body, cancellation).CallsOf(method).Any())
            .ToList();
        return callers.Count > 0 && callers.All(body => Does(body, method, program, cancellation));
    }

    private static bool Does(SyntaxNode body, ISymbol holder, SmtpProgram program, CancellationToken cancellation) =>
        program.Facts(body, cancellation).Connections.Any(other =>
            other.IsChangeOnly
            && SymbolEqualityComparer.Default.Equals(other.Holder, holder) && other.Paths.Any(path => IsAnotherPort(path.Port)));

    private static bool IsAnotherPort(FlowValue port) =>
        port.IsOpen || port.Knowns.Any(known => !known.IsDefault && !(Fold.TryGetInteger(known.Constant, out var number) && number == 25));
}
