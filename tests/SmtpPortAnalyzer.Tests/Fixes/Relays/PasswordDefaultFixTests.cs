using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>Passwords that stand in the declaration of a parameter or a static field.</summary>
public class PasswordDefaultFixTests
{
    private const string LongLogin = """
        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")
        """;

    /// <summary>Who hands a password over goes on to do so.</summary>
    [Theory]
    [InlineData("string", "string?")]
    [InlineData("string?", "string?")]
    public Task DefaultOfAParameter_BecomesNull_AndTheSettingStandsIn(string before, string after) => Environments($$"""
            private readonly SmtpClient _client;

            public Mailer(string user, {{before}} password = {|SMTP007:"Xk3!v9qT"|})
            {
                _client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, password) };
            }
        """, $$"""
            private readonly SmtpClient _client;

            public Mailer(string user, {{after}} password = null)
            {
                _client = new SmtpClient("smtp.contoso.com", 587)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        user,
                        password ?? {{LongLogin}})
                };
            }
        """);

    [Fact]
    public Task DefaultOfALocalFunction_BecomesNull_AndTheSettingStandsIn() => Environments("""
            public void Send(MailMessage message)
            {
                Open().Send(message);
                SmtpClient Open(string? password = {|SMTP007:"Xk3!v9qT"|})
                {
                    return new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", password) };
                }
            }
        """, $$"""
            public void Send(MailMessage message)
            {
                Open().Send(message);
                SmtpClient Open(string? password = null)
                {
                    return new SmtpClient("smtp.contoso.com", 587)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            "shop",
                            password ?? {{LongLogin}})
                    };
                }
            }
        """);

    /// <summary>What else is done with it would find null there, and an interface has defaults of its own.</summary>
    [Theory]
    [InlineData("", "if (password.Length < 3) throw new ArgumentException(password);")]
    [InlineData("", "password = password.Trim();")]
    [InlineData(", IOpen", "")]
    public Task DefaultOfAParameter_IsLeftWhereItIsMoreThanOneValue(string contract, string statement)
    {
        var code = In($$"""
            SmtpClient? _client;
            public SmtpClient Open(string password = {|SMTP007:"Xk3!v9qT"|})
            {
                {{statement}}
                return new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", password) };
            }
        """).Replace("class Mailer", "interface IOpen { SmtpClient Open(string password); }\n\nclass Mailer : IDisposable" + contract)
            .Replace("SmtpClient? _client;", "public void Dispose() { }");
        return OffersNothing("SMTP007", RelayFixTest.Environment, code);
    }

    /// <summary>An exception there would keep the whole type from being used; the relay says that the password is missing.</summary>
    [Theory]
    [InlineData("internal static readonly string", "!")]
    [InlineData("internal static readonly string?", "")]
    [InlineData("internal static string", "!")]
    public Task StaticField_IsReadWithoutAnException(string declaration, string suffix) => Environments($$"""
            {{declaration}} Password = {|SMTP007:"Xk3!v9qT"|};

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential("shop", Password);
                client.Send(message);
            }
        """, $$"""
            {{declaration}} Password = Environment.GetEnvironmentVariable("Smtp__Password"){{suffix}};

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential("shop", Password);
                client.Send(message);
            }
        """);

    private static Task Environments(string before, string after) =>
        FixesFile("SMTP007", RelayFixTest.Environment, In(before), In(after));

    private static string In(string members) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
        {{members}}
        }
        """;

    /// <summary>What a constructor keeps of it.</summary>
    [Fact]
    public Task ParameterThatAFieldKeeps_MayBeLeftOut()
    {
        string Code(string mark, string standard, string kept) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private readonly string _password;

                public Mailer(string{{mark}} password = {{standard}})
                {
                    _password = {{kept}};
                }

                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
                    client.Credentials = new NetworkCredential("shop", _password);
                    client.Send(message);
                }
            }
            """;
        return FixesFile(
            "SMTP007", RelayFixTest.Environment, Code("", "{|SMTP007:\"Xk3!v9qT\"|}", "password"),
            Code("?", "null", "password ?? " + LongLogin));
    }
}
