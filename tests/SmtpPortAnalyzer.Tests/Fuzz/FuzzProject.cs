using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// A sound project with findings of its own, beside which files and options are broken. All analyzers run, as in a build.
/// </summary>
internal sealed class FuzzProject
{
    public const string OwnApis = """
        # The relay of the house
        M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;host=server;default=25
        """;

    public const string Settings = """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""";

    private const string Libraries = """

        namespace Contoso.Mail
        {
            public class Relay { public void Open(string server, int port) { } }
        }
        namespace Fabrikam.Post
        {
            public class Office
            {
                public Office(string server, int port) { }
                public void Open(string server, int port) { }
                public void Send(System.Collections.Generic.List<int[]> ports, int port) { }
                public void Send<T>(T server, int port) { }
            }
            public class OfficeOptions { public string Server { get; set; } public int Port { get; set; } }
        }
        """;

    private const string Code = """
        class Mailer
        {
            void Send(Contoso.Mail.Relay relay, Fabrikam.Post.Office office)
            {
                new System.Net.Mail.SmtpClient("mail.contoso.com", 25).Dispose();
                relay.Open("mail.contoso.com", 25);
                office.Open("mail.contoso.com", 25);
                _ = new Fabrikam.Post.OfficeOptions { Server = "mail.contoso.com", Port = 25 };
            }
        }
        """;

    private const string Configured = """
        class Configured
        {
            void Send(Microsoft.Extensions.Configuration.IConfiguration configuration) =>
                new System.Net.Mail.SmtpClient(
                    configuration["Mail:Server"],
                    Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue(configuration, "Mail:Gateway", 25)).Dispose();
        }
        """;

    /// <summary>.NET 8, with code that reads its configuration.</summary>
    public static readonly FuzzProject Net = new(TestReferences.Net8Web, Code + Configured + Libraries);

    /// <summary>.NET Framework, where <c>mailSettings</c> count.</summary>
    public static readonly FuzzProject NetFramework = new(TestReferences.Net472, Code + Libraries);

    private readonly CSharpCompilation _compilation;

    private FuzzProject(ImmutableArray<MetadataReference> references, string code)
    {
        _compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest), "/src/Mailer.cs")], references,
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(_compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>The findings of all analyzers; whatever one of them throws is thrown.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync(IEnumerable<AdditionalText> files, AnalyzerConfigOptionsProvider options)
    {
        Exception? thrown = null;
        var run = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files], options),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(
            _compilation, [new SmtpAnalyzer(), new OptionsAnalyzer()], run).GetAnalyzerDiagnosticsAsync();
        return thrown is null ? found : throw new InvalidOperationException("An analyzer failed.", thrown);
    }

    /// <summary>The project says that it targets Azure.</summary>
    public Task<ImmutableArray<Diagnostic>> FindingsAsync(params AdditionalText[] files) =>
        FindingsAsync(files, new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true"))));

    /// <summary>What is found, where, without what the message says of it.</summary>
    public static string Name(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan()}";
}

/// <summary>A settings file, or one of own APIs.</summary>
internal sealed class FuzzFile(string path, SourceText text) : AdditionalText
{
    public FuzzFile(string path, string text)
        : this(path, SourceText.From(text))
    {
    }

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    public override string ToString() => $"{path}, {text.Encoding?.WebName}\n{text}";
}
