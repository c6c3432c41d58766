using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>
/// One source file as a fix asks it: its semantic model, what the light bulb knows already, and the token by which a question may be given
/// up. It is handed on in place of the model and the token.
/// </summary>
internal sealed class FileContext(Document document, SemanticModel model, FixContext fix)
{
    public Document Document { get; } = document;

    public SemanticModel Model { get; } = model;

    /// <summary>What all actions of the light bulb share.</summary>
    public FixContext Fix { get; } = fix;

    /// <summary>The framework's types as the compilation of the file knows them.</summary>
    public FrameworkTypes FrameworkTypes => Fix.Searches.FrameworkTypesOf(Model.Compilation);

    public CancellationToken CancellationToken => Fix.CancellationToken;

    public SyntaxTree Tree => Model.SyntaxTree;

    public SyntaxNode Root => Model.SyntaxTree.GetRoot(CancellationToken);

    /// <summary>Another file of the same project; null where the tree is none of it.</summary>
    public FileContext? Beside(SyntaxTree tree) => tree == Tree ? this
        : Document.Project.GetDocument(tree) is { } other ? new FileContext(other, Model.Compilation.GetSemanticModel(tree), Fix)
        : null;

    /// <summary>The symbol that an expression, a call or a type's name means; null where the compiler finds none, or several.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, CancellationToken).Symbol;

    /// <summary>The symbol that a declaration introduces.</summary>
    public ISymbol? DeclaredBy(SyntaxNode declaration) => Model.GetDeclaredSymbol(declaration, CancellationToken);

    public ITypeSymbol? TypeOf(SyntaxNode expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>What the compiler itself knows to be the value of an expression.</summary>
    public Optional<object?> ConstantOf(SyntaxNode expression) => Model.GetConstantValue(expression, CancellationToken);

    /// <summary>What is proved of the program that the file is a part of.</summary>
    private ConnectionFacts Facts => Fix.Searches.FactsOf(Model.Compilation, CancellationToken);

    /// <summary>The servers that the program names, and the passwords that it has for them.</summary>
    public KnownAccounts Accounts => Facts.Accounts(CancellationToken);

    /// <summary>
    /// The constant that an expression always has, as the analyzer has proved it; null where run time or a caller decides.
    /// </summary>
    public object? ProvedConstant(ExpressionSyntax expression) => Facts.ConstantOf(expression, CancellationToken);

    /// <summary>All that is known of what a host may be; what callers hand over is among it.</summary>
    public ValueSet ProvedHosts(ExpressionSyntax host) => Facts.Resolve(host, CancellationToken);

    /// <summary>The same of any other setting.</summary>
    public ValueSet ProvedSettings(ExpressionSyntax setting) => Facts.Resolve(setting, CancellationToken);

    /// <summary>Whether a host is the answer to a look-up of mail exchangers.</summary>
    public bool IsLookedUp(ExpressionSyntax host) => Facts.IsLookedUp(host, CancellationToken);

    /// <summary>Whether an expression is what a call gives a parameter, and never something else.</summary>
    public bool IsHandedBy(IParameterSymbol parameter, ExpressionSyntax value) => Facts.IsHandedBy(parameter, value, CancellationToken);

    /// <summary>Whether a field or property may hold what a call gives a parameter.</summary>
    public bool MayHold(ISymbol member, IParameterSymbol parameter) => Facts.MayHold(member, parameter, CancellationToken);

    /// <summary>Whether what a call gives a parameter may be the password that an expression logs in with.</summary>
    public bool IsLoginHandedBy(IParameterSymbol parameter, ExpressionSyntax credentials) =>
        Facts.IsLoginHandedBy(parameter, credentials, CancellationToken);

    /// <summary>Whether one of the constants that a port may be is a port of TLS from the first byte.</summary>
    public bool MayBeImplicit(ExpressionSyntax port) => ProvedSettings(port).Knowns.Any(known =>
        ConstantFolding.TryGetInteger(known.Constant, out var number) && MailPorts.IsPort(number) && MailPorts.IsImplicit((int)number));

    /// <summary>Whether a connection is opened at a creation, a call or an assignment to a port.</summary>
    public bool IsConnection(SyntaxNode site) => Facts.ConnectionAt(site, CancellationToken) is not null;

    /// <summary>Every known port that reaches the connection at a place, from wherever in the program, with its host.</summary>
    public IReadOnlyList<PortArrival> ArrivalsAt(SyntaxNode site) => Facts.ArrivalsAt(site, CancellationToken);

    /// <summary>Whether the connection at a place goes to the machine itself on some way: it speaks as it does today.</summary>
    public bool IsLocalToo(SyntaxNode site) => ArrivalsAt(site).Any(arrival => HostValue.IsLocal(arrival.Host));

    /// <summary>The connections of the program that a port reaches from the expression that gives it.</summary>
    public IReadOnlyList<SmtpConnection> ReachedFrom(ExpressionSyntax port) => Facts.ReachedFrom(port, CancellationToken);

    /// <summary>The connections of the program that look their port up under a key of the configuration.</summary>
    public IReadOnlyList<SmtpConnection> ReadersOf(Func<SettingKey, bool> isMeant) => Facts.ReadersOf(isMeant, CancellationToken);

    /// <summary>The connections of the program.</summary>
    public IReadOnlyList<SmtpConnection> Connections => Facts.Connections(CancellationToken);

    /// <summary>The keys of the configuration that a property is bound to; empty where nothing binds its type.</summary>
    public IReadOnlyList<SettingKey> KeysOf(IPropertySymbol property) => Facts.KeysOf(property, CancellationToken);

    /// <summary>The keys of the configuration under which an expression is looked up at run time.</summary>
    public IReadOnlyList<SettingKey> KeysOf(ExpressionSyntax setting) => Facts.KeysOf(setting, CancellationToken);

    /// <summary>The same with what callers hand over; empty where the value may come from anywhere else.</summary>
    public IReadOnlyList<SettingKey> KeysBehind(ExpressionSyntax setting) =>
        ProvedSettings(setting).Knowns.All(known => known.Kind == AbstractValueKind.Setting) ? KeysAmong(setting) : [];

    /// <summary>The keys among what it may be, callers' included; what stands in for a missing setting has none.</summary>
    public IReadOnlyList<SettingKey> KeysAmong(ExpressionSyntax setting) => Facts.KeysAmong(setting, CancellationToken);

    /// <summary>How the connection at a place is encrypted on all ways; null where that is not known, or not the same.</summary>
    public TransportSecurity? ProvedSecurity(SyntaxNode site) => Facts.SecurityAt(site, CancellationToken);

    /// <summary>Where the login comes from that an expression gives a connection: a password, or an object that carries one.</summary>
    public LoginKind ProvedLogin(ExpressionSyntax credentials) => Facts.LoginOf(credentials, CancellationToken);

    /// <summary>Whether code that gets the client sets its host, port, encryption or login.</summary>
    public bool IsConfiguredByCallees(ExpressionSyntax client, ISymbol variable) =>
        Facts.IsConfiguredByCallees(client, variable, CancellationToken);

    /// <summary>Whether code that gets the client logs it in.</summary>
    public bool IsLoggedInByCallees(ExpressionSyntax client, ISymbol variable) =>
        Facts.IsLoggedInByCallees(client, variable, CancellationToken);
}
