using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// Other libraries of the catalogue: the member that chooses the encryption is set, where it can demand what the port speaks.
/// </summary>
public class LibraryFixTests
{
    [Fact]
    public Task Flag_IsAdded() => Fixes("SMTP005", Encryption, """
        var target = {|SMTP005:new NLog.Targets.MailTarget
        {
            SmtpServer = "smtp.contoso.com", // ours
            SmtpPort = 587,
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic,
            SmtpUserName = user,
            SmtpPassword = password
        }|};
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = "smtp.contoso.com", // ours
            SmtpPort = 587,
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic,
            SmtpUserName = user,
            SmtpPassword = password,
            EnableSsl = true
        };
        """);

    [Fact]
    public Task Flag_IsRewritten() => Fixes("SMTP005", Encryption, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = "smtp.contoso.com";
        appender.Port = 587;
        appender.EnableSsl = {|SMTP005:false|};
        appender.Authentication = log4net.Appender.SmtpAppender.SmtpAuthentication.Basic;
        appender.Password = password;
        """, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = "smtp.contoso.com";
        appender.Port = 587;
        appender.EnableSsl = true;
        appender.Authentication = log4net.Appender.SmtpAppender.SmtpAuthentication.Basic;
        appender.Password = password;
        """);

    [Fact]
    public Task Mode_IsRewritten() => Fixes("SMTP005", Encryption, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = "smtp.contoso.com",
            Port = 465,
            SocketOptions = {|SMTP005:MailKit.Security.SecureSocketOptions.None|},
            RequiresAuthentication = true,
            User = user,
            Password = password
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = "smtp.contoso.com",
            Port = 465,
            SocketOptions = MailKit.Security.SecureSocketOptions.SslOnConnect,
            RequiresAuthentication = true,
            User = user,
            Password = password
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """);

    [Fact]
    public Task WithoutALogin_TheEncryptionAlone_IsNoFix() => Fixes("SMTP005", RelayFixTest.StartTls, """
        var appender = {|SMTP005:new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = 587 }|};
        """, """
        var appender = {|SMTP005:new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = 587 }|};
        """);

    [Fact]
    public Task WithoutALogin_IsNotTheBestFix() => Fixes("SMTP005", Encryption, """
        var appender = {|SMTP005:new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = 587 }|};
        """, """
        var appender = {|SMTP005:new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = 587 }|};
        """);

    [Fact]
    public Task ModeThatOnlyKnowsWhenAvailable_IsNoFix() => Fixes("SMTP005", Encryption, """
        var options = {|SMTP005:new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = "smtp.contoso.com", Port = 587, Account = user, Password = password }|};
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """, """
        var options = {|SMTP005:new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = "smtp.contoso.com", Port = 587, Account = user, Password = password }|};
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """);

    [Fact]
    public Task Password_IsRead() => Fixes("SMTP007", RelayFixTest.Environment, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = "smtp.contoso.com";
        appender.Port = 587;
        appender.EnableSsl = true;
        appender.Authentication = log4net.Appender.SmtpAppender.SmtpAuthentication.Basic;
        appender.Password = {|SMTP007:"Xk3!v9qT"|};
        """, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = "smtp.contoso.com";
        appender.Port = 587;
        appender.EnableSsl = true;
        appender.Authentication = log4net.Appender.SmtpAppender.SmtpAuthentication.Basic;
        appender.Password = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.");
        """);

    private static Task Fixes(string rule, string action, string before, string after) => FixesFile(
        rule, action, In(before), In(after), test => test.References = TestReferences.Libraries, isForNet8: false);

    private static string In(string statements) => $$"""
        using System;

        class C
        {
            void M(string user, string password)
            {
                {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;
}
