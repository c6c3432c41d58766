using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>The environment's name says whether a program runs on a developer's machine, wherever the code has it from.</summary>
public class EnvironmentNameTests
{
    [Theory]
    [InlineData("env.EnvironmentName == \"Development\"")]
    [InlineData("env.EnvironmentName is \"Development\"")]
    [InlineData("env is { EnvironmentName: \"Development\" }")]
    [InlineData("!(env is not { EnvironmentName: \"Development\" })")]
    [InlineData("\"development\".Equals(env.EnvironmentName, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("string.Equals(env.EnvironmentName, Environments.Development, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\"")]
    [InlineData("(Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\") ?? \"Production\").ToLowerInvariant() == \"development\"")]
    [InlineData("configuration[\"ASPNETCORE_ENVIRONMENT\"] == \"Development\"")]
    public Task Name_OfDevelopment_Guards(string condition) => Connection.MembersAsync($$"""
        private bool IsLocal(IHostEnvironment env, IConfiguration configuration) => {{condition}};
        void M(IHostEnvironment env, IConfiguration configuration)
        {
            if ({{condition}}) new SmtpClient("mail.contoso.com", 25).Send(null!);
            if (IsLocal(env, configuration)) new SmtpClient("mail.contoso.com", 25).Send(null!);
        }
        """);

    [Theory]
    [InlineData("env.EnvironmentName != \"Development\"")]
    [InlineData("env.EnvironmentName == \"Staging\"")]
    [InlineData("env is not { EnvironmentName: \"Development\" }")]
    [InlineData("env is { EnvironmentName: \"Staging\" }")]
    [InlineData("env.ApplicationName == \"Development\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"REGION\") == \"Development\"")]
    [InlineData("env.EnvironmentName == \"Development\" || env.EnvironmentName == \"Staging\"")]
    public Task OtherQuestions_GuardNothing(string condition) => Connection.MembersAsync($$"""
        void M(IHostEnvironment env)
        {
            if ({{condition}}) new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(null!);
        }
        """);

    [Fact]
    public Task Name_InASwitch_ChoosesHostAndPort() => Connection.MembersAsync("""
        void M(IHostEnvironment env)
        {
            var (host, port) = env.EnvironmentName switch { "Development" => ("mail.contoso.com", 25), _ => ("smtp.contoso.com", 588) };
            new SmtpClient(host, port).Send(null!);
            var (other, number) = env.EnvironmentName switch { "Test" => ("mail.contoso.com", 25), _ => ("smtp.contoso.com", 588) };
            new SmtpClient(other, {|SMTP001:number|}).Send(null!);
        }
        """);

    [Fact]
    public Task Name_ThatMayBeMissing_GuardsWhereItIsThere() => Connection.MembersAsync("""
        void M()
        {
            var name = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";
            var isLocal = name.Equals("development", StringComparison.OrdinalIgnoreCase);
            new SmtpClient(isLocal ? "mail.contoso.com" : "smtp.contoso.com", isLocal ? 25 : 588).Send(null!);
        }
        """);
}
