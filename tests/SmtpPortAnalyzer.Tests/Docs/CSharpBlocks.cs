using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Tests.Guards;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>
/// The C# on the pages compiles, against .NET, ASP.NET Core and MailKit. A block may be a whole file, what stands in front of a type,
/// members or statements, and is set into the frame where it compiles. Names that pages use without declaring them are those of the frame.
/// </summary>
public class CSharpBlocks
{
    /// <summary>Pages whose blocks are quoted instead, each from a file of the checkout, in this order.</summary>
    private static readonly Dictionary<string, string[]> s_quoted = new()
    {
        ["docs/adding-a-library.md"] =
        [
            "src/SmtpPortAnalyzer/Catalog/Libraries/CoravelMailer.cs",
            "src/SmtpPortAnalyzer/Catalog/Libraries/SystemNetMail.cs",
            "src/SmtpPortAnalyzer/Catalog/Libraries/MailKit.cs",
            "src/SmtpPortAnalyzer/Catalog/Libraries/FluentEmailMailKit.cs",
        ],
        ["docs/adding-a-fix-source.md"] =
        [
            "src/SmtpPortAnalyzer.CodeFixes/Sources/EnvironmentSource.cs",
            "src/SmtpPortAnalyzer.CodeFixes/Actions/RelayAction.cs",
        ],
        ["docs/adding-a-settings-format.md"] =
        [
            "src/SmtpPortAnalyzer/Settings/Json/JsonSettings.cs",
            "src/SmtpPortAnalyzer/Settings/Json/JsonSettings.cs",
            "src/SmtpPortAnalyzer/Settings/Json/JsonSettings.cs",
        ],
        ["docs/adding-a-rule.md"] = ["src/SmtpPortAnalyzer/Rules/RuleTable.cs", "src/SmtpPortAnalyzer/Rules/SocketRule.cs"],
    };

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        """;

    /// <summary>The two libraries with a class of the same name, each with the message that it sends.</summary>
    private static readonly string[] s_libraries =
    [
        Usings + "using System.Net.Mail;\nusing Message = System.Net.Mail.MailMessage;\n",
        Usings + "using MailKit.Net.Smtp;\nusing MailKit.Security;\nusing MimeKit;\nusing Message = MimeKit.MimeMessage;\n",
    ];

    private const string Names = """

        class SmtpRelayOptions
        {
            public const string SectionName = "Smtp";
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    private static readonly Func<string, string>[] s_places =
    [
        block => block + "\n",
        block => block + "\nclass C { }",
        block => "class C(IConfiguration configuration, SmtpClient client, SmtpRelayOptions relay)\n{\n" + block + "\n}",
        block =>
            "class C(IConfiguration configuration, SmtpClient client)\n{\nasync Task M(Message message, CancellationToken token, " +
            "WebApplicationBuilder builder)\n{\n" + block + "\n}\n}",
    ];

    public static TheoryData<string> Blocks =>
        [.. Page.AllBlocks.Where(block => block.Language == "csharp" && !s_quoted.ContainsKey(block.Page.Name))
            .Select(block => block.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_Compiles(string block)
    {
        var text = Page.AllBlocks.Single(candidate => candidate.ToString() == block).Text;
        Assert.Empty(Attempts(text).MinBy(errors => errors.Count)!);
    }

    public static TheoryData<string> Quotes => [.. s_quoted.Keys];

    [Theory]
    [MemberData(nameof(Quotes))]
    public void Block_OfAFile_IsQuotedToTheLetter(string page)
    {
        var blocks = Page.Of(page).Blocks.Where(block => block.Language == "csharp").ToList();
        Assert.Equal(s_quoted[page].Length, blocks.Count);
        Assert.All(blocks.Zip(s_quoted[page]), quote => Assert.Contains(Indented(quote.First.Text), text => IsIn(text, quote.Second)));

        static bool IsIn(string text, string file) => Repository.Read(file).Contains("\n" + text + "\n", StringComparison.Ordinal);
    }

    /// <summary>The block as it stands in a file: where it is part of a type, further to the right.</summary>
    private static IEnumerable<string> Indented(string block) => new[] { "", "    ", "        ", "            " }
        .Select(indentation => Regex.Replace(block, "^(?=.)", indentation, RegexOptions.Multiline));

    [Fact]
    public void Frame_AroundNonsense_DoesNotCompile() => Assert.All(Attempts("client.Sned(message);"), Assert.NotEmpty);

    private static IEnumerable<IReadOnlyList<string>> Attempts(string block) =>
        from library in s_libraries
        from place in s_places
        select Errors(library, place(block));

    private static IReadOnlyList<string> Errors(string usings, string text)
    {
        var compilation = CSharpCompilation.Create(
            "Page",
            [CSharpSyntaxTree.ParseText(usings + text), CSharpSyntaxTree.ParseText(Names)],
            TestReferences.Net8Web,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [
            .. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString())];
    }
}
