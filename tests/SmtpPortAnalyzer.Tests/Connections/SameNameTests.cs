using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A type of the program with the bare name of one of the framework's is not that one; the framework's own still is.</summary>
public class SameNameTests
{
    [Theory]
    [InlineData("""new SmtpClient(Contoso.IPAddress.Loopback, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(Contoso.IPAddress.IPv6Loopback, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(Contoso.IPAddress.Parse("127.0.0.1"), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(Contoso.Net.Dns.GetHostName(), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, Contoso.Task.FromResult(25)).Send(message);""")]
    [InlineData("""new SmtpClient(host, Contoso.ValueTask.FromResult(25)).Send(message);""")]
    [InlineData("""if (own.EnvironmentName == "Development") new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""if (own.EnvironmentName == Contoso.Environments.Development) new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""if (own.EnvironmentName == Contoso.EnvironmentName.Development) new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""if (web.EnvironmentName == "Development") new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""if (old.EnvironmentName != "Development") return; new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    public async Task TypeOfTheProgram_IsNotTheFrameworks(string statements)
    {
        await CheckAsync(statements, TestReferences.Net8Web);
        await CheckAsync(statements, TestReferences.Net472);
    }

    [Theory]
    [InlineData("""new SmtpClient(System.Net.IPAddress.Loopback.ToString(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.IPAddress.Parse("127.0.0.1").ToString(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.Dns.GetHostName(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Environment.MachineName, 25).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:await System.Threading.Tasks.Task.FromResult(25)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:await Real.Task.FromResult(25).ConfigureAwait(false)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:System.Convert.ToInt32("25", Culture.InvariantCulture)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:new System.Uri("smtp://mail.contoso.com:25").Port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:new System.UriBuilder("smtp", "mail.contoso.com", 25).Uri.Port|}).Send(message);""")]
    public async Task TypeOfTheFramework_IsKnown(string statements)
    {
        await CheckAsync(statements, TestReferences.Net8Web);
        await CheckAsync(statements, TestReferences.Net472);
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting.IHostEnvironment", "Microsoft.Extensions.Hosting.Environments.Development")]
    [InlineData("Microsoft.AspNetCore.Hosting.IWebHostEnvironment", "Microsoft.Extensions.Hosting.Environments.Development")]
    [InlineData("Microsoft.Extensions.Hosting.IHostingEnvironment", "Microsoft.Extensions.Hosting.EnvironmentName.Development")]
    [InlineData("Microsoft.AspNetCore.Hosting.IHostingEnvironment", "Microsoft.AspNetCore.Hosting.EnvironmentName.Development")]
    public Task HostEnvironment_OfEachAssembly_IsKnown(string type, string name) => Connection.MembersAsync($$"""
        #pragma warning disable CS0618
        void M({{type}} environment, string host)
        {
            if (environment.EnvironmentName == {{name}})
                new SmtpClient(host, 25).Dispose();
            new SmtpClient(host, environment.EnvironmentName == {{name}} ? 25 : 587).Dispose();
            if (environment.EnvironmentName != {{name}})
                new SmtpClient(host, {|SMTP001:25|}).Dispose();
        }
        """);

    private static Task CheckAsync(string statements, ImmutableArray<MetadataReference> references) => Connection.FileAsync($$"""
        using System.Net.Mail;
        using Real = System.Threading.Tasks;
        using Culture = System.Globalization.CultureInfo;

        namespace Contoso
        {
            public static class IPAddress
            {
                public static readonly string Loopback = System.Console.ReadLine()!;
                public static readonly string IPv6Loopback = System.Console.ReadLine()!;
                public static string Parse(string text) => System.Console.ReadLine()!;
            }

            public static class Task { public static int FromResult(int port) => 587; }
            public static class ValueTask { public static int FromResult(int port) => 587; }
            public interface IHostEnvironment { string EnvironmentName { get; } }
            public interface IWebHostEnvironment { string EnvironmentName { get; } }
            public interface IHostingEnvironment { string EnvironmentName { get; } }
            public static class Environments { public static readonly string Development = System.Console.ReadLine()!; }
            public static class EnvironmentName { public static readonly string Development = System.Console.ReadLine()!; }
        }

        namespace Contoso.Net
        {
            public static class Dns { public static string GetHostName() => System.Console.ReadLine()!; }
        }

        class C
        {
            async System.Threading.Tasks.Task M(
                string host, MailMessage message,
                Contoso.IHostEnvironment own, Contoso.IWebHostEnvironment web, Contoso.IHostingEnvironment old)
            {
                await System.Threading.Tasks.Task.Yield();
                {{statements}}
            }
        }
        """, references);
}
