using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// A client that a field keeps or that a method returns may get its port from other code: then what it had before says nothing.
/// </summary>
internal static class HeldClients
{
    public static bool GiveAnotherPort(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (connection.Holder is not { } holder || holder.DeclaringSyntaxReferences.IsEmpty)
            return false;

        var bodies = program.References.To(holder, cancellationToken);
        return holder is IMethodSymbol method
            ? EveryCallerDoes(method, bodies, program, cancellationToken)
            : bodies.Any(body => Does(body, holder, program, cancellationToken));
    }

    /// <summary>Whether other code gives the client encryption or a login, or hands it to code that may.</summary>
    public static bool Secure(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken) =>
        connection.Holder is { DeclaringSyntaxReferences.IsEmpty: false } holder
        && program.References.To(holder, cancellationToken).Any(body => program.Facts(body, cancellationToken).Secured.Contains(holder));

    private static bool EveryCallerDoes(
        IMethodSymbol method, IEnumerable<SyntaxNode> bodies, SmtpProgram program, CancellationToken cancellationToken)
    {
        // Anybody may call what is visible outside of the assembly.
        if (method.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
            return false;

        var callers = bodies
            .Where(body => program.Facts(body, cancellationToken).CallsOf(method).Any())
            .ToList();
        return callers.Count > 0 && callers.All(body => Does(body, method, program, cancellationToken));
    }

    private static bool Does(SyntaxNode body, ISymbol holder, SmtpProgram program, CancellationToken cancellationToken) =>
        program.Facts(body, cancellationToken).Connections.Any(other =>
            other.IsChangeOnly
            && SymbolEqualityComparer.Default.Equals(other.Holder, holder) && other.Paths.Any(path => IsAnotherPort(path.Port)));

    private static bool IsAnotherPort(ValueSet port) =>
        port.IsOpen
            || port.Knowns.Any(known =>
                !known.IsDefault && !(ConstantFolding.TryGetInteger(known.Constant, out var number) && number == MailPorts.Blocked));
}
