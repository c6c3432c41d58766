using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// What decides about encryption and login beside a setting of the port: settings of the same object, parameters of the same method, what
/// calls say to them.
/// </summary>
internal sealed class DefaultSwitches(PortDefault port)
{
    public IEnumerable<(ExpressionSyntax Flag, TextChange? TurnOn)> FlagsOf(
        ClientRewriter client, DefaultedConnection connection, IReadOnlyCollection<ISymbol> shared) =>
        client.SecurityFlags.Select(flag => (flag, shared.Any(other => PortUses.Is(connection.File.SymbolOf(flag), other))
            ? null
            : ParameterBeside(flag, connection.File) is { } parameter ? SecurityFlag.TurnOn(parameter, port.Symbol, connection.File)
            : SecurityFlag.TurnOn(flag, port.Symbol, connection.File) ?? TurnOnField(flag, connection.File)));

    // bool UseTls { get { return _useTls; } set { _useTls = value; } }: off until it is set.
    private TextChange? TurnOnField(ExpressionSyntax flag, FileContext file) =>
        file.SymbolOf(flag) is IPropertySymbol { ContainingType: { } owner } property && PortUses.Is(owner, port.Symbol.ContainingType)
        && owner.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => !field.IsImplicitlyDeclared
            && AssignedSetting.Reads(property, field, file)) is { } held
            ? SecurityFlag.TurnOn(held, port.Symbol, file)
            : null;

    // record Relay(string Host, int Port = 25, bool UseTls = false)
    private IParameterSymbol? ParameterBeside(ExpressionSyntax flag, FileContext file) =>
        port is { Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method }, IsAssigned: false, IsReturned: false }
            ? method.Parameters.FirstOrDefault(parameter => file.IsHandedBy(parameter, flag))
            : null;

    /// <summary>
    /// The switches that other connections read as well, those that fetch mail, or send it with another client: what is on for them means
    /// TLS from the first byte.
    /// </summary>
    public static async Task<List<ISymbol>> OfOthersAsync(
        FixTarget finding, List<(DefaultedConnection Connection, ClientRewriter Client)> connections)
    {
        var shared = connections.SelectMany(c => c.Client.ImplicitFlags.Select(c.Connection.File.SymbolOf)).OfType<ISymbol>().ToList();
        foreach (var symbol in connections.SelectMany(c => c.Client.SecurityFlags.Select(c.Connection.File.SymbolOf))
            .Where(symbol => symbol is IPropertySymbol or IFieldSymbol { IsConst: false }).Distinct(SymbolEqualityComparer.Default))
        {
            var uses = await finding.Fix.Searches.UsesAsync(finding.Fix, symbol!).ConfigureAwait(false);
            if (uses.Any(use => DefaultedConnection.IsOfAnotherProtocol(use.Name, use.File)))
                shared.Add(symbol!);
        }

        return shared;
    }

    /// <summary>
    /// What calls that leave the port out say to a switch beside it: a <c>false</c> there becomes <c>true</c>. Where a name says it, the
    /// switch is no longer asked.
    /// </summary>
    public async Task<List<(FileContext File, TextChange Change)>> CallsThatTurnOffAsync(
        FixTarget finding, List<(DefaultedConnection Connection, ClientRewriter Client)> connections, List<ISymbol> shared)
    {
        var changes = new List<(FileContext, TextChange)>();
        foreach (var (asked, parameter) in connections
            .SelectMany(c => c.Client.SecurityFlags.Select(f => (c.Connection.File.SymbolOf(f), ParameterBeside(f, c.Connection.File)))))
        {
            if (parameter is null || asked is null || shared.Any(other => PortUses.Is(asked, other)))
                continue;

            var offs = new List<(FileContext File, ExpressionSyntax Value)>();
            foreach (var (call, file) in await finding.Fix.Searches.CallersAsync(finding.Fix, (IMethodSymbol)parameter.ContainingSymbol)
                .ConfigureAwait(false) ?? [])
            {
                if (Callers.ArgumentFor(call, (IParameterSymbol)port.Symbol, file) is null
                    && Callers.ArgumentFor(call, parameter, file) is { Expression: var off } && file.ConstantOf(off).Value is false)
                    offs.Add((file, off));
            }

            if (offs.All(off => off.Value is LiteralExpressionSyntax))
                changes.AddRange(offs.Select(off => (off.File, new TextChange(off.Value.Span, "true"))));
            else
                shared.Add(asked);
        }

        return changes;
    }

    // A login that is off until it is turned on is none.
    public IEnumerable<TextChange> LoginSwitchesOn(ClientRewriter client, DefaultedConnection connection, FileContext file)
    {
        foreach (var flag in LoginSwitches.Around(client.LoginParts, connection.File))
        {
            if (!port.IsAssigned && !port.IsReturned && SecurityFlag.TurnOn(flag, port.Symbol, connection.File) is { } on)
                yield return on;
            if (port.IsAssigned && connection.File.SymbolOf(flag) is { } symbol)
            {
                foreach (var off in AssignedSetting.Beside(port.Value, file).Where(other =>
                    PortUses.Is(other.Member, symbol) && file.ProvedConstant(other.Value) is false))
                    yield return new TextChange(off.Value.Span, "true");
            }
        }
    }

    /// <summary>
    /// What the code that sets the port turns off has to be turned on; null where that is none of the connections' switches, so that it is
    /// not known what it means.
    /// </summary>
    public List<TextChange>? SwitchesOn(FileContext file, List<(DefaultedConnection Connection, ClientRewriter Client)> connections)
    {
        var changes = new List<TextChange>();
        foreach (var off in port.SwitchesOff)
        {
            if (off.Member is not { } symbol || !connections.All(c => IsSwitch(c.Client, c.Connection.File, symbol)))
                return null;
            if (file.TypeOf(off.Value)?.SpecialType == SpecialType.System_Boolean)
                changes.Add(SwitchDefault.ToOn(off.Value, file) ?? new TextChange(off.Value.Span, "true"));
            else if (SecureOption.RowOf(symbol) is { } options && off.Value is MemberAccessExpressionSyntax { Name: var name })
                changes.Add(new TextChange(name.Span, options.StartTls));
            else
                return null;
        }

        return changes;
    }

    /// <summary>
    /// Turns on the switch that the code which sets the port leaves out, beside the port; null where it has its say there, or is another
    /// object's.
    /// </summary>
    public TextChange? LeftOut(
        FileContext file, List<(DefaultedConnection Connection, ClientRewriter Client)> connections, IReadOnlyCollection<ISymbol> shared) =>
        port is { IsAssigned: true, SwitchesOff.Count: 0 }
        && connections.SelectMany(c => c.Client.SecurityFlags.Select(c.Connection.File.SymbolOf)).FirstOrDefault() is { } flag
        && connections.All(c => !c.Client.IsEncrypted && IsSwitch(c.Client, c.Connection.File, flag))
        && !shared.Any(other => PortUses.Is(other, flag))
        && port.Symbol.ContainingType.SelfAndBaseTypes().Any(type => PortUses.Is(type, flag.ContainingType))
            ? AssignedSetting.TurnOnBeside(port.Value, flag, file)
            : null;

    private static bool IsSwitch(ClientRewriter client, FileContext file, ISymbol symbol) =>
        !client.IsSecurityConditional && client.SecurityFlags.Any()
        && client.SecurityFlags.All(flag => PortUses.Is(file.SymbolOf(flag), symbol));

    // Whether the connection is encrypted once the settings beside the port are.
    public bool IsTurnedOn(ClientRewriter client, DefaultedConnection connection, IReadOnlyCollection<ISymbol> shared) =>
        port.IsAssigned ? port.SwitchesOff.Count > 0 : !client.IsSecurityConditional && client.SecurityFlags.Any()
        && FlagsOf(client, connection, shared).All(f =>
            f.TurnOn is not null || connection.File.ProvedConstant(f.Flag) is true || SecurityFlag.IsOn(f.Flag, connection.File)
            || (ParameterBeside(f.Flag, connection.File) is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true }
                && !shared.Any(other => PortUses.Is(connection.File.SymbolOf(f.Flag), other))));
}
