using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

/// <summary>What the guards on the catalogue do not generate: encryption, logins, wrappers and settings by key.</summary>
public class LibraryTests
{
    private static Task ModernAsync(string statements, params string[] disabled) => Relay.FileAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Net;
        using Microsoft.Extensions.DependencyInjection;
        using Serilog;
        using Snm = System.Net.Mail;
        class C
        {
            void M(FluentEmailServicesBuilder builder, Serilog.Configuration.LoggerSinkConfiguration sink, Quartz.JobDataMap map, IDictionary<string, object> settings, string host, string password, bool flag, Snm.MailMessage message)
            {
                {{statements}}
            }
        }
        """,
        TestReferences.Libraries,
        disabled);

    [Theory]
    [InlineData("""{|SMTP005:{|SMTP006:builder.AddSmtpSender(host, 587)|}|};""")]
    [InlineData("""builder.AddSmtpSender(host, {|SMTP005:465|}, "u", password);""")]
    [InlineData("""builder.AddSmtpSender(host, 587, "u", {|SMTP007:"hunter2"|});""")]
    [InlineData(
        """_ = {|SMTP006:new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host, Port = 587, UseSsl = {|SMTP005:true|} }|};""")]
    [InlineData(
        """_ = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host, Port = 587, RequiresAuthentication = true, Password = """ +
        """{|SMTP007:"hunter2"|}, SocketOptions = {|SMTP005:MailKit.Security.SecureSocketOptions.None|} };""")]
    [InlineData(
        """_ = {|SMTP005:new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = host, Port = 587, Account = "u", """ +
        """Password = password }|};""")]
    [InlineData("""{|SMTP006:sink.Email("a", "b", host, 587)|};""")]
    [InlineData(
        """sink.Email("a", "b", host, 587, {|SMTP005:MailKit.Security.SecureSocketOptions.None|}, new NetworkCredential("u", """ +
        """{|SMTP007:"hunter2"|}));""")]
    [InlineData("""_ = {|SMTP005:{|SMTP006:new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = 587 }|}|};""")]
    [InlineData(
        """_ = new NLog.MailKit.MailTarget { SmtpServer = host, SmtpPort = 587, EnableSsl = {|SMTP005:true|}, SmtpAuthentication = """ +
        """NLog.MailKit.SmtpAuthenticationMode.Basic, SmtpPassword = {|SMTP007:"hunter2"|} };""")]
    [InlineData("""_ = {|SMTP006:new log4net.Appender.SmtpAppender { SmtpHost = host, Port = 587, EnableSsl = {|SMTP005:false|} }|};""")]
    [InlineData(
        """_ = new Aspose.Email.Clients.Smtp.SmtpClient(host, 587, "u", {|SMTP007:"hunter2"|}, """ +
        """{|SMTP005:Aspose.Email.Clients.SecurityOptions.SSLImplicit|});""")]
    [InlineData("""_ = {|SMTP006:new Aspose.Email.Clients.Smtp.SmtpClient(host, 587)|};""")]
    [InlineData("""_ = new Coravel.Mailer.Mail.Mailers.SmtpMailer(null!, host, 587, "u", {|SMTP007:"hunter2"|});""")]
    [InlineData("""_ = new EASendMail.SmtpServer(host) { Port = 587, User = "u", Password = {|SMTP007:"hunter2"|} };""")]
    [InlineData("""System.Web.Helpers.WebMail.SmtpServer = host; System.Web.Helpers.WebMail.Password = {|SMTP007:"hunter2"|};""")]
    public Task Relay_Wrong_Reports(string statements) => ModernAsync(statements);

    [Theory]
    [InlineData("""builder.AddSmtpSender(host, 587, "u", password);""")]
    [InlineData(
        """_ = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host, Port = 587, RequiresAuthentication = true, Password = """ +
        """password };""")]
    [InlineData(
        """_ = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host, Port = 465, UseSsl = true, RequiresAuthentication = flag """ +
        """};""")]
    [InlineData("""_ = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host, Port = 25, UsePickupDirectory = true };""")]
    [InlineData(
        """_ = new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = host, Port = 587, Security = true, Account = "u", """ +
        """Password = password };""")]
    [InlineData("""sink.Email("a", "b", host, 587, credentials: new NetworkCredential("u", password));""")]
    [InlineData(
        """_ = new NLog.Targets.MailTarget { SmtpServer = host, SmtpPort = 587, EnableSsl = flag, SmtpAuthentication = """ +
        """NLog.Targets.SmtpAuthenticationMode.Basic, SmtpPassword = "${environment:SMTP_PASSWORD}" };""")]
    [InlineData("""_ = new NLog.Targets.MailTarget { SmtpServer = host, SmtpPort = "${configsetting:Smtp.Port}" };""")]
    [InlineData(
        """_ = new Aspose.Email.Clients.Smtp.SmtpClient(host, 465, "u", password, Aspose.Email.Clients.SecurityOptions.SSLImplicit);""")]
    [InlineData(
        """_ = new Aspose.Email.Clients.Smtp.SmtpClient(host, 587, "u", default(Aspose.Email.Clients.ITokenProvider)!);""", "SMTP006")]
    [InlineData("""_ = new EASendMail.SmtpServer(host);""")]
    public Task Relay_RightOrUnknown_IsSilent(string statements, params string[] disabled) => ModernAsync(statements, disabled);

    [Theory]
    [InlineData("""_ = new FluentEmail.Smtp.SmtpSender({|SMTP002:new Snm.SmtpClient(host)|});""")]
    [InlineData("""var c = {|SMTP002:new Snm.SmtpClient(host)|}; builder.AddSmtpSender(c);""")]
    [InlineData("""_ = new FluentEmail.Smtp.SmtpSender(() => {|SMTP002:new Snm.SmtpClient(host)|});""")]
    [InlineData(
        """_ = new FluentEmail.MailKitSmtp.MailKitSender({|SMTP002:new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host }|});""")]
    [InlineData(
        """var t = {|SMTP002:new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com" }|}; new """ +
        """NLog.Config.LoggingConfiguration().AddTarget("mail", t);""")]
    [InlineData(
        """var t = {|SMTP002:new NLog.MailKit.MailTarget { SmtpServer = host }|}; _ = new """ +
        """NETCore.MailKit.MailKitProvider({|SMTP002:new NETCore.MailKit.Infrastructure.Internal.MailKitOptions { Server = host }|});""")]
    public Task HandedToAWrapper_IsUse_Reports(string statements) => ModernAsync(statements);

    [Theory]
    [InlineData("""var c = new Snm.SmtpClient(host); Elsewhere.Library.Configure(c); c.Send(message);""")]
    [InlineData("""var c = new FluentEmail.MailKitSmtp.SmtpClientOptions { Server = host }; Elsewhere.Library.Configure(c);""")]
    [InlineData("""var c = new Snm.SmtpClient(host); c.Port = 587; builder.AddSmtpSender(c);""", "SMTP005", "SMTP006")]
    [InlineData("""var c = new Snm.SmtpClient(host); builder.AddSmtpSender(c); c.Port = 587;""", "SMTP005", "SMTP006")]
    public async Task HandedElsewhere_OrGivenAPort_IsSilent(string statements, params string[] disabled) => await Relay.FileAsync(
        $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Snm = System.Net.Mail;
        class C
        {
            void M(FluentEmailServicesBuilder builder, string host, Snm.MailMessage message)
            {
                {{statements}}
            }
        }
        """,
        [.. TestReferences.Libraries, Elsewhere()],
        disabled);

    [Theory]
    [InlineData("""map.Put("smtp_host", host); map.Put("smtp_port", {|SMTP001:"25"|});""")]
    [InlineData("""map["smtp_port"] = {|SMTP001:"25"|};""")]
    [InlineData(
        """Quartz.JobBuilder.Create<Quartz.Job.SendMailJob>().UsingJobData("smtp_host", host).UsingJobData("smtp_port", """ +
        """{|SMTP001:"25"|});""")]
    [InlineData("""map["smtp_password"] = {|SMTP007:"hunter2"|};""")]
    [InlineData("""settings[Volo.Abp.Emailing.EmailSettingNames.Smtp.Port] = {|SMTP001:"25"|};""")]
    [InlineData("""settings.Add(Abp.Net.Mail.EmailSettingNames.Smtp.Port, {|SMTP001:"25"|});""")]
    [InlineData("""settings[Abp.Net.Mail.EmailSettingNames.Smtp.Password] = {|SMTP007:"hunter2"|};""")]
    public Task Key_25_Reports(string statements) => ModernAsync(statements);

    [Theory]
    [InlineData("""map.Put("smtp_port", "587");""")]
    [InlineData("""settings["smtp_port"] = "25";""")]
    [InlineData("""map.Put("smtp_host", "localhost"); map.Put("smtp_port", "25");""")]
    [InlineData(
        """settings[Volo.Abp.Emailing.EmailSettingNames.Smtp.Host] = "127.0.0.1"; """ +
        """settings[Volo.Abp.Emailing.EmailSettingNames.Smtp.Port] = "25";""")]
    [InlineData("""settings[Volo.Abp.Emailing.EmailSettingNames.Smtp.Port] = host;""")]
    [InlineData("""map["smtp_password"] = password;""")]
    public Task Key_OtherOrLocal_IsSilent(string statements) => ModernAsync(statements);

    private static Task WebMailAsync(string members) => Relay.FileAsync(
        $$"""
        using System.Web.Mail;
        #pragma warning disable CS0618
        class C
        {
            const string Port = "http://schemas.microsoft.com/cdo/configuration/smtpserverport";
            const string Server = "http://schemas.microsoft.com/cdo/configuration/smtpserver";
            const string Password = "http://schemas.microsoft.com/cdo/configuration/sendpassword";
            {{members}}
        }
        """,
        TestReferences.Net472);

    [Theory]
    [InlineData("""void M(MailMessage m) { m.Fields[Port] = {|SMTP001:25|}; SmtpMail.Send(m); }""")]
    [InlineData(
        """void M() { var m = new MailMessage(); m.Fields.Add(Port, {|SMTP001:"25"|}); SmtpMail.SmtpServer = "smtp.contoso.com"; """ +
        """SmtpMail.Send(m); }""")]
    [InlineData("""void M() { SmtpMail.SmtpServer = "smtp.contoso.com"; {|SMTP002:SmtpMail.Send(new MailMessage())|}; }""")]
    [InlineData("""void M() { SmtpMail.SmtpServer = "smtp.contoso.com"; {|SMTP002:SmtpMail.Send("a", "b", "c", "d")|}; }""")]
    [InlineData(
        """void Start() { SmtpMail.SmtpServer = "smtp.contoso.com"; } void M() { var m = new MailMessage(); m.Subject = "x"; """ +
        """{|SMTP002:SmtpMail.Send(m)|}; }""")]
    [InlineData("""void M(string p) { var m = new MailMessage(); m.Fields[Server] = "smtp.contoso.com"; {|SMTP002:SmtpMail.Send(m)|}; }""")]
    [InlineData("""void M(MailMessage m) { m.Fields[Password] = {|SMTP007:"hunter2"|}; }""")]
    public Task SystemWebMail_25_Reports(string members) => WebMailAsync(members);

    [Theory]
    [InlineData(
        """void M() { var m = new MailMessage(); m.Fields[Port] = 465; SmtpMail.SmtpServer = "smtp.contoso.com"; SmtpMail.Send(m); }""")]
    [InlineData("""void M() { var m = new MailMessage(); SmtpMail.Send(m); }""")]
    [InlineData("""void M(MailMessage m) { SmtpMail.SmtpServer = "smtp.contoso.com"; SmtpMail.Send(m); }""")]
    [InlineData("""void M() { SmtpMail.SmtpServer = "localhost"; SmtpMail.Send(new MailMessage()); }""")]
    [InlineData("""void Start() { SmtpMail.SmtpServer = "localhost"; } void M() { SmtpMail.Send(new MailMessage()); }""")]
    [InlineData("""void M() { var m = new MailMessage(); m.Fields[Port] = 25; m.Fields[Server] = "127.0.0.1"; SmtpMail.Send(m); }""")]
    [InlineData("""void M(MailMessage m, string p) { m.Fields[Password] = p; }""")]
    public Task SystemWebMail_OtherOrLocal_IsSilent(string members) => WebMailAsync(members);

    private static Microsoft.CodeAnalysis.MetadataReference Elsewhere()
    {
        var library = Findings.Compile(
            "namespace Elsewhere { public static class Library { public static void Configure(object client) { } } }");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>
    /// What a library makes of a port is the library's own, also where its code is a part of the program: a layout is what it was made of.
    /// </summary>
    [Theory]
    [InlineData("null!")]
    [InlineData("new()")]
    public Task Layout_OfALibraryInSource_StandsForItsText(string made) => Relay.FileAsync(
        $$"""
        namespace NLog.Layouts
        {
            public class Layout { public static implicit operator Layout(string text) => {{made}}; }
            public class Layout<T>
            {
                public static implicit operator Layout<T>(T value) => {{made}};
                public static implicit operator Layout<T>(string text) => {{made}};
            }
        }
        namespace NLog.Targets
        {
            public class MailTarget
            {
                public Layouts.Layout? SmtpServer { get; set; }
                public Layouts.Layout<int>? SmtpPort { get; set; }
            }
        }
        class C
        {
            object Number() => new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:25|} };
            object Text() => new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = {|SMTP001:"25"|} };
            object Other() => new NLog.Targets.MailTarget { SmtpServer = "smtp.contoso.com", SmtpPort = 1025 };
            object Local() => new NLog.Targets.MailTarget { SmtpServer = "localhost", SmtpPort = 25 };
        }
        """,
        TestReferences.Net8Web);
}
