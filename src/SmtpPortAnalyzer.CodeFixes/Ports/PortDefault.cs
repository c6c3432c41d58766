using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// A 25 that a setting has until it is set: <c>int Port { get; set; } = 25</c>, <c>int port = 25</c>; or that it is set to by code that
/// does not connect itself: <c>new SmtpSettings { Port = 25 }</c>.
/// </summary>
/// <param name="Symbol">The property, field or parameter.</param>
/// <param name="Value">The 25.</param>
internal sealed record PortDefault(ISymbol Symbol, ExpressionSyntax Value)
{
    /// <summary>Whether it is no default, but what code sets.</summary>
    public bool IsAssigned { get; private init; }

    /// <summary>Whether it is what a property or method gives, always or where a setting is missing.</summary>
    public bool IsReturned { get; private init; }

    /// <summary>The values by which the same code turns encryption off.</summary>
    public IReadOnlyList<SetValue> SwitchesOff { get; private init; } = [];

    /// <summary>The parameter by which a constructor sets it, where a call of that is the code; else null.</summary>
    private IParameterSymbol? HandedTo { get; init; }

    public static PortDefault? Find(FixTarget finding)
    {
        var value = finding.Node.AncestorsAndSelf().OfType<ExpressionSyntax>().LastOrDefault(e => e.Span == finding.Place.Span);
        if (value is not null
            && (value.Parent is not ArgumentSyntax || AssignedSetting.WholeOf(value, finding.File) != value
                || finding.Place.Proved is { Role: not PortRole.HandedOver })
            && AssignedSetting.Find(value, finding.File) is { } setting)
            return new PortDefault(setting, value)
            {
                IsAssigned = true,
                SwitchesOff = AssignedSetting.SwitchesOff(value, finding.File),
                HandedTo = PassedPort.Read(AssignedSetting.WholeOf(value, finding.File), finding.File)?.Parameter,
            };
        if (value is not null && ReturnedBy(value, finding) is { } member)
            return new PortDefault(member, value) { IsReturned = true };
        if (value?.Parent is not EqualsValueClauseSyntax { Parent: { } declaration } || PortPlace.Submission(value, finding.File) is null
            || declaration
                is not (ParameterSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }))
            return null;

        return finding.File.DeclaredBy(declaration) is { } symbol and not IFieldSymbol { IsConst: true }
            ? new PortDefault(symbol, value)
            : null;
    }

    /// <summary>
    /// Every connection that the setting decides the port of, the finding's own first, if it is known; null where it goes somewhere else as
    /// well, or where code sets it to a port that is none of a relay's with STARTTLS.
    /// </summary>
    public async Task<List<DefaultedConnection>?> ConnectionsAsync(FixTarget finding, DefaultedConnection? own, bool addsLogin)
    {
        if (IsReturned)
            return await ReachedAsync(finding, own).ConfigureAwait(false);

        var connections = own is null ? new List<DefaultedConnection>() : new() { own };
        var others = new OtherPorts(addsLogin);
        var carriers = Carriers(Symbol, finding.File);
        var uses = new Queue<(SimpleNameSyntax Name, FileContext File)>(
            await finding.Fix.Searches.UsesAsync(finding.Fix, carriers.ToArray()).ConfigureAwait(false));
        while (uses.Count > 0)
        {
            var (name, file) = uses.Dequeue();
            var use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
            {
                if (!carriers.Any(carrier => PortUses.Is(file.SymbolOf(assignment.Right), carrier))
                    && !others.MayBe(assignment.Right, file))
                    return null;
            }
            else if (DefaultedConnection.FindAt(use, file) is { } connection)
            {
                Add(connections, connection);
            }
            else if (CopyOf(use, file) is { } copy)
            {
                if (carriers.Any(carrier => PortUses.Is(copy, carrier)))
                    continue;
                if (copy is IParameterSymbol parameter && !await CallersAgreeAsync(finding, parameter, others).ConfigureAwait(false))
                    return null;

                foreach (var carrier in Carriers(copy, file))
                {
                    carriers.Add(carrier);
                    foreach (var further in await finding.Fix.Searches.UsesAsync(finding.Fix, carrier).ConfigureAwait(false))
                        uses.Enqueue(further);
                }
            }
            else if (GoesOn(use, carriers, file)
                && !connections.Any(c => c.Site.SyntaxTree == use.SyntaxTree && EnclosingMember.Find(c.Site).Span.Contains(use.Span)))
            {
                return null;
            }
        }

        var isAgreed = (Symbol as IParameterSymbol ?? HandedTo) is not { } handed
            || await CallersAgreeAsync(finding, handed, others).ConfigureAwait(false);
        return isAgreed && others.Suit(connections) ? connections : null;
    }

    /// <summary>
    /// Whether the code that sets or gives the port says that there is no login: <c>User => null</c> beside <c>Port => 25</c>, or
    /// <c>new Settings { Port = 25, User = "" }</c>.
    /// </summary>
    /// <param name="logins">What the connection reads user name and password from.</param>
    /// <param name="file">The file of the port.</param>
    public bool LeavesOutLogin(IEnumerable<ISymbol?> logins, FileContext file) => logins.Any(login => login is not null
        && (IsAssigned ? AssignedSetting.Beside(Value, file)
                .Any(other => PortUses.Is(other.Member, login) && IsNothing(other.Value, file))
            : IsReturned && Symbol.ContainingType.GetMembers(login.Name).OfType<IPropertySymbol>()
                .SelectMany(member => member.DeclaringSyntaxReferences).Select(one => one.GetSyntax(file.CancellationToken))
                .OfType<PropertyDeclarationSyntax>().Where(member => member.SyntaxTree == file.Tree)
                .Any(member => member.ExpressionBody is { Expression: var value } && IsNothing(value, file))));

    private static bool IsNothing(ExpressionSyntax value, FileContext file) =>
        value is PostfixUnaryExpressionSyntax { Operand: var inner } ? IsNothing(inner, file)
        : value.IsKind(SyntaxKind.NullLiteralExpression) || file.ProvedConstant(value) is "";

    /// <summary>
    /// The property of another settings object that gets the value, or the parameter of a constructor or method: <c>Port = dto.Port</c>,
    /// <c>new Relay(dto.Host, dto.Port)</c>; null where none does.
    /// </summary>
    private static ISymbol? CopyOf(ExpressionSyntax use, FileContext file)
    {
        ISymbol? copy = use.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == use =>
                file.SymbolOf(assignment.Left) as IPropertySymbol,
            ArgumentSyntax when PassedPort.Read(use, file) is { } passed && !Callers.IsCalledAsAnother(passed.Method) => passed.Parameter,
            _ => null,
        };
        return copy is { DeclaringSyntaxReferences.IsEmpty: false } && file.TypeOf(use) is { } type
            && (copy as IPropertySymbol)?.Type is var held && SymbolEqualityComparer.Default.Equals(
                type.WithoutNullable(), (held ?? ((IParameterSymbol)copy).Type).WithoutNullable())
            ? copy
            : null;
    }

    /// <summary>
    /// The property or method in whose body the value stands, where the connection is in other code; null for what is handed on there.
    /// </summary>
    private static ISymbol? ReturnedBy(ExpressionSyntax value, FixTarget finding)
    {
        if (finding.Place.Proved is null || PortPlace.Submission(value, finding.File) is null
            || (PassedPort.Read(value, finding.File) is { } passed && !passed.Method.DeclaringSyntaxReferences.IsEmpty)
            || value.Parent is AssignmentExpressionSyntax { Left: not IdentifierNameSyntax }
                or EqualsValueClauseSyntax { Parent: ParameterSyntax })
            return null;

        if (GivenBack.ByLocalFunction(value) is { } function && finding.Site?.Ancestors().Contains(function) != true)
            return finding.File.DeclaredBy(function);

        var body = CodeBody.Enclosing(value);
        if (body is null || (finding.Site is { } site && CodeBody.Enclosing(site) == body))
            return null;

        return body.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            PropertyDeclarationSyntax property when !value.Ancestors().OfType<EqualsValueClauseSyntax>().Any(e => e.Parent == property) =>
                finding.File.DeclaredBy(property),
            MethodDeclarationSyntax method => finding.File.DeclaredBy(method) is IMethodSymbol returning
                && (!returning.ReturnsVoid || IsHandedBack(value, finding.File))
                ? returning
                : null,
            _ => null,
        };
    }

    // void Read(out int port) { port = 25; }
    private static bool IsHandedBack(ExpressionSyntax value, FileContext file) => value.Parent is AssignmentExpressionSyntax assignment
        && file.SymbolOf(assignment.Left) is IParameterSymbol { RefKind: RefKind.Out };

    /// <summary>
    /// Every connection that a returned port reaches; null where it goes to the machine itself as well, or to other projects in a way that
    /// is not known.
    /// </summary>
    private async Task<List<DefaultedConnection>?> ReachedAsync(FixTarget finding, DefaultedConnection? own)
    {
        var connections = own is null ? new List<DefaultedConnection>() : new() { own };
        foreach (var reached in finding.File.ReachedFrom(Value))
        {
            if (finding.Document.Project.GetDocument(reached.Site.SyntaxTree) is not { } document
                || await finding.Fix.FileAsync(document).ConfigureAwait(false) is not { } file)
                return null;

            if (file.IsLocalToo(reached.Site))
                return null;
            Add(connections, new DefaultedConnection(reached.Library.Name, reached.Site, file));
        }

        foreach (var (name, file) in await finding.Fix.Searches.UsesAsync(finding.Fix, Symbol).ConfigureAwait(false))
        {
            if (file.Document.Project.Id == finding.Document.Project.Id)
                continue;

            var use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
            if (DefaultedConnection.FindAt(use, file) is { } connection)
                Add(connections, connection);
            else if (GoesOn(use, [Symbol], file))
                return null;
        }

        return connections;
    }

    private static void Add(List<DefaultedConnection> connections, DefaultedConnection connection)
    {
        if (!connections.Any(c => c.File.Document.Id == connection.File.Document.Id && c.Site.Span == connection.Site.Span))
            connections.Add(connection);
    }

    /// <summary>The symbols through which the value of one is read: itself, and what a constructor sets from it.</summary>
    private static List<ISymbol> Carriers(ISymbol symbol, FileContext asking)
    {
        var carriers = new List<ISymbol> { symbol };
        if (symbol is IFieldSymbol)
            carriers.AddRange(
                symbol.ContainingType.GetMembers().OfType<IPropertySymbol>()
                    .Where(property => AssignedSetting.Reads(property, symbol, asking)));
        if (symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter
            || asking.Beside(symbol.DeclaringSyntaxReferences[0].SyntaxTree) is not { } file)
            return carriers;

        carriers.AddRange(constructor.ContainingType.GetMembers()
            .Where(member => member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol && file.MayHold(member, parameter)));
        return carriers;
    }

    // A variable, or code that can be read, gets it: it may be the port of another connection there.
    private static bool GoesOn(ExpressionSyntax use, List<ISymbol> carriers, FileContext file)
    {
        SyntaxNode value = use;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax)
            value = value.Parent;
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } variable } => !carriers.Any(c => PortUses.Is(file.DeclaredBy(variable), c)),
            AssignmentExpressionSyntax assignment => assignment.Right == value
                && !carriers.Any(c => PortUses.Is(file.SymbolOf(assignment.Left), c)),
            // A property that gives what the field holds is looked at itself.
            ReturnStatementSyntax or ArrowExpressionClauseSyntax =>
                value.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property
                || !carriers.Any(c => PortUses.Is(file.DeclaredBy(property), c)),
            ArgumentSyntax { Parent.Parent: ExpressionSyntax name } when file.ConstantOf(name).HasValue => false,
            ArgumentSyntax { Parent.Parent: { } call } => file.SymbolOf(call) is not { DeclaringSyntaxReferences.IsEmpty: true },
            _ => false,
        };
    }

    private static async Task<bool> CallersAgreeAsync(FixTarget finding, IParameterSymbol parameter, OtherPorts others)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return true;

        // Its other callers are unknown: they leave the port out, or count on what it is today.
        foreach (var (call, file) in await finding.Fix.Searches.CallersAsync(finding.Fix, method).ConfigureAwait(false) ?? [])
        {
            if (Callers.ArgumentFor(call, parameter, file) is { } argument
                && !others.MayHandOver(argument.Expression, file))
                return false;
        }

        return true;
    }
}
