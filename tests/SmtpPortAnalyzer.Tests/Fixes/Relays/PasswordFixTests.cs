using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>SMTP007: the text is nowhere in the code afterwards, and the connection is one that a relay takes.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class PasswordFixTests
{
    private const string Rule = "SMTP007";

    [Fact]
    public Task Credential_ReadsThePassword_AndKeepsTheUserName() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true, // STARTTLS
            Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|} /* ours */)
        };
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true, // STARTTLS
            Credentials = new NetworkCredential("shop", configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.") /* ours */)
        };
        client.Send(message);
        """);

    [Fact]
    public Task WithoutEncryption_IsEncryptedToo() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|});
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.Credentials = new NetworkCredential(
            "shop",
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.EnableSsl = true;
        client.Send(message);
        """);

    [Fact]
    public Task OnPort25_TheWholeConnectionChanges() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
        client.Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|});
        client.Send(message);
        """, """
        var client = new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587));
        client.Credentials = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.EnableSsl = true;
        client.Send(message);
        """);

    [Theory]
    [InlineData("""
        using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|}) { Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|}) };
        client.Send(message);
        """, """
        using var client = new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587))
        {
            Credentials = new NetworkCredential(
                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
            EnableSsl = true
        };
        client.Send(message);
        """)]
    [InlineData("""
        const string secret = {|SMTP007:"Xk3!v9qT"|};
        using var client = {|SMTP002:new SmtpClient("smtp.contoso.com")|};
        client.EnableSsl = false;
        client.Credentials = new NetworkCredential("shop", secret);
        client.Send(message);
        """, """
        string secret = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
        using var client = new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587));
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            secret);
        client.Send(message);
        """)]
    [InlineData("""
        using var client = new SmtpClient { Host = "smtp.contoso.com", Port = {|SMTP001:25|} };
        var login = new NetworkCredential { UserName = "shop", Password = {|SMTP007:"Xk3!v9qT"|} };
        client.Credentials = login;
        client.Send(message);
        """, """
        using var client = new SmtpClient
        {
            Host = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            EnableSsl = true
        };
        var login = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.Credentials = login;
        client.Send(message);
        """)]
    public async Task OnPort25_TheFixForThePortWritesTheSame(string before, string after)
    {
        await SystemNetMail(Rule, RelayFixTest.Configuration, before, after);
        await RelayFixTest.Fixes(RelayFixTest.Configuration, SystemNetMailFile(WithoutPassword(before)), SystemNetMailFile(after));
    }

    private static string WithoutPassword(string markup) => Regex.Replace(markup, @"\{\|SMTP007:(.*?)\|\}", "$1");

    [Fact]
    public Task Local_ChangesThere() => SystemNetMail(Rule, RelayFixTest.Environment, """
        const string secret = {|SMTP007:"Xk3!v9qT"|};
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, secret) };
        client.Send(message);
        """, """
        string secret = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.");
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, secret) };
        client.Send(message);
        """);

    [Fact]
    public Task PasswordProperty_OfACredential() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var credential = new NetworkCredential();
        credential.UserName = "shop";
        credential.Password = {|SMTP007:"Xk3!v9qT"|};
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = credential };
        client.Send(message);
        """, """
        var credential = new NetworkCredential();
        credential.UserName = "shop";
        credential.Password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = credential };
        client.Send(message);
        """);

    [Fact]
    public Task Branch_KeepsItsForm() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, flag ? password : {|SMTP007:"Xk3!v9qT"|}) };
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                user,
                flag ? password : configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        };
        client.Send(message);
        """);

    [Fact]
    public Task Fallback_Throws() => SystemNetMail(Rule, RequiredPassword, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, configuration["Mail:Secret"] ?? {|SMTP007:"Xk3!v9qT"|}) };
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                user,
                configuration["Mail:Secret"] ?? throw new InvalidOperationException("Mail:Secret is not set."))
        };
        client.Send(message);
        """);

    [Fact]
    public Task Fallback_IsNotReplacedByAnotherSetting() => SystemNetMailOffersNothing(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, configuration["Mail:Secret"] ?? {|SMTP007:"Xk3!v9qT"|}) };
        client.Send(message);
        """);

    [Fact]
    public Task NoFallback_NothingToThrow() => SystemNetMailOffersNothing(Rule, RequiredPassword, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, {|SMTP007:"Xk3!v9qT"|}) };
        client.Send(message);
        """);

    [Fact]
    public Task TwoPasswords_AreNotOneSetting() => SystemNetMailOffersNothing(Rule, RelayFixTest.Configuration, """
        var one = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("one", {|SMTP007:"Xk3!v9qT"|}) };
        var two = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("two", {|SMTP007:"p7#Lm2wQ"|}) };
        one.Send(message);
        two.Send(message);
        """);

    [Fact]
    public Task OnePasswordTwice_IsOneSetting() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var one = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, {|SMTP007:"Xk3!v9qT"|}) };
        one.Send(message);
        var two = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, {|SMTP007:"Xk3!v9qT"|}) };
        two.Send(message);
        """, """
        var one = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                user,
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        };
        one.Send(message);
        var two = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                user,
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        };
        two.Send(message);
        """);

    [Fact]
    public Task MailKit_Authenticate() => MailKit(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.Auto, token);
        await client.AuthenticateAsync("shop", {|SMTP007:"Xk3!v9qT"|}, token);
        await client.SendAsync(message, token);
        """, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.Auto, token);
        await client.AuthenticateAsync(
            "shop",
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
            token);
        await client.SendAsync(message, token);
        """);

    [Fact]
    public Task MailKit_InTheClear_IsEncryptedToo() => MailKit(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.None, token);
        await client.AuthenticateAsync("shop", {|SMTP007:"Xk3!v9qT"|}, token);
        """, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls, token);
        await client.AuthenticateAsync(
            "shop",
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
            token);
        """);

    [Fact]
    public Task PrivateConstant_ThatNothingElseNeeds_Goes() => FixesFile(Rule, RelayFixTest.Configuration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            private const string User = "shop";
            private const string Password = {|SMTP007:"Xk3!v9qT"|};

            SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(User, Password) };
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            private const string User = "shop";

            SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    User,
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };
        }
        """);

    [Theory]
    [InlineData("private string password = {|SMTP007:\"Xk3!v9qT\"|};")]
    [InlineData("private const string password = {|SMTP007:\"Xk3!v9qT\"|};")]
    public Task PrivateField_OfAConnectionInTheClear_IsEncryptedToo(string field) => FixesFile(Rule, RelayFixTest.Configuration, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            {{field}}
            private int port = 587;

            SmtpClient Create() => new SmtpClient
            {
                Host = "smtp.contoso.com",
                Port = port,
                EnableSsl = false,
                Credentials = new NetworkCredential("shop", password)
            };
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            private int port = 587;

            SmtpClient Create() => new SmtpClient
            {
                Host = "smtp.contoso.com",
                Port = port,
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    "shop",
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };
        }
        """);

    [Fact]
    public Task ConstantOfSeveralUses_BecomesAField() => FixesFile(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Secrets
        {
            public const string Password = {|SMTP007:"Xk3!v9qT"|}; // as the relay knows it
        }

        class Mailer
        {
            SmtpClient One() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("one", Secrets.Password) };

            SmtpClient Two() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("two", Secrets.Password) };
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Secrets
        {
            public static readonly string Password = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."); // as the relay knows it
        }

        class Mailer
        {
            SmtpClient One() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("one", Secrets.Password) };

            SmtpClient Two() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("two", Secrets.Password) };
        }
        """);

    [Fact]
    public Task ConstantThatHasToBeOne_IsLeftAlone() => OffersNothing(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Secrets
        {
            public const string Password = {|SMTP007:"Xk3!v9qT"|};
        }

        class Mailer
        {
            bool Is(string text) => text is Secrets.Password;

            SmtpClient Two() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("two", Secrets.Password) };
        }
        """);

    [Fact]
    public Task DefaultOfASetting_IsLeftAlone() => OffersNothing(Rule, RelayFixTest.Environment, """
        using System.Net;
        using System.Net.Mail;

        class MailSettings
        {
            public string Password { get; set; } = {|SMTP007:"Xk3!v9qT"|};
        }

        class Mailer(MailSettings settings)
        {
            SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", settings.Password) };
        }
        """);

    [Fact]
    public Task Argument_OfACall_ChangesThere() => FixesFile(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer(string password)
        {
            public SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", password) };
        }

        static class Program
        {
            static Mailer Make() => new Mailer({|SMTP007:"Xk3!v9qT"|});
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer(string password)
        {
            public SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", password) };
        }

        static class Program
        {
            static Mailer Make() =>
                new Mailer(Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
        }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp5, true)]
    [InlineData(LanguageVersion.CSharp7_3, false)]
    public Task LanguageVersions(LanguageVersion version, bool isPlain) => FixesFile(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                var client = new SmtpClient("smtp.contoso.com", 587);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|});
                client.Send(message);
            }
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                var client = new SmtpClient("smtp.contoso.com", 587);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential({0});
                client.Send(message);
            }
        }
        """.Replace(
            "{0}",
            isPlain
                ? "\"shop\", Environment.GetEnvironmentVariable(\"Smtp__Password\")"
                : """

                            "shop",
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")
                """,
            StringComparison.Ordinal), test =>
        {
            test.References = TestReferences.Net472;
            test.LanguageVersion = version;
            test.Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable;
        }, isForNet8: false);

    /// <summary>The settings that the host comes from hold the very password: they are no place to read another from.</summary>
    [Fact]
    public Task InAnObjectThatGivesTheHostAsWell() => FixesFile(Rule, RelayFixTest.Environment, """
        #nullable enable
        using System;
        using System.Net;
        using System.Net.Mail;

        record Account(string Host, string User, string Password);

        static class Mailer
        {
            static readonly Account Shop = new("smtp.contoso.com", "shop", {|SMTP007:"Xk3!v9qT"|});

            static void Send(MailMessage message)
            {
                using var client = new SmtpClient(Shop.Host, 587) { EnableSsl = true, Credentials = new NetworkCredential(Shop.User, Shop.Password) };
                client.Send(message);
            }
        }
        """, """
        #nullable enable
        using System;
        using System.Net;
        using System.Net.Mail;

        record Account(string Host, string User, string Password);

        static class Mailer
        {
            static readonly Account Shop = new("smtp.contoso.com", "shop", Environment.GetEnvironmentVariable("Smtp__Password")!);

            static void Send(MailMessage message)
            {
                using var client = new SmtpClient(Shop.Host, 587) { EnableSsl = true, Credentials = new NetworkCredential(Shop.User, Shop.Password) };
                client.Send(message);
            }
        }
        """);
}
