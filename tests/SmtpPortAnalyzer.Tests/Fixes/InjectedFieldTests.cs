using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A constructor that gets the configuration keeps it as it keeps the rest: after the checks, beside the other fields, in the style of the
/// file.
/// </summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class InjectedFieldTests
{
    [Fact]
    public Task Constructor_OnOneLine() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer> logger;

            public Mailer(ILogger<Mailer> logger) { this.logger = logger; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly ILogger<Mailer> logger;
            private readonly IConfiguration configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration) { this.logger = logger; this.configuration = configuration; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    /// <summary>A constructor that is an expression gets a block.</summary>
    [Theory]
    [InlineData("public Mailer(ILogger<Mailer> logger) => _logger = logger;")]
    [InlineData("public Mailer(ILogger<Mailer> logger)\n        => _logger = logger;")]
    public Task Constructor_OfAnExpression(string constructor) => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;

            {0}

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """.Replace("{0}", constructor, StringComparison.Ordinal), """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                _logger = logger;
                _configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_EmptyBodyOnOneLine() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            public Mailer(ILogger<Mailer> logger) { }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration) { _configuration = configuration; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_EmptyBody() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            public Mailer(ILogger<Mailer> logger)
            {
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                _configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_BodyThatDoesOtherThings() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private int _count;

            public Mailer(ILogger<Mailer> logger)
            {
                logger.LogInformation("ready");
                _count++;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private int _count;
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                _configuration = configuration;
                logger.LogInformation("ready");
                _count++;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_BehindChecks() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;
            private readonly string _from;

            public Mailer(ILogger<Mailer> logger, string from = "shop@contoso.com")
            {
                ArgumentNullException.ThrowIfNull(logger);
                if (from == null)
                    throw new ArgumentNullException(nameof(from));
                if (from.Length == 0)
                {
                    throw new ArgumentException(from);
                }
                _logger = logger;
                _from = from;
                _logger.LogInformation("ready");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;
            private readonly string _from;
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration, string from = "shop@contoso.com")
            {
                ArgumentNullException.ThrowIfNull(logger);
                if (from == null)
                    throw new ArgumentNullException(nameof(from));
                if (from.Length == 0)
                {
                    throw new ArgumentException(from);
                }
                _logger = logger;
                _from = from;
                _configuration = configuration;
                _logger.LogInformation("ready");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_OptionalParametersOnly() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer>? _logger;

            public Mailer(ILogger<Mailer>? logger = null)
            {
                _logger = logger;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly ILogger<Mailer>? _logger;
            private readonly IConfiguration _configuration;

            public Mailer(IConfiguration configuration, ILogger<Mailer>? logger = null)
            {
                _logger = logger;
                _configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_ParametersOnLinesOfTheirOwn() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private static readonly object s_lock = new();
            private readonly ILogger<Mailer> _logger;

            public Mailer(
                ILogger<Mailer> logger,
                ILoggerFactory factory)
            {
                _logger = logger ?? factory.CreateLogger<Mailer>();
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private static readonly object s_lock = new();
            private readonly ILogger<Mailer> _logger;
            private readonly IConfiguration _configuration;

            public Mailer(
                ILogger<Mailer> logger,
                ILoggerFactory factory,
                IConfiguration configuration)
            {
                _logger = logger ?? factory.CreateLogger<Mailer>();
                _configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_PropertyInPlaceOfAField() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            /// <summary>Makes it.</summary>
            public Mailer(ILogger<Mailer> logger)
            {
                Logger = logger;
            }

            public ILogger<Mailer> Logger { get; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly IConfiguration _configuration;

            /// <summary>Makes it.</summary>
            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                Logger = logger;
                _configuration = configuration;
            }

            public ILogger<Mailer> Logger { get; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_NameThatIsTaken_IsLeft() => OffersNothing(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;
            private readonly string configuration = "Release";

            public Mailer(ILogger<Mailer> logger)
            {
                _logger = logger;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_TwoConstructors_IsLeft() => OffersNothing(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;

            public Mailer(ILogger<Mailer> logger)
            {
                _logger = logger;
            }

            public Mailer(ILogger<Mailer> logger, string name)
                : this(logger)
            {
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_BraceAtLineEnd() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer {
            private readonly ILogger<Mailer> _logger;

            public Mailer(ILogger<Mailer> logger) {
                _logger = logger;
            }

            public void Send(MailMessage message) {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer {
            private readonly ILogger<Mailer> _logger;
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration) {
                _logger = logger;
                _configuration = configuration;
            }

            public void Send(MailMessage message) {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587)) {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    private static Task OffersNothing(string action, string code) => RelayFixTest.OffersNothing(action, In(code));

    private static Task Fixes(string action, string before, string after) => RelayFixTest.Fixes(action, In(before), In(after));

    private static string In(string types) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        {{types}}
        """;
}
