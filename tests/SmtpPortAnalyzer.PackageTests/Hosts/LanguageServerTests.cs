using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>The package in csharp-ls, the language server behind many editors: what the build says, while typing.</summary>
[Collection(HostCollection.Name)]
public sealed class LanguageServerTests(PackedPackage package)
{
    [Fact]
    public async Task Findings_EqualTheBuilds()
    {
        var shop = MailShop.Write(package, "ls-build");
        var (exitCode, output) = await shop.BuildAsync();
        Assert.True(exitCode == 0, output);
        var built = HostFinding.In(shop.Log("Shop"));
        Assert.Equal(["SMTP001", "SMTP003", "SMTP004", "SMTP005", "SMTP006"], built.Select(f => f.Id).Distinct().Order());

        await using var server = await StartAsync(shop);

        Assert.Equal(built, await server.WorkspaceDiagnosticsAsync());
    }

    [Fact]
    public async Task Findings_FollowTheTyping()
    {
        var shop = MailShop.Write(package, "ls-live");
        await RestoreAsync(shop);
        await using var server = await StartAsync(shop);
        var mailer = shop.PathOf("Shop/Mailer.cs");
        var ports = shop.PathOf("Shop/Ports.cs");
        await server.OpenAsync(mailer, MailShop.Mailer("using var client = new SmtpClient();"));
        await server.OpenAsync(ports, MailShop.Ports);

        // Twice: the second time, nothing that the first time left may be in the way.
        for (var round = 0; round < 2; round++)
        {
            await AssertAsync("", "using var client = new SmtpClient();");
            await AssertAsync("SMTP001", "using var client = new SmtpClient(\"mail.contoso.com\", 25);");
            await AssertAsync("SMTP005 SMTP006", "using var client = new SmtpClient(\"mail.contoso.com\", 587);");
            await AssertAsync("SMTP006", "using var client = new SmtpClient(\"mail.contoso.com\", 587) { EnableSsl = true };");
            await AssertAsync("", "using var client = new SmtpClient(\"localhost\", 25);");
            await AssertAsync("SMTP002", "using var client = new SmtpClient(\"mail.contoso.com\");");
            await AssertAsync(
                "SMTP003",
                "using var client = new SmtpClient(\"mail.contoso.com\", int.Parse(Environment.GetEnvironmentVariable(\"P\") ?? \"25\"));");
            await AssertAsync(
                "",
                "#pragma warning disable SMTP001\n        using var client = new SmtpClient(\"mail.contoso.com\", 25);");
            await AssertAsync("SMTP001", "using var client = new SmtpClient(\"mail.contoso.com\", Ports.Mail);");
            // The other file is not saved: only the server's memory has the new number.
            await server.ChangeAsync(ports, MailShop.Ports.Replace("25", "2500", StringComparison.Ordinal));
            await AssertAsync("", "using var client = new SmtpClient(\"mail.contoso.com\", Ports.Mail);");
            await server.ChangeAsync(ports, MailShop.Ports);
            await AssertAsync("SMTP001", "using var client = new SmtpClient(\"mail.contoso.com\", Ports.Mail); ");
        }

        async Task AssertAsync(string expected, string connection)
        {
            await server.ChangeAsync(mailer, MailShop.Mailer(connection));
            Assert.Equal((connection, expected), (connection, string.Join(' ', (await server.DiagnosticsAsync(mailer)).Select(f => f.Id))));
        }
    }

    [Fact]
    public async Task ThirtyProjects_EachWithItsFinding()
    {
        var solution = new GeneratedSolution(package, "ls-30");
        var names = Enumerable.Range(1, 30).Select(number => $"Part{number:00}").ToList();
        foreach (var name in names)
        {
            solution.AddProject($"{name}/{name}.csproj", MailShop.ProjectFile(package, "Microsoft.NET.Sdk"));
            solution.Write($"{name}/{name}Mailer.cs", MailShop.Mailer("using var client = new SmtpClient(\"mail.contoso.com\", 25);"));
        }

        await RestoreAsync(solution);
        await using var server = await StartAsync(solution);

        Assert.Equal(
            names.Select(name => new HostFinding(name + "Mailer.cs", 7, 63, "SMTP001")), await server.WorkspaceDiagnosticsAsync());
    }

    /// <summary>
    /// The server's managed heap is limited, so that it falls over where old compilations stay alive: one of this program takes some
    /// megabytes.
    /// </summary>
    [Fact]
    public async Task FiveHundredEdits_InALimitedHeap()
    {
        var shop = MailShop.Write(package, "ls-edits");
        await RestoreAsync(shop);
        await using var server = await StartAsync(
            shop, new Dictionary<string, string> { ["DOTNET_gcServer"] = "0", ["DOTNET_GCHeapHardLimit"] = "0x10000000" });
        var mailer = shop.PathOf("Shop/Mailer.cs");
        await server.OpenAsync(mailer, MailShop.Mailer("using var client = new SmtpClient();"));

        for (var edit = 1; edit <= 500; edit++)
        {
            var port = edit % 2 == 0 ? 25 : 26;
            await server.ChangeAsync(
                mailer, MailShop.Mailer($"var order{edit} = {edit}; using var client = new SmtpClient(\"mail.contoso.com\", {port});"));
            Assert.Equal(port == 25 ? ["SMTP001"] : [], (await server.DiagnosticsAsync(mailer)).Select(f => f.Id));
        }
    }

    private static async Task RestoreAsync(GeneratedSolution solution)
    {
        var (exitCode, output) = await solution.RestoreAsync();
        Assert.True(exitCode == 0, output);
    }

    private async Task<LanguageServer> StartAsync(GeneratedSolution solution, IReadOnlyDictionary<string, string>? environment = null) =>
        await LanguageServer.StartAsync(
            await HostTools.InstallLanguageServerAsync(package), solution.Folder,
            new Dictionary<string, string>([.. package.ConsumerEnvironment, .. environment ?? new Dictionary<string, string>()]));
}
