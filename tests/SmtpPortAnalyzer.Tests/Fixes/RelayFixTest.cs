using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.Tests.Verifiers;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Runs one action of the relay fix, one by one and as Fix All in document, project and solution: all of them have to give the same text.
/// </summary>
internal static class RelayFixTest
{
    public const string Port587 = "SmtpPortAnalyzer.Port587";
    public const string Defaults = "SmtpPortAnalyzer.Defaults";
    public const string Call = "SmtpPortAnalyzer.Call";
    public const string Settings = "SmtpPortAnalyzer.Settings";
    public const string SettingsLogin = "SmtpPortAnalyzer.SettingsLogin";
    public const string OAuth = "SmtpPortAnalyzer.OAuth";
    public const string AppSettings = "SmtpPortAnalyzer.AppSettings";
    public const string Configuration = "SmtpPortAnalyzer.Configuration";
    public const string InjectedConfiguration = "SmtpPortAnalyzer.InjectedConfiguration";
    public const string Options = "SmtpPortAnalyzer.Options";
    public const string Environment = "SmtpPortAnalyzer.Environment";
    public const string StartTls = "SmtpPortAnalyzer.StartTls";
    public const string Encrypted = "SmtpPortAnalyzer.Port587StartTls";

    public static async Task Fixes(string action, string before, string after, Action<SmtpTest<SmtpAnalyzer, RelayPortFix>>? setUp = null)
    {
        var test = new ActionTest(action) { TestCode = before, FixedCode = after };
        // Findings that the action leaves alone are markup in the text after it.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        setUp?.Invoke(test);
        var left = after.Contains("{|", StringComparison.Ordinal) || before == after ? null : new LeftoverTest(test);
        await test.RunAsync();
        if (left is not null)
            await left.RunAsync();
    }

    public static Task OffersNothing(string action, string code, Action<SmtpTest<SmtpAnalyzer, RelayPortFix>>? setUp = null) =>
        Fixes(action, code, code, setUp);

    /// <summary>Nothing about the encryption or the passwords of fixed code is left to report either.</summary>
    private sealed class LeftoverTest : SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider>
    {
        public LeftoverTest(ActionTest fixedBy)
        {
            foreach (var source in fixedBy.FixedState.Sources)
                TestState.Sources.Add(source);
            foreach (var (name, text) in fixedBy.TestState.Sources)
            {
                if (!TestState.Sources.Any(s => s.filename == name))
                    TestState.Sources.Add((name, text));
            }

            TestState.AdditionalReferences.Clear();
            TestState.AdditionalReferences.AddRange(fixedBy.TestState.AdditionalReferences);
            TestState.OutputKind = fixedBy.TestState.OutputKind;
            TestState.MarkupHandling = MarkupMode.Ignore;
            LanguageVersion = fixedBy.LanguageVersion;
            Nullable = fixedBy.Nullable;
            foreach (var (key, value) in fixedBy.GlobalOptions)
                GlobalOptions[key] = value;
            CompilerDiagnostics = CompilerDiagnostics.None;
            JudgesMoreThanThePort = true;
            DisabledDiagnostics.AddRange(["SMTP006", "SMTP008"]);
        }
    }

    /// <summary>The title of an action, whatever the settings are called.</summary>
    public static Regex TitleOf(RelayAction action) =>
        new("^" + Regex.Replace(Regex.Escape(action.TitleFormat), @"\\{\d}", ".+") + "$", RegexOptions.CultureInvariant);

    /// <summary>Looks at one action alone, by its title: its key depends on its rank.</summary>
    private sealed class ActionTest : SmtpTest<SmtpAnalyzer, RelayPortFix>
    {
        private readonly string _action;

        public ActionTest(string action)
        {
            _action = action;

            // The texts of settings files are compared before and after; what is reported in them has tests of its own.
            DisabledDiagnostics.Add("SMTP004");
        }

        protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [new OffersAreKept(new RelayPortFix())];

        protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
        {
            var title = TitleOf(RelayAction.All.First(a => a.Key == _action));
            return actions.RemoveAll(offered => !title.IsMatch(offered.Title));
        }
    }
}
