using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// Connections of libraries that wrap a client: port, encryption and login go where the row of the library says, and nothing is offered
/// where one of them is set on some ways only.
/// </summary>
public class WrapperFixTests
{
    [Fact]
    public Task NLog_WithNothing_GetsAll() => Fixes(RelayFixTest.Configuration, """
        var target = new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|} };
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            SmtpPort = configuration.GetValue("Smtp:Port", 587),
            EnableSsl = true,
            SmtpAuthentication = SmtpAuthenticationMode.Basic,
            SmtpUserName = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            SmtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")
        };
        """, "NLog.Targets");

    [Fact]
    public Task NLog_SwitchedOff_IsSwitchedOn() => Fixes(RelayFixTest.Environment, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = "smtp.contoso.com",
            SmtpPort = {|SMTP001:25|},
            EnableSsl = false,
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.None,
        };
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
            SmtpPort = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
            EnableSsl = true,
            SmtpUserName = Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            SmtpPassword = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."),
            SmtpAuthentication = SmtpAuthenticationMode.Basic,
        };
        """, "NLog.Targets");

    [Fact]
    public Task NLog_WithoutAPort_GetsOneBehindTheHost() => Fixes(RelayFixTest.Configuration, """
        var target = {|SMTP002:new NLog.Targets.MailTarget()|};
        target.SmtpServer = "smtp.contoso.com";
        target.To = "ops@contoso.com";
        """, """
        var target = new NLog.Targets.MailTarget();
        target.SmtpServer = configuration["Smtp:Host"] ?? "smtp.contoso.com";
        target.SmtpPort = configuration.GetValue("Smtp:Port", 587);
        target.EnableSsl = true;
        target.SmtpAuthentication = SmtpAuthenticationMode.Basic;
        target.SmtpUserName = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set.");
        target.SmtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
        target.To = "ops@contoso.com";
        """, "NLog.Targets");

    [Fact]
    public Task NLog_WithALogin_KeepsIt() => Fixes(RelayFixTest.Configuration, """
        var target = new NLog.Targets.MailTarget("mail") { SmtpServer = configuration["Smtp:Host"], SmtpPort = {|SMTP001:25|}, SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic, SmtpUserName = user, SmtpPassword = password };
        """, """
        var target = new NLog.Targets.MailTarget("mail")
        {
            SmtpServer = configuration["Smtp:Host"],
            SmtpPort = configuration.GetValue("Smtp:Port", 587),
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic,
            SmtpUserName = user,
            SmtpPassword = password,
            EnableSsl = true
        };
        """);

    [Fact]
    public Task NLog_WithALogin_IsEncrypted() => Fixes(RelayFixTest.Encrypted, """
        var target = new NLog.Targets.MailTarget { SmtpServer = configuration["Smtp:Host"], SmtpPort = {|SMTP001:25|}, SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic, SmtpUserName = user, SmtpPassword = password };
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = configuration["Smtp:Host"],
            SmtpPort = 587,
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic,
            SmtpUserName = user,
            SmtpPassword = password,
            EnableSsl = true
        };
        """);

    [Fact]
    public Task NLog_LiteralLogin_IsRead() => Fixes(RelayFixTest.Configuration, """
        var target = new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|}, SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic, SmtpUserName = "shop", SmtpPassword = "Xk3!v9qT" };
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            SmtpPort = configuration.GetValue("Smtp:Port", 587),
            SmtpAuthentication = NLog.Targets.SmtpAuthenticationMode.Basic,
            SmtpUserName = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            SmtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
            EnableSsl = true
        };
        """);

    [Fact]
    public Task NLog_WithoutALogin_SaysSo() => Fixes(RelayFixTest.StartTls, """
        var target = new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|} };
        """, """
        var target = new NLog.Targets.MailTarget
        {
            SmtpServer = "smtp.contoso.com",
            SmtpPort = 587,
            EnableSsl = true
        };
        """);

    [Fact]
    public Task NLogMailKit_DemandsStartTls() => Fixes(RelayFixTest.Configuration, """
        var target = new NLog.MailKit.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|}, SecureSocketOption = MailKit.Security.SecureSocketOptions.None };
        """, """
        var target = new NLog.MailKit.MailTarget
        {
            SmtpServer = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            SmtpPort = configuration.GetValue("Smtp:Port", 587),
            SecureSocketOption = SecureSocketOptions.StartTls,
            SmtpAuthentication = SmtpAuthenticationMode.Basic,
            SmtpUserName = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            SmtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")
        };
        """, "MailKit.Security", "NLog.MailKit");

    [Fact]
    public Task NLogMailKit_WithoutALogin_SaysSo() => Fixes(RelayFixTest.StartTls, """
        var target = new NLog.MailKit.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|} };
        """, """
        var target = new NLog.MailKit.MailTarget
        {
            SmtpServer = "smtp.contoso.com",
            SmtpPort = 587,
            SecureSocketOption = SecureSocketOptions.StartTls
        };
        """, "MailKit.Security");

    [Fact]
    public Task NLogMailKit_IntoAFolder_OnOneWay_IsLeft() => OffersNothing(RelayFixTest.StartTls, """
        var target = new NLog.MailKit.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|} };
        if (flag)
            target.PickupDirectoryLocation = "c:/mail";
        """);

    [Fact]
    public Task Log4Net_Statements() => Fixes(RelayFixTest.Configuration, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = "smtp.contoso.com";
        appender.Port = {|SMTP001:25|};
        appender.To = "ops@contoso.com";
        appender.ActivateOptions();
        """, """
        var appender = new log4net.Appender.SmtpAppender();
        appender.SmtpHost = configuration["Smtp:Host"] ?? "smtp.contoso.com";
        appender.Port = configuration.GetValue("Smtp:Port", 587);
        appender.EnableSsl = true;
        appender.Authentication = SmtpAppender.SmtpAuthentication.Basic;
        appender.Username = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set.");
        appender.Password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
        appender.To = "ops@contoso.com";
        appender.ActivateOptions();
        """, "log4net.Appender");

    [Fact]
    public Task Log4Net_DefaultPort() => Fixes(RelayFixTest.Environment, """
        var appender = {|SMTP002:new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", To = "ops@contoso.com" }|};
        appender.ActivateOptions();
        """, """
        var appender = new log4net.Appender.SmtpAppender
        {
            SmtpHost = Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
            To = "ops@contoso.com",
            Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
            EnableSsl = true,
            Authentication = SmtpAppender.SmtpAuthentication.Basic,
            Username = Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            Password = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")
        };
        appender.ActivateOptions();
        """, "log4net.Appender");

    [Fact]
    public Task Log4Net_IntegratedLogin() => Fixes(RelayFixTest.Configuration, """
        var appender = new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = {|SMTP001:25|}, Authentication = log4net.Appender.SmtpAppender.SmtpAuthentication.Ntlm };
        """, """
        var appender = new log4net.Appender.SmtpAppender
        {
            SmtpHost = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            Authentication = SmtpAppender.SmtpAuthentication.Basic,
            EnableSsl = true,
            Username = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            Password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")
        };
        """, "log4net.Appender");

    [Fact]
    public Task Log4Net_OnOneWayOnly_IsLeft() => OffersNothing(RelayFixTest.Configuration, """
        var appender = new log4net.Appender.SmtpAppender { SmtpHost = "smtp.contoso.com", Port = {|SMTP001:25|} };
        if (flag)
            appender.EnableSsl = true;
        """);

    [Fact]
    public Task NetCoreMailKit_Account() => Fixes(RelayFixTest.Configuration, """
        var options = new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = "smtp.contoso.com", Port = {|SMTP001:25|} };
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """, """
        var options = new NETCore.MailKit.Infrastructure.Internal.MailKitOptions
        {
            Server = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            Security = true,
            Account = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            Password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")
        };
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """);

    [Fact]
    public Task NetCoreMailKit_WithAnAccount_KeepsIt() => Fixes(RelayFixTest.Encrypted, """
        var options = new NETCore.MailKit.Infrastructure.Internal.MailKitOptions();
        options.Server = "smtp.contoso.com";
        options.Port = {|SMTP001:25|};
        options.Account = user;
        options.Password = password;
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """, """
        var options = new NETCore.MailKit.Infrastructure.Internal.MailKitOptions();
        options.Server = "smtp.contoso.com";
        options.Port = 587;
        options.Security = true;
        options.Account = user;
        options.Password = password;
        var provider = new NETCore.MailKit.MailKitProvider(options);
        """);

    [Fact]
    public Task FluentMailKit_InACall() => Fixes(RelayFixTest.Configuration, """
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = "smtp.contoso.com", Port = {|SMTP001:25|} });
        """, """
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            SocketOptions = SecureSocketOptions.StartTls,
            RequiresAuthentication = true,
            User = configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            Password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")
        });
        """, "MailKit.Security");

    [Fact]
    public Task FluentMailKit_SwitchedOff_IsSwitchedOn() => Fixes(RelayFixTest.Configuration, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = "smtp.contoso.com",
            Port = {|SMTP001:25|},
            User = user,
            Password = password,
            RequiresAuthentication = false,
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            SocketOptions = SecureSocketOptions.StartTls,
            User = user,
            Password = password,
            RequiresAuthentication = true,
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """, "MailKit.Security");

    [Fact]
    public Task FluentMailKit_EmptyUser_IsRead() => Fixes(RelayFixTest.Environment, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = "smtp.contoso.com",
            Port = {|SMTP001:25|},
            User = "",
            Password = password,
            RequiresAuthentication = true,
            SocketOptions = MailKit.Security.SecureSocketOptions.StartTls
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
            Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
            User = Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            Password = password,
            RequiresAuthentication = true,
            SocketOptions = MailKit.Security.SecureSocketOptions.StartTls
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """);

    [Fact]
    public Task FluentMailKit_Ready_ChangesThePort() => Fixes(RelayFixTest.Port587, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = configuration["Smtp:Host"],
            Port = configuration.GetValue("Smtp:Port", {|SMTP003:25|}),
            User = configuration["Smtp:UserName"],
            Password = configuration["Smtp:Password"],
            RequiresAuthentication = true,
            SocketOptions = MailKit.Security.SecureSocketOptions.StartTls
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions
        {
            Server = configuration["Smtp:Host"],
            Port = configuration.GetValue("Smtp:Port", 587),
            User = configuration["Smtp:UserName"],
            Password = configuration["Smtp:Password"],
            RequiresAuthentication = true,
            SocketOptions = MailKit.Security.SecureSocketOptions.StartTls
        };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """);

    [Fact]
    public Task FluentMailKit_IntoAFolder_OnOneWay_IsLeft() => OffersNothing(RelayFixTest.Configuration, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = "smtp.contoso.com", Port = {|SMTP001:25|} };
        if (flag)
            options.UsePickupDirectory = true;
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """);

    [Fact]
    public Task FluentMailKit_MixedPassword_IsLeft() => OffersNothing(RelayFixTest.Configuration, """
        var options = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = "smtp.contoso.com", Port = {|SMTP001:25|}, RequiresAuthentication = true, User = user, Password = flag ? password : "Xk3!v9qT" };
        var sender = new FluentEmail.MailKitSmtp.MailKitSender(options);
        """);

    [Fact]
    public Task Serilog_Options() => Fixes(RelayFixTest.Configuration, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions
        {
            Host = "smtp.contoso.com",
            ConnectionSecurity = MailKit.Security.SecureSocketOptions.None,
            Credentials = new NetworkCredential("shop", "Xk3!v9qT"),
        };
        options.Port = {|SMTP001:25|};
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions
        {
            Host = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            ConnectionSecurity = SecureSocketOptions.StartTls,
            Credentials = new NetworkCredential(
                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
        };
        options.Port = configuration.GetValue("Smtp:Port", 587);
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, "MailKit.Security");

    [Fact]
    public Task Serilog_OptionsOnOneLine() => Fixes(RelayFixTest.Configuration, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions { Host = "smtp.contoso.com", Port = {|SMTP001:25|}, Credentials = null! };
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions
        {
            Host = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            Credentials = new NetworkCredential(
                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
            ConnectionSecurity = SecureSocketOptions.StartTls
        };
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, "MailKit.Security");

    [Fact]
    public Task Serilog_GivenCredentials_AreKept() => Fixes(RelayFixTest.Configuration, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions { Host = "smtp.contoso.com", Port = {|SMTP001:25|}, Credentials = new NetworkCredential(user, password) };
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, """
        var options = new Serilog.Sinks.Email.EmailSinkOptions
        {
            Host = configuration["Smtp:Host"] ?? "smtp.contoso.com",
            Port = configuration.GetValue("Smtp:Port", 587),
            Credentials = new NetworkCredential(user, password),
            ConnectionSecurity = SecureSocketOptions.StartTls
        };
        Serilog.LoggerConfigurationEmailExtensions.Email(new Serilog.Configuration.LoggerSinkConfiguration(), options);
        """, "MailKit.Security");

    private static Task OffersNothing(string action, string code) =>
        RelayFixTest.OffersNothing(action, In(code), test => test.References = TestReferences.Libraries);

    /// <param name="action">The action.</param>
    /// <param name="before">Statements.</param>
    /// <param name="after">What becomes of them.</param>
    /// <param name="usings">Namespaces that are imported besides.</param>
    private static Task Fixes(string action, string before, string after, params string[] usings) =>
        RelayFixTest.Fixes(action, In(before), In(after, usings), test => test.References = TestReferences.Libraries);

    private static string In(string statements, params string[] usings)
    {
        string[] all = ["System", "System.Net", .. usings, "Microsoft.Extensions.Configuration"];
        var imports = all.OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase).Select(name => $"using {name};\n");
        return string.Concat(imports) + $$"""

            class Mailer(IConfiguration configuration)
            {
                void Send(string user, string password, bool flag)
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }
            }
            """;
    }
}
