namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>A small program with one connection of each kind that hosts are tried with.</summary>
internal static class MailShop
{
    public const string Settings = """
        {
          "Smtp": { "Host": "mail.contoso.com", "Port": 25 }
        }
        """;

    public const string Program = """
        var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
        app.Run();
        """;

    public const string Ports = """
        internal static class Ports
        {
            public const int Mail = 25;
        }
        """;

    public const string Default = """
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        internal class Reports(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"], configuration.GetValue("Smtp:Port", 25));
                client.Send(message);
            }
        }
        """;

    public const string Relay = """
        using System.Net.Mail;

        internal class Invoices
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.sendgrid.net", 587) { EnableSsl = false };
                client.Send(message);
            }
        }
        """;

    /// <summary>A class that sends with a client made by <paramref name="connection"/>.</summary>
    public static string Mailer(string connection) => $$"""
        using System.Net.Mail;

        internal class Mailer
        {
            public void Send(MailMessage message)
            {
                {{connection}}
                client.Send(message);
            }
        }
        """;

    public static string ProjectFile(PackedPackage package, string sdk = "Microsoft.NET.Sdk.Web") => $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SmtpPortAnalyzer" Version="{package.Version}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>Writes the program as one project.</summary>
    public static GeneratedSolution Write(PackedPackage package, string name)
    {
        var solution = new GeneratedSolution(package, name);
        solution.AddProject("Shop/Shop.csproj", ProjectFile(package));
        solution.Write("Shop/Program.cs", Program);
        solution.Write("Shop/Ports.cs", Ports);
        solution.Write("Shop/Mailer.cs", Mailer("using var client = new SmtpClient(\"mail.contoso.com\", 25);"));
        solution.Write("Shop/Reports.cs", Default);
        solution.Write("Shop/Invoices.cs", Relay);
        solution.Write("Shop/appsettings.json", Settings);
        return solution;
    }
}
