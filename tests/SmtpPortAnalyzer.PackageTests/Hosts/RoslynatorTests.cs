using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>The package in Roslynator's command line: the build's findings, and the text that <c>dotnet format</c> writes.</summary>
[Collection(HostCollection.Name)]
public sealed class RoslynatorTests(PackedPackage package)
{
    private static readonly string[] s_fixed = ["SMTP001", "SMTP003", "SMTP005"];

    [Fact]
    public async Task Findings_EqualTheBuilds()
    {
        var shop = MailShop.Write(package, "roslynator-build");
        var (exitCode, output) = await shop.BuildAsync();
        Assert.True(exitCode == 0, output);

        // It exits with 1 where it finds something.
        var (found, printed) = await RoslynatorAsync(shop, "analyze", "--severity-level", "info", "--ignore-compiler-diagnostics");

        Assert.Equal(1, found);
        Assert.Equal(HostFinding.In(shop.Log("Shop")), HostFinding.In(printed));
    }

    [Fact]
    public async Task Fixes_EqualThoseOfDotnetFormat()
    {
        var (one, other) = (MailShop.Write(package, "roslynator-fix"), MailShop.Write(package, "format-fix"));
        await RestoreAsync(one);
        await RestoreAsync(other);

        var (_, printed) = await RoslynatorAsync(
            one, ["fix", "--supported-diagnostics", .. s_fixed, "--diagnostic-fix-map",
                .. s_fixed.Select(id => id + "=SmtpPortAnalyzer.Best")]);
        var (formatted, output) = await other.RunAsync(
            ["format", "analyzers", "All.slnx", "--no-restore", "--severity", "info", "--diagnostics", .. s_fixed]);
        Assert.True(formatted == 0, output);

        foreach (var file in (string[])["Mailer.cs", "Reports.cs", "Invoices.cs", "appsettings.json"])
        {
            var (expected, actual) = (await File.ReadAllBytesAsync(other.PathOf("Shop/" + file)),
                await File.ReadAllBytesAsync(one.PathOf("Shop/" + file)));
            Assert.True(
                expected.AsSpan().SequenceEqual(actual), $"{file}:\n{await File.ReadAllTextAsync(one.PathOf("Shop/" + file))}\n{printed}");
        }

        Assert.Contains("\"Smtp:Port\", 587", await File.ReadAllTextAsync(one.PathOf("Shop/Reports.cs")), StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RoslynatorAsync(GeneratedSolution shop, params string[] arguments) =>
        await DotnetCli.RunToEndAsync(
            await HostTools.InstallRoslynatorAsync(package), shop.PathOf("Shop"), package.ConsumerEnvironment,
            [arguments[0], "Shop.csproj", .. arguments[1..]]);

    private static async Task RestoreAsync(GeneratedSolution solution)
    {
        var (exitCode, output) = await solution.RestoreAsync();
        Assert.True(exitCode == 0, output);
    }
}
