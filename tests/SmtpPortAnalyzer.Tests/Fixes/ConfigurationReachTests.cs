using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Which IConfiguration a fix reads: the nearest one that code at that place may refer to.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class ConfigurationReachTests
{
    [Fact]
    public Task Parameter_IsNearerThanField() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;

                Mailer(IConfiguration configuration) => _configuration = configuration;

                SmtpClient Create(IConfiguration settings) => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;

                Mailer(IConfiguration configuration) => _configuration = configuration;

                SmtpClient Create(IConfiguration settings) => new SmtpClient(
                    settings["Smtp:Host"] ?? "mail.contoso.com",
                    settings.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        settings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        settings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task Field_InMethod() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;

                Mailer(IConfiguration configuration) => _configuration = configuration;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;

                Mailer(IConfiguration configuration) => _configuration = configuration;

                SmtpClient Create() => new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task Field_IsNearerThanPrimaryConstructorParameter() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly IConfiguration _configuration = configuration;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly IConfiguration _configuration = configuration;

                SmtpClient Create() => new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task Property_OfBaseClass() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Base
            {
                protected IConfiguration Configuration { get; set; } = null!;
            }

            class Mailer : Base
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Base
            {
                protected IConfiguration Configuration { get; set; } = null!;
            }

            class Mailer : Base
            {
                SmtpClient Create() => new SmtpClient(Configuration["Smtp:Host"] ?? "mail.contoso.com", Configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        Configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task PrivateFieldOfBaseClass_IsOutOfReach() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Base
            {
                private readonly IConfiguration _configuration = null!;
            }

            class Mailer : Base
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """);

    [Fact]
    public Task InstanceField_InStaticMethod_IsOutOfReach() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration = null!;

                static SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """);

    [Fact]
    public Task StaticField_InStaticMethod() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            static class Mailer
            {
                private static IConfiguration s_configuration = null!;

                static SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            static class Mailer
            {
                private static IConfiguration s_configuration = null!;

                static SmtpClient Create() => new SmtpClient(
                    s_configuration["Smtp:Host"] ?? "mail.contoso.com",
                    s_configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        s_configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        s_configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task InstanceField_InFieldInitializer_IsOutOfReach() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration = null!;
                private readonly SmtpClient _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """);

    [Fact]
    public Task StaticLambda_SeesNoParameter() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                Func<SmtpClient> Create(IConfiguration configuration) => static () => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """);

    [Fact]
    public Task OuterClassField_IsOutOfReach() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Outer
            {
                private readonly IConfiguration _configuration = null!;

                class Mailer
                {
                    SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                }
            }
            """);

    [Fact]
    public Task Section_IsNoRoot() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _section;

                Mailer(IConfiguration configuration) => _section = configuration.GetSection("Mail");

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """);

    [Fact]
    public Task LocalDeclaredLater_IsOutOfReach() => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                void Create()
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    IConfiguration configuration = new ConfigurationBuilder().Build();
                }
            }
            """);

    [Fact]
    public Task ConfigurationRoot_Local() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                void Create()
                {
                    var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                void Create()
                {
                    var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
                    var client = new SmtpClient(settings["Smtp:Host"] ?? "mail.contoso.com", settings.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            settings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            settings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                }
            }
            """);

    [Fact]
    public Task HiddenByLocal_GetsThis() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration settings;

                Mailer(IConfiguration configuration) => settings = configuration;

                void Create()
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    {
                        var settings = 1;
                        Console.WriteLine(settings);
                    }
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration settings;

                Mailer(IConfiguration configuration) => settings = configuration;

                void Create()
                {
                    var client = new SmtpClient(this.settings["Smtp:Host"] ?? "mail.contoso.com", this.settings.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            this.settings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            this.settings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    {
                        var settings = 1;
                        Console.WriteLine(settings);
                    }
                }
            }
            """);
}
