using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A fix source is a class and a row: one that is made up here gives a connection its port, host and login.</summary>
public class ToySourceTests
{
    private static readonly RelayAction s_toy =
        new(RelayActionKind.Relay, "Toy", "Use the relay of the vault '{0}'", null, _ => new Vault()) { Noun = "the vault '{0}'" };

    [Fact]
    public async Task Connection_ReadsFromTheSource()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Toy", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(TestReferences.Net8Web)
            .AddDocument("C.cs", """
                using System.Net.Mail;

                static class Vault
                {
                    public static string Get(string name) => name;
                }

                class C
                {
                    SmtpClient Create() => new SmtpClient("mail.contoso.com", 25);
                }
                """);
        var root = (await document.GetSyntaxRootAsync())!;
        var site = root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Single();
        var port = site.ArgumentList!.Arguments[1].Expression;
        var context = await FixContext.ReadAsync(document, CancellationToken.None);

        var change = await RelayFix.ChangeAsync(context, new FixPlace("System.Net.Mail", port.Span, site.Span, []), s_toy);

        var after = (await change!.Document.GetTextAsync()).ToString();
        Assert.Contains(
            "new SmtpClient(Vault.Get(\"Host\") ?? \"mail.contoso.com\", int.Parse(Vault.Get(\"Port\")))", after, StringComparison.Ordinal);
        Assert.Contains("EnableSsl = true", after, StringComparison.Ordinal);
        Assert.Contains("Vault.Get(\"UserName\")", after, StringComparison.Ordinal);
        Assert.Contains("Vault.Get(\"Password\")", after, StringComparison.Ordinal);
        Assert.Equal("Use the relay of the vault 'Smtp'", s_toy.TitleIn("Smtp"));
    }

    /// <summary>What the rules beside those of ports offer says the source's noun.</summary>
    [Theory]
    [InlineData("SMTP005", "SmtpPortAnalyzer.Environment", "Encrypt the connection and log in with the environment variables 'Smtp__*'")]
    [InlineData("SMTP005", "SmtpPortAnalyzer.InjectedConfiguration",
        "Inject the configuration, encrypt the connection and log in with its section 'Smtp'")]
    [InlineData("SMTP006", "SmtpPortAnalyzer.Configuration", "Log in with the configuration section 'Smtp'")]
    [InlineData("SMTP006", "SmtpPortAnalyzer.InjectedConfiguration", "Inject the configuration and log in with its section 'Smtp'")]
    [InlineData("SMTP007", "SmtpPortAnalyzer.AppSettings", "Read the password from the application settings 'Smtp:*'")]
    [InlineData("SMTP007", "SmtpPortAnalyzer.InjectedConfiguration",
        "Inject the configuration and read the password from its section 'Smtp'")]
    public void Title_IsMadeOfTheRow(string rule, string key, string title) =>
        Assert.Equal(title, SecurityActions.ForRule(rule).Single(action => action.Key == key).TitleIn("Smtp"));

    private sealed class Vault : RelaySource
    {
        public override string Port(RelayEdit edit, SyntaxNode place) => "int.Parse(" + Read(edit, place, "Port") + ")";

        protected override string Read(RelayEdit edit, SyntaxNode place, string setting) => "Vault.Get(\"" + setting + "\")";

        protected override string Key(RelayEdit edit, string setting) => setting;
    }
}
