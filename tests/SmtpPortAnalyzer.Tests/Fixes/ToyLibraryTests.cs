using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A library is one row, its fix included: one that is made up here is found and rewritten with its own members.</summary>
public class ToyLibraryTests
{
    private static readonly SmtpLibrary s_toy = new("Toy")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Toy.Postman")
        {
            PortProperty = "Door",
            HostProperty = "House",
            DefaultPort = 25,
            SendMethods = ImmutableArray.Create("Deliver"),
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfFlag("Sealed", TransportSecurity.None, TransportSecurity.StartTls)),
                Default = TransportSecurity.None,
            },
            Login = new() { Members = ImmutableArray.Create("Badge") },
        }),
        Fix = new PropertiesFix("Badge", "OwnBadge"),
    };

    private static readonly MetadataReference s_assembly = Compile("""
        namespace Toy;
        public class Postman
        {
            public string House { get; set; }
            public int Door { get; set; }
            public bool Sealed { get; set; }
            public bool OwnBadge { get; set; }
            public System.Net.ICredentials Badge { get; set; }
            public void Deliver(string letter) { }
        }
        """);

    [Fact]
    public Task Connection_IsFound()
    {
        var test = new ToyTest
        {
            TestCode = """
                class C
                {
                    void Default() => {|SMTP002:new Toy.Postman { House = "mail.contoso.com" }|}.Deliver("");
                    void Port() => new Toy.Postman { House = "mail.contoso.com", Door = {|SMTP001:25|} }.Deliver("");
                    void Other() => new Toy.Postman { House = "mail.contoso.com", Door = 587 }.Deliver("");
                    void Local() => new Toy.Postman { House = "localhost", Door = 25 }.Deliver("");
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(s_assembly);
        return test.RunAsync();
    }

    [Fact]
    public async Task Connection_IsRewritten()
    {
        const string Before = """
            class C
            {
                void M()
                {
                    var postman = new Toy.Postman { House = "mail.contoso.com", Door = 25, OwnBadge = true };
                    postman.Deliver("");
                }
            }
            """;
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Toy", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences([.. TestReferences.Net8Web, s_assembly])
            .AddDocument("C.cs", Before);
        var root = (await document.GetSyntaxRootAsync())!;
        var site = root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Single();
        var port = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Single(literal => literal.Token.Value is 25);
        var context = await FixContext.ReadAsync(document, CancellationToken.None);
        var finding = (await FixTarget.ReadAsync(context, new FixPlace("Toy", port.Span, site.Span, [])))!;
        var client = ClientRewriter.Create(s_toy, site, finding.File)!;
        var action = RelayAction.All.Single(row => row.Key == RelayFixTest.Environment);
        var request = new EditRequest(action, await context.FrameworksAsync(), Injected: null);
        var edit = request.Begin(finding, client.Hosts.ToList());

        Assert.True(client.RewriteHost(edit) && client.RewritePort(edit) && client.RewriteSecurity(edit) && client.RewriteLogin(edit));

        var after = (await document.GetTextAsync()).WithChanges(edit.Edits.ToChanges()!).ToString();
        Assert.Contains(
            "House = Environment.GetEnvironmentVariable(\"Smtp__Host\") ?? \"mail.contoso.com\"", after, StringComparison.Ordinal);
        Assert.Contains("Door = ", after, StringComparison.Ordinal);
        Assert.DoesNotContain("25", after, StringComparison.Ordinal);
        Assert.Contains("Sealed = true", after, StringComparison.Ordinal);
        Assert.Contains("Badge = new NetworkCredential(", after, StringComparison.Ordinal);
        Assert.DoesNotContain("OwnBadge", after, StringComparison.Ordinal);
    }

    private static PortableExecutableReference Compile(string source)
    {
        using var image = new MemoryStream();
        var compiled = CSharpCompilation.Create(
            "Toy", [CSharpSyntaxTree.ParseText(source)], TestReferences.Net8Web, new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(compiled.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private sealed class ToyTest : SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider>
    {
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new SmtpAnalyzer(RuleTable.OfConnections, [s_toy])];
    }
}
