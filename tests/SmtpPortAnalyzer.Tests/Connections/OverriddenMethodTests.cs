using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>Methods that give a port or a host and that other types implement or override.</summary>
public class OverriddenMethodTests
{
    [Fact]
    public Task Method_ImplementedByTypes_HasEachOnesHostBesideIt() => Connection.TypesAsync("""
        interface IRelay { string GetHost(); int GetPort(); }
        class Local : IRelay { public string GetHost() => "localhost"; public int GetPort() => 25; }
        class Public : IRelay { public string GetHost() => "mail.contoso.com"; public int GetPort() { return {|SMTP001:25|}; } }
        class Hidden : IRelay { string IRelay.GetHost() => "mail.contoso.com"; int IRelay.GetPort() => {|SMTP001:25|}; public int GetPort() => 25; }
        class Encrypted : IRelay { public string GetHost() => "mail.contoso.com"; public int GetPort() => 587; }
        abstract class Sender
        {
            protected abstract string Host { get; }
            protected abstract int GetPort(string region);
            protected void Send() => new SmtpClient(Host, GetPort("eu")).Send(null!);
        }
        class LocalSender : Sender { protected override string Host => "localhost"; protected override int GetPort(string region) => 25; }
        class PublicSender : Sender { protected override string Host => "mail.contoso.com"; protected override int GetPort(string region) => {|SMTP001:25|}; }
        class C { void Send(IRelay relay) => new SmtpClient(relay.GetHost(), relay.GetPort()).Send(null!); }
        """);

    [Fact]
    public Task Method_ThatMayBeOverridden_SaysSomethingItself() => Connection.TypesAsync("""
        class Alone { protected virtual int Port() => {|SMTP001:25|}; void Send() => new SmtpClient("mail.contoso.com", Port()).Send(null!); }
        class Overloaded
        {
            protected virtual int Port() => 587;
            protected virtual int Port(int other) => {|SMTP001:25|};
            void Send() => new SmtpClient("mail.contoso.com", Port(1)).Send(null!);
            void SendToo() => new SmtpClient("mail.contoso.com", Port()).Send(null!);
        }
        abstract class Replaced { protected virtual int Port() => 25; void Send(string host) => new SmtpClient(host, Port()).Send(null!); }
        class Replacing : Replaced { protected override int Port() => 587; }
        class Generic<T> { protected virtual int Port() => {|SMTP001:25|}; void Send() => new SmtpClient("mail.contoso.com", Port()).Send(null!); }
        class GenericOfText : Generic<string> { protected override int Port() => {|SMTP001:25|}; }
        """);

    [Fact]
    public Task Method_InALibrary_IsNotKnown() => Connection.MembersAsync("""
        void Send(IFormatProvider format) => new SmtpClient("mail.contoso.com", int.Parse(format.GetFormat(null)!.ToString()!)).Send(null!);
        """);

    [Theory]
    [InlineData("virtual string Host => \"localhost\"", "Host")]
    [InlineData("virtual string Host { get; } = \"localhost\"", "Host")]
    [InlineData("virtual string Host() => \"localhost\"", "Host()")]
    public Task Host_ThatMayBeOverridden_IsThatOfTheTypes(string declaration, string use) => Connection.TypesAsync($$"""
        class Alone { protected {{declaration}}; void Send() => new SmtpClient({{use}}, 25).Send(null!); }
        abstract class Local { protected {{declaration}}; protected void Send() => new SmtpClient({{use}}, 25).Send(null!); }
        class Inheriting : Local { }
        """);

    [Fact]
    public Task Host_ThatOneTypeHasInPublic_Reports() => Connection.TypesAsync("""
        class Sender { protected virtual string Host => "localhost"; void Send() => new SmtpClient(Host, {|SMTP001:25|}).Send(null!); }
        class PublicSender : Sender { protected override string Host => "mail.contoso.com"; }
        abstract class Unknown { protected abstract string Host(); void Send() => new SmtpClient(Host(), {|SMTP001:25|}).Send(null!); }
        """);
}
