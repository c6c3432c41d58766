using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// The settings of a connection that is in another program: <c>class SmtpOptions { int Port = 25; bool EnableSsl; string Password; }</c>.
/// What the settings say together is all there is to go by, so that they have to have a password, and one switch that means STARTTLS beyond
/// doubt.
/// </summary>
internal static class UnseenConnection
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static IReadOnlyList<TextChange>? EditsOf(FixTarget finding, PortDefault port, RelayAction action)
    {
        var cancellationToken = finding.CancellationToken;
        var settings = SettingsBeside(port.Symbol);
        var flags = settings.Where(IsSwitch).ToList();
        if (!settings.Any(setting => SettingRoles.IsPassword(setting.Name)) || settings.Any(s => NamesExchanger(s, finding.File))
            || flags.Count != 1 || !MeansStartTls(flags[0]))
            return null;

        var flag = flags[0];
        var isOn = SecurityFlag.IsOn(flag, cancellationToken);
        if (action.Kind != (isOn ? RelayActionKind.PortOnly : RelayActionKind.Encrypted))
            return null;

        var number = new TextChange(port.Value.Span, PortPlace.Submission(port.Value, finding.File)!);
        if (isOn)
            return [number];
        return SecurityFlag.TurnOn(flag, port.Symbol, finding.File) is { } on
            ? new[] { number, on }.OrderBy(change => change.Span.Start).ToList()
            : null;
    }

    private static List<ISymbol> SettingsBeside(ISymbol port) => port is IParameterSymbol { ContainingSymbol: IMethodSymbol method }
        ? method.Parameters.Where(parameter => !parameter.Equals(port, SymbolEqualityComparer.Default)).ToList<ISymbol>()
        : port.ContainingType.GetMembers()
            .Where(member => member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false }).ToList();

    private static bool MeansStartTls(ISymbol flag) =>
        SecurityFlag.IsOptions(flag) || SettingRoles.IsStartTls(flag.Name);

    private static bool IsSwitch(ISymbol setting) =>
        SecurityFlag.IsOptions(setting) || SettingRoles.IsEncryption(setting.Name);

    private static bool NamesExchanger(ISymbol setting, FileContext file) =>
        setting is IPropertySymbol { Type.SpecialType: SpecialType.System_String }
            or IFieldSymbol { Type.SpecialType: SpecialType.System_String }
            or IParameterSymbol { Type.SpecialType: SpecialType.System_String }
        && setting.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken) is { } declaration
        && SecurityFlag.ValueOf(declaration) is { } host && MailExchanger.MayBe(host, file);
}
