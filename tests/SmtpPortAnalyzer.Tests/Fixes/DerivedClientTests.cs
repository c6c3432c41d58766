using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A class that derives from a library's client is configured in its constructor.</summary>
public class DerivedClientTests
{
    [Fact]
    public Task ConstructorThatSaysThis_GoesOnToSayIt() => RelayFixTest.Fixes(RelayFixTest.Encrypted, """
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host, NetworkCredential login) : base(host, {|SMTP001:25|})
            {
                this.Credentials = login;
            }
        }
        """, """
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host, NetworkCredential login) : base(host, 587)
            {
                this.EnableSsl = true;
                this.Credentials = login;
            }
        }
        """);

    [Fact]
    public Task Constructor_SetsWhatIsMissing() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient() : base("smtp.contoso.com", {|SMTP001:25|})
            {
                Timeout = 100; // ms
            }
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient() : base(
                Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
            {
                EnableSsl = true;
                Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                Timeout = 100; // ms
            }
        }
        """);

    /// <summary>Delivery by the network is what a client does anyway; a pickup directory is none of a relay's.</summary>
    [Theory]
    [InlineData("DeliveryMethod = SmtpDeliveryMethod.Network;", true)]
    [InlineData("DeliveryMethod = method;", false)]
    public Task DeliveryMethod_IsInTheWayWhereItMayBeAnother(string statement, bool isFixed)
    {
        string Code(string port, string encryption) => $$"""
            using System.Net.Mail;

            public class RelayClient : SmtpClient
            {
                public RelayClient(string host, SmtpDeliveryMethod method) : base(host, {{port}})
                {
                    {{encryption}}{{statement}}
                }
            }
            """;
        return isFixed
            ? RelayFixTest.Fixes(RelayFixTest.StartTls, Code("{|SMTP001:25|}", ""), Code("587", "EnableSsl = true;\n        "))
            : RelayFixTest.OffersNothing(RelayFixTest.StartTls, Code("{|SMTP001:25|}", ""));
    }

    [Fact]
    public Task EmptyConstructor_GetsABody() => RelayFixTest.Fixes(RelayFixTest.StartTls, """
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host) : base(host, {|SMTP001:25|}) { }
        }
        """, """
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host) : base(host, 587)
            {
                EnableSsl = true;
            }
        }
        """);

    /// <summary>What the class does about encryption or the login by itself is not overwritten.</summary>
    [Theory]
    [InlineData("EnableSsl = secure;")]
    [InlineData("this.Credentials = login;")]
    [InlineData("UseDefaultCredentials = true;")]
    public Task ClassThatKnowsBetter_StaysAsItIs(string statement) => RelayFixTest.OffersNothing(RelayFixTest.Environment, $$"""
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host) : base(host, {|SMTP001:25|}) { }

            public void Set(bool secure, ICredentialsByHost login)
            {
                {{statement}}
            }
        }
        """);

    /// <summary>A login that the constructor sets is all the login there is.</summary>
    [Theory]
    [InlineData("Credentials = login;")]
    [InlineData("UseDefaultCredentials = false;\n        this.Credentials = login;")]
    public Task LoginOfTheConstructor_Stays(string login)
    {
        string Code(string port, string before) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class RelayClient : SmtpClient
            {
                public RelayClient(string host, NetworkCredential login) : base(host, {{port}})
                {
                    {{before}}{{login}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("{|SMTP001:25|}", ""), Code("587", "EnableSsl = true;\n        "));
    }

    [Theory]
    [InlineData("if (host.Length > 9) Credentials = login;")]
    [InlineData("Credentials = login; UseDefaultCredentials = false;")]
    [InlineData("Credentials = new NetworkCredential(\"u\", \"\");")]
    public Task LoginOnSomeWays_StaysAsItIs(string login) => RelayFixTest.OffersNothing(RelayFixTest.Environment, $$"""
        using System.Net;
        using System.Net.Mail;

        public class RelayClient : SmtpClient
        {
            public RelayClient(string host, NetworkCredential login) : base(host, {|SMTP001:25|})
            {
                {{login}}
            }
        }
        """);
}
