using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

/// <summary>A client that a lambda, a method group, a delegate or an interface hands out may be secured by whoever gets it.</summary>
public class HandedOutTests
{
    private const string Uses = "client.Send(message);";
    private const string Secures = "client.EnableSsl = true; client.Credentials = login; client.Send(message);";

    /// <summary>How the client is made, and how somebody else comes by it.</summary>
    public static TheoryData<string, string> Ways => new()
    {
        { "static void Add(IServiceCollection services) => services.AddScoped(_ => {0});", "class Mailer(SmtpClient client, " +
            "ICredentialsByHost login) { void Send(MailMessage message) { {1} } }" },
        {
            "static void Add(IServiceCollection services) => services.AddScoped<SmtpClient>(_ => { var made = {0}; return made; });",
            "class Mailer(SmtpClient client, ICredentialsByHost login) { void Send(MailMessage message) { {1} } }"
        },
        {
            "static void Add(IServiceCollection services) { SmtpClient Make(IServiceProvider p) => {0}; services.AddScoped(Make); }",
            "class Mailer(SmtpClient client, ICredentialsByHost login) { void Send(MailMessage message) { {1} } }"
        },
        { "static SmtpClient Make(IServiceProvider p) => {0}; static void Add(IServiceCollection services) => " +
            "services.AddScoped(Make);",
            "class Mailer(SmtpClient client, ICredentialsByHost login) { void Send(MailMessage message) { {1} } }" },
        {
            "static void Add(IServiceCollection services) => services.AddSingleton<Func<SmtpClient>>(() => {0});",
            "class Mailer(Func<SmtpClient> make, ICredentialsByHost login) { void Send(MailMessage message) { using var client = make(); " +
            "{1} } }"
        },
        { "static readonly Lazy<SmtpClient> s_client = new(() => {0});", "class Mailer(ICredentialsByHost login, Lazy<SmtpClient> lazy) " +
            "{ void Send(MailMessage message) { var client = lazy.Value; {1} } }" },
        { "public class Factory : IFactory { public SmtpClient Make() => {0}; }", "public interface IFactory { SmtpClient Make(); } " +
            "class Mailer(IFactory factory, ICredentialsByHost login) { void Send(MailMessage message) { var client = factory.Make(); " +
            "{1} } }" },
        { "public class Factory : Maker { public override SmtpClient Make() => {0}; }", "public abstract class Maker { public abstract " +
            "SmtpClient Make(); void Send(MailMessage message, ICredentialsByHost login) { var client = Make(); {1} } }" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public Task SecuredByItsUser_IsSilent(string makes, string uses) =>
        FoundAsync(makes, "new SmtpClient(\"smtp.contoso.com\", 587)", uses, Secures);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task SecuredByNobody_Reports(string makes, string uses) =>
        FoundAsync(makes, "{|SMTP006:{|SMTP005:new SmtpClient(\"smtp.contoso.com\", 587)|}|}", uses, Uses);

    [Fact]
    public Task AnotherClient_OfTheMethodsOwn_IsNoExcuse() => FoundAsync(
        "static void Add(IServiceCollection services) => services.AddScoped(_ => {0});",
        "{|SMTP006:{|SMTP005:new SmtpClient(\"smtp.contoso.com\", 587)|}|}",
        "class Mailer(ICredentialsByHost login) { void Send(MailMessage message) { var client = new SmtpClient(\"smtp.contoso.com\", " +
        "587); {1} } }",
        Secures);

    private static Task FoundAsync(string makes, string client, string uses, string does) => Verifiers.Relay.TypesAsync(
        "static class Setup { " + makes.Replace("{0}", client, StringComparison.Ordinal) + " }\n"
            + uses.Replace("{1}", does, StringComparison.Ordinal));
}
