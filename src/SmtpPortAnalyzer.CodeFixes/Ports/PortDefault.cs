using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// A 25 that a setting has until it is set: <c>int Port { get; set; } = 25</c>, <c>int port = 25</c>; or that it is set to by code that
/// does not connect itself: <c>new SmtpSettings { Port = 25 }</c>.
/// </summary>
/// <param name="Symbol">The property, field or parameter.</param>
/// <param name="Value">The 25.</param>
internal sealed record PortDefault(ISymbol Symbol, ExpressionSyntax Value)
{
    // Ports on which a connection can be asked for STARTTLS; code that sets another one wants something else of the same connection.
    private static readonly object[] s_plainFirst = { 25, 587, 2525, 2587 };

    /// <summary>Whether it is no default, but what code sets.</summary>
    public bool IsAssigned { get; private init; }

    public static PortDefault? Find(FixTarget finding, CancellationToken cancellationToken)
    {
        var value = finding.Node.AncestorsAndSelf().OfType<ExpressionSyntax>().LastOrDefault(e => e.Span == finding.Place.Span);
        if (value is not null && AssignedSetting.Find(value, finding.Model, cancellationToken) is { } setting)
            return new PortDefault(setting, value) { IsAssigned = true };
        if (value?.Parent is not EqualsValueClauseSyntax { Parent: { } declaration }
            || PortPlace.Submission(value, finding.Model, cancellationToken) is null
            || declaration
                is not (ParameterSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }))
            return null;

        return finding.Model.GetDeclaredSymbol(declaration, cancellationToken) is { } symbol and not IFieldSymbol { IsConst: true }
            ? new PortDefault(symbol, value)
            : null;
    }

    /// <summary>
    /// Every connection that the setting decides the port of, the finding's own first, if it is known; null where it goes somewhere else as
    /// well, or where code sets it to a port that is none of a relay's with STARTTLS.
    /// </summary>
    public async Task<List<DefaultedConnection>?> ConnectionsAsync(
        FixTarget finding, DefaultedConnection? own, bool addsLogin, CancellationToken cancellationToken)
    {
        var connections = own is null ? new List<DefaultedConnection>() : new() { own };
        var carriers = Carriers(finding.Model, cancellationToken);
        foreach (var document in Symbol is IParameterSymbol
            ? new[] { finding.Document }
            : Callers.DocumentsThatSee(finding.Document.Project))
        {
            foreach (var (name, model) in await NamesAsync(document, carriers, cancellationToken).ConfigureAwait(false))
            {
                var use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
                if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                {
                    if (!IsSetToRelayPort(assignment.Right, model, addsLogin, cancellationToken))
                        return null;
                }
                else if (DefaultedConnection.FindAt(use, document.Id, model, cancellationToken) is { } connection)
                {
                    if (!connections.Any(c => c.Document == connection.Document && c.Site.Span == connection.Site.Span))
                        connections.Add(connection);
                }
                else if (GoesOn(use, carriers, model, cancellationToken)
                    && !connections.Any(c => c.Site.SyntaxTree == use.SyntaxTree && EnclosingMember.Find(c.Site).Span.Contains(use.Span)))
                {
                    return null;
                }
            }
        }

        return await CallersAgreeAsync(finding, addsLogin, cancellationToken).ConfigureAwait(false) ? connections : null;
    }

    /// <summary>The symbols through which its value is read: itself, and what a constructor sets from it.</summary>
    private List<ISymbol> Carriers(SemanticModel model, CancellationToken cancellationToken)
    {
        var carriers = new List<ISymbol> { Symbol };
        if (Symbol is IFieldSymbol)
            carriers.AddRange(
                Symbol.ContainingType.GetMembers().OfType<IPropertySymbol>()
                    .Where(property => AssignedSetting.Reads(property, Symbol, cancellationToken)));
        if (Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter)
            return carriers;

        foreach (var member in constructor.ContainingType.GetMembers()
            .Where(m => m is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol))
        {
            var isOfRecord = constructor.ContainingType.IsRecord && member.Name == parameter.Name;
            if (isOfRecord || IsInitializedFrom(member, parameter, model, cancellationToken)
                || PassedPort.IsSetFrom(member, parameter, model, cancellationToken))
                carriers.Add(member);
        }

        return carriers;
    }

    private static bool IsInitializedFrom(
        ISymbol member, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken)).Any(s => s.SyntaxTree == model.SyntaxTree
            && ((s as PropertyDeclarationSyntax)?.Initializer ?? (s as VariableDeclaratorSyntax)?.Initializer)?.Value is { } value
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(value, cancellationToken).Symbol, parameter));

    private static async Task<List<(SimpleNameSyntax Name, SemanticModel Model)>> NamesAsync(
        Document document, List<ISymbol> carriers, CancellationToken cancellationToken)
    {
        var found = new List<(SimpleNameSyntax, SemanticModel)>();
        var text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
        if (!carriers.Any(c => text.IndexOf(c.Name, System.StringComparison.Ordinal) >= 0)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return found;

        foreach (var name in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (carriers.Any(c => c.Name == name.Identifier.ValueText && Is(model.GetSymbolInfo(name, cancellationToken).Symbol, c))
                && name.Parent is not NameColonSyntax)
                found.Add((name, model));
        }

        return found;
    }

    // The projects that see it may see it as metadata.
    private static bool Is(ISymbol? symbol, ISymbol carrier) => SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, carrier)
        || (carrier is not IParameterSymbol && symbol is not null
            && symbol.OriginalDefinition.GetDocumentationCommentId() == carrier.GetDocumentationCommentId());

    private static bool IsSetToRelayPort(
        ExpressionSyntax value, SemanticModel model, bool addsLogin, CancellationToken cancellationToken) =>
        KnownValue.Evaluate(value, model, cancellationToken) is { } port ? s_plainFirst.Contains(port)
            : !addsLogin || model.GetSymbolInfo(value, cancellationToken).Symbol is IParameterSymbol;

    // A variable, or code that can be read, gets it: it may be the port of another connection there.
    private static bool GoesOn(ExpressionSyntax use, List<ISymbol> carriers, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode value = use;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax)
            value = value.Parent;
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } variable } =>
                !carriers.Any(c => Is(model.GetDeclaredSymbol(variable, cancellationToken), c)),
            AssignmentExpressionSyntax assignment => assignment.Right == value
                && !carriers.Any(c => Is(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, c)),
            // A property that gives what the field holds is looked at itself.
            ReturnStatementSyntax or ArrowExpressionClauseSyntax =>
                value.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property
                || !carriers.Any(c => Is(model.GetDeclaredSymbol(property, cancellationToken), c)),
            ArgumentSyntax { Parent.Parent: ExpressionSyntax name } when model.GetConstantValue(name, cancellationToken).HasValue => false,
            ArgumentSyntax { Parent.Parent: { } call } =>
                model.GetSymbolInfo(call, cancellationToken).Symbol is not { DeclaringSyntaxReferences.IsEmpty: true },
            _ => false,
        };
    }

    private async Task<bool> CallersAgreeAsync(FixTarget finding, bool addsLogin, CancellationToken cancellationToken)
    {
        if (Symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
            return true;

        // Its other callers are unknown: they leave the port out, or count on what it is today.
        foreach (var (call, model) in await Callers.FindAsync(finding.Document.Project, method, cancellationToken).ConfigureAwait(false)
            ?? new())
        {
            if (Callers.ArgumentFor(call, parameter, model, cancellationToken) is { } argument
                && !(KnownValue.Evaluate(argument.Expression, model, cancellationToken) is { } port
                    ? s_plainFirst.Contains(port)
                    : !addsLogin))
                return false;
        }

        return true;
    }
}

/// <summary>A connection whose port a setting decides.</summary>
/// <param name="Library">The catalogue's name of its library.</param>
/// <param name="Document">Its file.</param>
/// <param name="Site">Its creation, call or assignment.</param>
/// <param name="Model">The model of its file.</param>
internal sealed record DefaultedConnection(string Library, DocumentId Document, SyntaxNode Site, SemanticModel Model)
{
    /// <summary>The connection that takes its port from an expression; null where it is no port of a client.</summary>
    public static DefaultedConnection? FindAt(
        ExpressionSyntax port, DocumentId document, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var ancestor in port.Ancestors()
            .TakeWhile(a => a is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)))
        {
            switch (ancestor)
            {
                case BaseObjectCreationExpressionSyntax creation when IsClient(model.GetTypeInfo(creation, cancellationToken).Type):
                    return new DefaultedConnection("System.Net.Mail", document, creation, model);
                case InvocationExpressionSyntax call
                    when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "Connect" or "ConnectAsync" } method
                        && method.ContainingNamespace.ToDisplayString().StartsWith("MailKit", System.StringComparison.Ordinal):
                    return new DefaultedConnection("MailKit", document, call, model);
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Port",
                    Expression: var client } } assignment
                    when IsClient(model.GetTypeInfo(client, cancellationToken).Type):
                    var site = model.GetSymbolInfo(client, cancellationToken).Symbol is ILocalSymbol local
                        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
                            is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made }
                        ? made : (SyntaxNode)assignment;
                    return new DefaultedConnection("System.Net.Mail", document, site, model);
            }
        }

        return null;
    }

    /// <summary>The same as a finding of its own.</summary>
    public FixPlace Place => new(Library, Site.Span, Site.Span, System.Collections.Immutable.ImmutableArray<(string, TextSpan)>.Empty);

    private static bool IsClient(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == "System.Net.Mail.SmtpClient")
                return true;
        }

        return false;
    }
}
