using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>
/// A client that a field keeps or that a method returns may get its port from other code: then what it was made with says nothing. A write
/// to the port of a client made elsewhere is judged by itself, whatever other code writes.
/// </summary>
internal static class HeldClients
{
    public static bool GiveAnotherPort(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
    {
        if (connection.IsChangeOnly && !IsFirst(connection))
            return false;
        if (connection.Holder is not { } holder || holder.DeclaringSyntaxReferences.IsEmpty)
            return false;

        // A constructor's own write, for a client made elsewhere, is what other code replaces.
        var own = connection.IsChangeOnly ? CodeBody.Enclosing(connection.Site) : null;
        return holder is IMethodSymbol method
            ? EveryCaller(method, program, (body, called) => Does(body, called, program, cancellationToken), cancellationToken)
            : program.References.To(holder, cancellationToken).Any(body => body != own
                && (Does(body, holder, program, cancellationToken)
                    || (IsDefaultOnly(connection) && SaysPort(body, holder, program, cancellationToken))
                    || (IsDefaultOnly(connection) && program.Facts(body, cancellationToken).Exposed.Contains(holder))
                    || GoesOn(body, connection, program, cancellationToken)));
    }

    private static bool IsDefaultOnly(SmtpConnection connection) =>
        connection.Paths.All(path => path.Port.Knowns.All(known => known.IsDefault));

    /// <summary>Whether other code gives the client encryption or a login, or hands it to code that may.</summary>
    public static bool Secure(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken) =>
        connection.Holder is { DeclaringSyntaxReferences.IsEmpty: false } holder
        && program.References.To(holder, cancellationToken).Any(body => program.Facts(body, cancellationToken) is var facts
            && (facts.Secured.Contains(holder) || facts.SecuredSites.Contains(connection.Site)));

    /// <summary>Whether all who call the method do something to the client that it returns; false where unknown code may call it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="program">The program.</param>
    /// <param name="does">Whether a body does it to the client that it gets from a method: the one, or what it stands behind.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static bool EveryCaller(
        IMethodSymbol method, SmtpProgram program, Func<SyntaxNode, ISymbol, bool> does, CancellationToken cancellationToken)
    {
        if (!CodeBody.IsInternal(method) && !IsForBase(method))
            return false;

        var isCalled = false;
        foreach (var called in Implementations.ContractsOf(method, program, cancellationToken).Concat(Overridden(method)).Prepend(method))
        {
            foreach (var body in program.References.To(called, cancellationToken))
            {
                if (!program.Facts(body, cancellationToken).CallsOf(called).Any())
                    continue;
                if (!does(body, called))
                    return false;
                isCalled = true;
            }
        }

        return isCalled;
    }

    /// <summary>Whether the method gives a base type of the compilation what that asks for, and nothing else calls it.</summary>
    private static bool IsForBase(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Protected, OverriddenMethod.DeclaringSyntaxReferences.IsEmpty: false };

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
            yield return current.OriginalDefinition;
    }

    /// <summary>
    /// Whether it is a number that a constructor writes to the port of a client: another method that gives another one comes after it.
    /// </summary>
    private static bool IsFirst(SmtpConnection connection) =>
        CodeBody.Enclosing(connection.Site) is ConstructorDeclarationSyntax
        && connection.Paths.All(path => path.Port.Single is { Kind: AbstractValueKind.Constant, IsFallback: false });

    private static bool Does(SyntaxNode body, ISymbol holder, SmtpProgram program, CancellationToken cancellationToken) =>
        program.Facts(body, cancellationToken).Connections.Any(other =>
            other.IsChangeOnly
            && SymbolEqualityComparer.Default.Equals(other.Holder, holder) && other.Paths.Any(path => IsAnotherPort(path.Port)));

    /// <summary>Whether the body says the port of the client, be it 25: then that is where it is to be found and mended.</summary>
    private static bool SaysPort(SyntaxNode body, ISymbol holder, SmtpProgram program, CancellationToken cancellationToken) =>
        program.Facts(body, cancellationToken).Connections.Any(other =>
            other.IsChangeOnly
            && SymbolEqualityComparer.Default.Equals(other.Holder, holder)
            && other.Paths.Any(path => !path.IsExempt && path.Port.Knowns.Any(known => !known.IsDefault)));

    /// <summary>Whether the body gets the very client from another one, and gives it another port.</summary>
    private static bool GoesOn(SyntaxNode body, SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken) =>
        CodeBody.Enclosing(connection.Site) != body
        && program.Facts(body, cancellationToken) is var facts && facts.Changed.Contains(connection.Site)
        && facts.Connections.Any(other => other.Site == connection.Site && other.Paths.Any(path => IsAnotherPort(path.Port)));

    private static bool IsAnotherPort(ValueSet port) =>
        port.IsOpen
            || port.Knowns.Any(known =>
                !known.IsDefault && !(ConstantFolding.TryGetInteger(known.Constant, out var number) && number == MailPorts.Blocked));
}
