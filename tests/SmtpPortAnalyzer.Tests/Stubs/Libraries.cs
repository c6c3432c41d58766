// What the catalogue's libraries declare, as far as it names it, for those whose packages not every feed has. Names, parameters and types
// are those of the sources that the catalogue's data files cite; there are no bodies, so that nothing but metadata counts. One line a
// declaration: the file is long because the libraries are many.
#pragma warning disable

namespace Microsoft.Extensions.DependencyInjection
{
    public class FluentEmailServicesBuilder { }

    public static class FluentEmailSmtpBuilderExtensions
    {
        public static FluentEmailServicesBuilder AddSmtpSender(
            this FluentEmailServicesBuilder builder, System.Net.Mail.SmtpClient smtpClient) => throw null;
        public static FluentEmailServicesBuilder AddSmtpSender(this FluentEmailServicesBuilder builder, string host, int port) =>
            throw null;
        public static FluentEmailServicesBuilder AddSmtpSender(
            this FluentEmailServicesBuilder builder, string host, int port, string username, string password) => throw null;
        public static FluentEmailServicesBuilder AddSmtpSender(
            this FluentEmailServicesBuilder builder, System.Func<System.Net.Mail.SmtpClient> clientFactory) => throw null;
    }

    public static class FluentEmailMailKitBuilderExtensions
    {
        public static FluentEmailServicesBuilder AddMailKitSender(
            this FluentEmailServicesBuilder builder, FluentEmail.MailKitSmtp.SmtpClientOptions smtpClientOptions) => throw null;
    }
}

namespace FluentEmail.Smtp
{
    public class SmtpSender
    {
        public SmtpSender() { }
        public SmtpSender(System.Func<System.Net.Mail.SmtpClient> clientFactory) { }
        public SmtpSender(System.Net.Mail.SmtpClient smtpClient) { }
    }
}

namespace FluentEmail.MailKitSmtp
{
    public class SmtpClientOptions
    {
        public string Server { get; set; }
        public int Port { get; set; }
        public string User { get; set; }
        public string Password { get; set; }
        public bool UseSsl { get; set; }
        public bool RequiresAuthentication { get; set; }
        public MailKit.Security.SecureSocketOptions? SocketOptions { get; set; }
        public bool UsePickupDirectory { get; set; }
    }

    public class MailKitSender
    {
        public MailKitSender(SmtpClientOptions smtpClientOptions) { }
    }
}

namespace NETCore.MailKit
{
    public class MailKitProvider
    {
        public MailKitProvider(Infrastructure.Internal.MailKitOptions mailKitOptions) { }
    }
}

namespace NETCore.MailKit.Infrastructure
{
    public class MailKitOptionsBuilder
    {
        public MailKitOptionsBuilder UseMailKit(Internal.MailKitOptions options) => throw null;
    }
}

namespace NETCore.MailKit.Infrastructure.Internal
{
    public class MailKitOptions
    {
        public string Server { get; set; }
        public int Port { get; set; }
        public string Account { get; set; }
        public string Password { get; set; }
        public bool Security { get; set; }
    }
}

namespace NETCore.MailKit.Extensions
{
    public static class ServicesCollectionExtensions { }
}

namespace Serilog.Configuration
{
    public class LoggerSinkConfiguration { }
}

namespace Serilog
{
    public class LoggerConfiguration { }

    public static class LoggerConfigurationEmailExtensions
    {
        public static LoggerConfiguration Email(this Configuration.LoggerSinkConfiguration loggerConfiguration, string from, string to,
            string host, int port = 25, MailKit.Security.SecureSocketOptions connectionSecurity = MailKit.Security.SecureSocketOptions.Auto,
            System.Net.ICredentialsByHost credentials = null) => throw null;
        public static LoggerConfiguration Email(
            this Configuration.LoggerSinkConfiguration loggerConfiguration, Sinks.Email.EmailSinkOptions options) => throw null;
        public static LoggerConfiguration Email(
            this Configuration.LoggerSinkConfiguration loggerConfiguration, Sinks.Email.EmailConnectionInfo connectionInfo) => throw null;
        public static LoggerConfiguration Email(this Configuration.LoggerSinkConfiguration loggerConfiguration, string fromEmail,
            System.Collections.Generic.IEnumerable<string> toEmails, string mailServer,
            System.Net.ICredentialsByHost networkCredential = null) => throw null;
    }
}

namespace Serilog.Sinks.Email
{
    public class EmailSinkOptions
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public MailKit.Security.SecureSocketOptions ConnectionSecurity { get; set; }
        public System.Net.ICredentialsByHost Credentials { get; set; }
    }

    public class EmailConnectionInfo
    {
        public string MailServer { get; set; }
        public int Port { get; set; }
        public bool EnableSsl { get; set; }
        public System.Net.ICredentialsByHost NetworkCredentials { get; set; }
    }
}

namespace NLog.MailKit
{
    public enum SmtpAuthenticationMode { None, Basic, Ntlm, OAuth2 }

    public class MailTarget
    {
        public NLog.Layouts.Layout<int> SmtpPort { get; set; }
        public NLog.Layouts.Layout SmtpServer { get; set; }
        public bool EnableSsl { get; set; }
        public global::MailKit.Security.SecureSocketOptions SecureSocketOption { get; set; }
        public SmtpAuthenticationMode SmtpAuthentication { get; set; }
        public NLog.Layouts.Layout SmtpUserName { get; set; }
        public NLog.Layouts.Layout SmtpPassword { get; set; }
        public string PickupDirectoryLocation { get; set; }
    }
}

namespace log4net.Ext.Mail.Appender
{
    public class SmtpAppender
    {
        public enum SmtpAuthentication { None, Basic, Ntlm }

        public string SmtpHost { get; set; }
        public int Port { get; set; }
        public bool EnableSsl { get; set; }
        public SmtpAuthentication Authentication { get; set; }
        public string Password { get; set; }
    }
}

namespace Coravel.Mailer.Mail.Renderers
{
    public class RazorRenderer { }
}

namespace Coravel.Mailer.Mail
{
    public class MailRecipient { }
}

namespace Coravel.Mailer.Mail.Mailers
{
    public class SmtpMailer
    {
        public SmtpMailer(Renderers.RazorRenderer renderer, string host, int port, string username, string password,
            MailRecipient globalFrom = null, System.Net.Security.RemoteCertificateValidationCallback certificateCallback = null) { }
    }
}

namespace Abp.Net.Mail
{
    public static class EmailSettingNames
    {
        public static class Smtp
        {
            public const string Host = "Abp.Net.Mail.Smtp.Host";
            public const string Port = "Abp.Net.Mail.Smtp.Port";
            public const string Password = "Abp.Net.Mail.Smtp.Password";
        }
    }
}

namespace Volo.Abp.Emailing
{
    public static class EmailSettingNames
    {
        public static class Smtp
        {
            public const string Host = "Abp.Mailing.Smtp.Host";
            public const string Port = "Abp.Mailing.Smtp.Port";
            public const string Password = "Abp.Mailing.Smtp.Password";
        }
    }
}

namespace Quartz
{
    public class JobDataMap : System.Collections.Generic.Dictionary<string, object>
    {
        public void Put(string key, string value) { }
    }

    public interface IJobConfigurator { }
    public class TriggerBuilder { }

    public class JobBuilder
    {
        public static JobBuilder Create<T>() => throw null;
        public JobBuilder UsingJobData(string key, string value) => throw null;
    }
}

namespace Quartz.Job
{
    public class SendMailJob { }
}

namespace ElmahCore.Mvc.Notifiers
{
    public class EmailOptions
    {
        public string SmtpServer { get; set; }
        public int SmtpPort { get; set; }
        public bool UseSsl { get; set; }
        public string AuthUserName { get; set; }
        public string AuthPassword { get; set; }
    }

    public class ErrorMailNotifier
    {
        public ErrorMailNotifier(string name, EmailOptions options) { }
    }
}

namespace Umbraco.Cms.Core.Configuration.Models
{
    public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable }

    public class SmtpSettings
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public SecureSocketOptions SecureSocketOptions { get; set; }
        public string PickupDirectoryLocation { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
    }
}

namespace Umbraco.Core.Configuration.Models
{
    public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable }

    public class SmtpSettings
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public SecureSocketOptions SecureSocketOptions { get; set; }
        public string PickupDirectoryLocation { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
    }
}

namespace OrchardCore.Email
{
    public enum SmtpDeliveryMethod { Network, SpecifiedPickupDirectory }

    public class SmtpSettings
    {
        public SmtpDeliveryMethod DeliveryMethod { get; set; }
        public string Host { get; set; }
        public int Port { get; set; }
        public bool RequireCredentials { get; set; }
        public bool UseDefaultCredentials { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
    }
}

namespace OrchardCore.Email.Smtp
{
    public class SmtpOptions
    {
        public OrchardCore.Email.SmtpDeliveryMethod DeliveryMethod { get; set; }
        public string Host { get; set; }
        public int Port { get; set; }
        public bool RequireCredentials { get; set; }
        public bool UseDefaultCredentials { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
    }
}

namespace Orchard.Email.Models
{
    public class SmtpSettingsPart
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public bool EnableSsl { get; set; }
        public bool RequireCredentials { get; set; }
        public bool UseDefaultCredentials { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
    }
}

namespace Elsa.Email.Options
{
    public class SmtpOptions
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public MailKit.Security.SecureSocketOptions SecureSocketOptions { get; set; }
        public bool RequireCredentials { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
    }
}

namespace Nop.Core.Domain.Messages
{
    public enum EmailAuthenticationMethod { None = 0, Login = 5, Ntlm = 10 }

    public class EmailAccount
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public bool EnableSsl { get; set; }
        public EmailAuthenticationMethod EmailAuthenticationMethod { get; set; }
    }
}

namespace Smartstore.Core.Messaging
{
    public class EmailAccount
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public bool UseDefaultCredentials { get; set; }
    }
}

namespace VirtoCommerce.NotificationsModule.Smtp
{
    public class SmtpSenderOptions
    {
        public string SmtpServer { get; set; }
        public int Port { get; set; }
        public string Login { get; set; }
        public string Password { get; set; }
        public bool ForceSslTls { get; set; }
    }
}

namespace Cofoundry.Plugins.Mail.MailKit
{
    public class MailKitSettings
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public bool EnableSsl { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
    }
}

namespace cloudscribe.Email.Smtp
{
    public class SmtpOptions
    {
        public string Server { get; set; }
        public int Port { get; set; }
        public string User { get; set; }
        public string Password { get; set; }
        public bool UseSsl { get; set; }
        public bool RequiresAuthentication { get; set; }
    }
}

namespace MailMergeLib
{
    public class SmtpClientConfig
    {
        public string SmtpHost { get; set; }
        public int SmtpPort { get; set; }
        public MailKit.Security.SecureSocketOptions SecureSocketOptions { get; set; }
        public System.Net.ICredentials NetworkCredential { get; set; }
    }
}

namespace Masuit.Tools.Models
{
    public class Email
    {
        public string SmtpServer { get; set; }
        public int SmtpPort { get; set; }
        public bool EnableSsl { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public void Send() { }
        public void SendAsync(System.Action<System.ComponentModel.AsyncCompletedEventArgs> completedCallback) { }
    }
}

namespace StackExchange.Exceptional
{
    public class EmailSettings
    {
        public string SMTPHost { get; set; }
        public int? SMTPPort { get; set; }
        public string SMTPUserName { get; set; }
        public string SMTPPassword { get; set; }
        public bool SMTPEnableSSL { get; set; }
        public System.Net.NetworkCredential SMTPCredentials { get; set; }
    }
}

namespace Cake.Email
{
    public class EmailSettings
    {
        public string SmtpHost { get; set; }
        public int Port { get; set; }
        public bool EnableSsl { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
    }

    public class EmailProvider { }
}

namespace HealthChecks.Network.Core
{
    public class SmtpConnectionOptions
    {
        public string Host { get; set; }
        public int Port { get; set; }
    }
}

namespace HealthChecks.Network
{
    public class SmtpHealthCheckOptions : Core.SmtpConnectionOptions { }
}

namespace System.Web.Helpers
{
    public static class WebMail
    {
        public static string SmtpServer { get; set; }
        public static int SmtpPort { get; set; }
        public static bool EnableSsl { get; set; }
        public static string UserName { get; set; }
        public static string Password { get; set; }
        public static bool SmtpUseDefaultCredentials { get; set; }
    }
}

namespace Aspose.Email.Clients
{
    public enum SecurityOptions { None = 1, SSLExplicit = 2, SSLImplicit = 4, SSLAuto = 6, Auto = 7 }
    public interface ITokenProvider { }
    public interface IAsyncTokenProvider { }

    public class EmailClient
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public bool UseDefaultCredentials { get; set; }
        public SecurityOptions SecurityOptions { get; set; }
    }
}

namespace Aspose.Email.Clients.Smtp
{
    public enum SmtpDeliveryMethod { Network, SpecifiedPickupDirectory, PickupDirectoryFromIis }

    public class SmtpClient : EmailClient
    {
        public SmtpClient() { }
        public SmtpClient(string host) { }
        public SmtpClient(string host, SecurityOptions securityOptions) { }
        public SmtpClient(string host, int port) { }
        public SmtpClient(string host, int port, SecurityOptions securityOptions) { }
        public SmtpClient(string host, string username, string password) { }
        public SmtpClient(string host, int port, string username, string password) { }
        public SmtpClient(string host, int port, string username, string password, SecurityOptions securityOptions) { }
        public SmtpClient(string host, int port, string username, string authInfo, bool useOAuth) { }
        public SmtpClient(string host, int port, string username, ITokenProvider tokenProvider) { }
        public SmtpDeliveryMethod DeliveryMethod { get; set; }
        public void Send(object message) { }
        public System.Threading.Tasks.Task SendAsync(object message) => throw null;
        public static System.Threading.Tasks.Task<SmtpClient> CreateAsync(string host, string username,
            IAsyncTokenProvider asyncTokenProvider, int port = 25, SecurityOptions securityOptions = SecurityOptions.Auto,
            System.Threading.CancellationToken cancellationToken = default) => throw null;
    }
}

namespace EASendMail
{
    public class SmtpServer
    {
        public SmtpServer(string server) { }
        public int Port { get; set; }
        public string User { get; set; }
        public string Password { get; set; }
    }
}

namespace GemBox.Email.Smtp
{
    public class SmtpClient
    {
        public SmtpClient(string host) { }
        public SmtpClient(string host, int port) { }
    }
}

namespace Chilkat
{
    public class MailMan
    {
        public string SmtpHost { get; set; }
        public int SmtpPort { get; set; }
        public int MailPort { get; set; }
        public string SmtpUsername { get; set; }
        public string SmtpPassword { get; set; }
    }
}

namespace Rebex.Net
{
    public class Smtp
    {
        public void Connect(string server) { }
        public void Connect(string server, int port) { }
    }
}

namespace MailBee.SmtpMail
{
    public class SmtpServer
    {
        public SmtpServer(string name) { }
        public SmtpServer(string name, int port, int priority) { }
        public string Name { get; set; }
        public int Port { get; set; }
        public string AccountName { get; set; }
        public string Password { get; set; }
    }
}

namespace Limilabs.Client.SMTP
{
    public class Smtp
    {
        public void Connect(string host) { }
        public void Connect(string host, int port) { }
        public void ConnectSSL(string host) { }
        public void ConnectSSL(string host, int port) { }
    }
}

namespace Spire.Email.Smtp
{
    public class SmtpClient
    {
        public string Host { get; set; }
        public int Port { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
        public void SendOne(object message) { }
    }
}

namespace ActiveUp.Net.Mail
{
    public class SmtpClient : System.Net.Sockets.TcpClient
    {
        public string Connect(string host) => throw null;
        public new string Connect(string host, int port) => throw null;
        public new string Connect(System.Net.IPAddress addr, int port) => throw null;
        public new string Connect(System.Net.IPAddress[] addresses, int port) => throw null;
        public System.IAsyncResult BeginConnect(string host, System.AsyncCallback callback) => throw null;
        public string ConnectSsl(string host) => throw null;
        public string ConnectSsl(string host, int port) => throw null;
        public System.IAsyncResult BeginConnectSsl(string host, int port, System.AsyncCallback callback) => throw null;
    }

    public class Server
    {
        public Server() { }
        public Server(string host, int port) { }
        public Server(string host, int port, string username, string password) { }
        public string Host { get; set; }
        public int Port { get; set; }
        public string Username { get; set; }
        public string Password { get; set; }
    }
}

namespace DotNetOpenMail
{
    public class SmtpServer
    {
        public SmtpServer(string host) { }
        public SmtpServer(string host, int port) { }
        public int Port { get => throw null; }
    }
}
