using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>What holds for every settings file: which projects, which hosts, which text.</summary>
public class SettingsFileTests
{
    private const string Port25 = """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""";
    private const string Reported = """{ "Smtp": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""";

    [Theory]
    [InlineData("build_property.SmtpPortAnalyzerTargetsAzure", "auto")]
    [InlineData("build_property.SmtpPortAnalyzerTargetsAzure", "false")]
    [InlineData("smtp_port_analyzer.azure_subscription", "enterprise_agreement")]
    [InlineData("smtp_port_analyzer.azure_port_25_exemption", "true")]
    [InlineData("build_property.IsTestProject", "true")]
    [InlineData("smtp_port_analyzer.excluded_hosts", "*.contoso.com")]
    public Task Project_WhereAzureDoesNotBlock_IsSilent(string key, string value) =>
        SettingsFile.Async("appsettings.json", Port25, test => test.GlobalOptions[key] = value);

    [Theory]
    [InlineData("build_property.SmtpPortAnalyzerAzureEvidence", "S:AzureFunctionsVersion")]
    [InlineData("smtp_port_analyzer.excluded_hosts", "*.contoso.org")]
    public Task Project_WhereAzureBlocks_Reports(string key, string value) =>
        SettingsFile.Async("appsettings.json", Reported, test =>
        {
            test.GlobalOptions["build_property.SmtpPortAnalyzerTargetsAzure"] = "auto";
            test.GlobalOptions["build_property.SmtpPortAnalyzerAzureEvidence"] = "S:AzureFunctionsVersion";
            test.GlobalOptions[key] = value;
        });

    [Theory]
    [InlineData("[*.json]\nsmtp_port_analyzer.targets_azure = true", true)]
    [InlineData("[*.cs]\nsmtp_port_analyzer.targets_azure = true", true)]
    [InlineData("[*.cs]\nsmtp_port_analyzer.targets_azure = true\n[*.json]\nsmtp_port_analyzer.targets_azure = false", false)]
    [InlineData("[*.vb]\nsmtp_port_analyzer.targets_azure = true", false)]
    public Task EditorConfig_OfTheFileOrTheSourcesBesideIt_Decides(string editorConfig, bool isReported) =>
        SettingsFile.Async("appsettings.json", isReported ? Reported : Port25, test =>
        {
            test.GlobalOptions["build_property.SmtpPortAnalyzerTargetsAzure"] = "auto";
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n" + editorConfig + "\n"));
        });

    [Theory]
    [InlineData("/.globalconfig2", "is_global = true\ndotnet_diagnostic.SMTP004.severity = none", false)]
    [InlineData("/.editorconfig", "root = true\n[*.json]\ndotnet_diagnostic.SMTP004.severity = none", true)]
    [InlineData("/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.SMTP004.severity = none", true)]
    public Task Severity_IsSetForTheProjectOnly(string path, string content, bool isReported) =>
        SettingsFile.Async(
            "appsettings.json", isReported ? Reported : Port25, test => test.TestState.AnalyzerConfigFiles.Add((path, content + "\n")));

    [Fact]
    public Task NoWarn_Silences() => SettingsFile.Async("appsettings.json", Port25, test => test.SolutionTransforms.Add((solution, id) =>
    {
        var options = solution.GetProject(id)!.CompilationOptions!;
        return solution.WithProjectCompilationOptions(
            id, options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem("SMTP004", ReportDiagnostic.Suppress)));
    }));

    [Theory]
    [InlineData(
        "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reliability\", \"SMTP004\", Justification = \"catcher\")]", false)]
    [InlineData(
        "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Reliability\", \"SMTP001\", Justification = \"catcher\")]", true)]
    public Task SuppressMessage_OfTheAssembly_Silences(string code, bool isReported) =>
        SettingsFile.WithCodeAsync(code, [("appsettings.json", isReported ? Reported : Port25)]);

    [Theory]
    [InlineData(Port25, "'Smtp:Port' sets SMTP port 25 for 'mail.contoso.com', which")]
    [InlineData("""{ "Smtp": { "Port": 25 } }""", "'Smtp:Port' sets SMTP port 25, which")]
    [InlineData("""{ "Smtp": { "Host": "", "Port": 25 } }""", "'Smtp:Port' sets SMTP port 25, which")]
    public async Task Message_SaysSettingHostPolicyAndEvidence(string content, string start)
    {
        var finding = Assert.Single(await FindingsAsync(SourceText.From(content)));
        Assert.Equal(
            start + " Azure blocks for most subscriptions; use an authenticated relay on port 587",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("<network host=\"mail.contoso.com\" port=\"25\"/>", " sets SMTP port 25 for 'mail.contoso.com', which")]
    [InlineData("<network host=\"mail.contoso.com\"/>", " defaults to SMTP port 25 for 'mail.contoso.com', which")]
    public async Task Message_SaysWhetherItIsADefault(string network, string said)
    {
        var config = "<configuration><system.net><mailSettings><smtp>" + network + "</smtp></mailSettings></system.net></configuration>";
        var finding = Assert.Single(await FindingsAsync(SourceText.From(config), "/web.config", TestReferences.Net472));
        Assert.Contains(said, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encoding_DoesNotMoveTheFinding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        const string Json = "{\r\n  // ä\r\n  \"Smtp\": { \"Host\": \"ä.contoso.com\",\r\n    \"Port\": 25 }\r\n}\r\n";
        using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(Json)]);
        var text = SourceText.From(stream, encoding);

        var finding = Assert.Single(await FindingsAsync(text));
        Assert.Equal("25", text.ToString(finding.Location.SourceSpan));
        Assert.Equal(new LinePosition(3, 12), finding.Location.GetLineSpan().StartLinePosition);
    }

    [Fact]
    public async Task ByteOrderMarkInTheText_DoesNotMoveTheFinding()
    {
        var text = SourceText.From("\uFEFF" + Port25);
        Assert.Equal("25", text.ToString(Assert.Single(await FindingsAsync(text)).Location.SourceSpan));
    }

    [Fact]
    public async Task HugeFile_IsNotRead() =>
        Assert.Empty(await FindingsAsync(SourceText.From("{ \"Padding\": \"" + new string('x', 50_000_000) + "\", \"SmtpPort\": 25 }")));

    [Fact]
    public async Task LongLegalFile_IsRead() =>
        Assert.Single(await FindingsAsync(SourceText.From("{ \"Padding\": \"" + new string('x', 1_000_000) + "\", \"SmtpPort\": 25 }")));

    public static TheoryData<string, string> LongFiles => new()
    {
        { "many names", "{" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"\"P{i}Port\":25,")) + "}" },
        { "one name twice", "{\"a\":25," + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"\"n{i}\":25,\"a\":25,")) + "}" },
        { "deep name", "{\"" + string.Concat(Enumerable.Repeat("a:", 400_000)) + "Port\":25}" },
        { "many sections", "{" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\"S{i}\":{{\"ProtocolPort\":25}},")) + "}" },
    };

    /// <summary>Work must not grow faster than the file. These take a few milliseconds, and minutes where it does.</summary>
    [Theory(Timeout = 60_000)]
    [MemberData(nameof(LongFiles))]
    public async Task LongFileOfManyNames_IsReadInNoTime(string kind, string text)
    {
        Assert.NotEmpty(kind);
        Assert.Empty(await Task.Run(() => FindingsAsync(SourceText.From(text))));
    }

    [Fact]
    public async Task UnreadableFile_IsSilent() => Assert.Empty(await FindingsAsync(null));

    [Fact]
    public async Task FileVersion_IsReadOnce()
    {
        var text = SourceText.From(Port25);
        var file = new File("/appsettings.json", text);
        Assert.Same(SmtpPortAnalyzer.Settings.SettingsText.Read(file, default), SmtpPortAnalyzer.Settings.SettingsText.Read(file, default));
        Assert.NotSame(
            SmtpPortAnalyzer.Settings.SettingsText.Read(file, default),
            SmtpPortAnalyzer.Settings.SettingsText.Read(new File("/appsettings.json", SourceText.From(Port25)), default));
        await Task.CompletedTask;
    }

    [Fact]
    public void Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(() =>
        SmtpPortAnalyzer.Settings.SettingsText.Read(
            new File("/appsettings.json", SourceText.From(Port25)), new CancellationToken(canceled: true)));

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(
        SourceText? text, string path = "/appsettings.json", ImmutableArray<MetadataReference> references = default)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(
                [new File(path, text)], new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true")))),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var compilation = Findings.Compile("class C { }");
        if (!references.IsDefault)
            compilation = compilation.WithReferences(references);
        var found = await new CompilationWithAnalyzers(compilation, [new SmtpAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(thrown);
        return found;
    }

    private sealed class File(string path, SourceText? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }
}
