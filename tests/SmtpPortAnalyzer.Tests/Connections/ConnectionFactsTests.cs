using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>What the fixes are told of single expressions and connections. The code asks at <c>Ask(…)</c>.</summary>
public class ConnectionFactsTests
{
    [Theory]
    [InlineData("Ask(25);", 25)]
    [InlineData("var one = 25; var two = one; Ask(two);", 25)]
    [InlineData("int one; one = 25; Ask(one);", 25)]
    [InlineData("var one = 25; one = 587; Ask(one);", 587)]
    [InlineData("Ask(5 * 5);", 25)]
    [InlineData("Ask((25));", 25)]
    [InlineData("Ask(int.Parse(\"25\"));", 25)]
    [InlineData("Ask(Named.Constant);", 25)]
    [InlineData("Ask(Named.ReadOnly);", 25)]
    [InlineData("Ask(Named.Getter);", 25)]
    [InlineData("Ask(Named.Method());", 25)]
    [InlineData("Ask(_set);", 25)]
    [InlineData("Ask(_initial);", 25)]
    [InlineData("Ask(Local()); int Local() => 25;", 25)]
    [InlineData("System.Action later = () => { var one = 25; Ask(one); }; later();", 25)]
    [InlineData("string text = \"a\"; Ask(text!);", "a")]
    public void ConstantOf_KnowsWhatIsAlwaysTheSame(string statements, object expected) =>
        Assert.Equal(expected, AskConstant(statements));

    [Theory]
    [InlineData("Ask(parameter);")]
    [InlineData("Ask(parameter > 3 ? 25 : 587);")]
    [InlineData("var one = 25; if (parameter > 3) one = parameter; Ask(one);")]
    [InlineData("Ask(int.Parse(System.Console.ReadLine()!));")]
    [InlineData("Ask(Named.Settable);")]
    [InlineData("Ask(new Settings().Bindable);")]
    [InlineData("Ask(_handed);")]
    [InlineData("Ask(Replaceable);")]
    [InlineData("Ask(_written);")]
    [InlineData("Ask(System.Environment.GetEnvironmentVariable(\"X\") ?? \"a\");")]
    [InlineData("Ask(missing);")]
    public void ConstantOf_IsNullOfWhatRunTimeOrACallerDecides(string statements) => Assert.Null(AskConstant(statements));

    [Theory]
    [InlineData("Ask(parameter);", new object[] { 7, 8 })]
    [InlineData("Ask(_handed);", new object[] { 25 })]
    [InlineData("Ask(Replaceable);", new object[] { 25 })]
    [InlineData("Ask(parameter > 3 ? 25 : 587);", new object[] { 25, 587 })]
    public void Resolve_AsksTheCallers(string statements, object[] expected)
    {
        var (facts, asked) = Ask(statements);
        var value = facts.Resolve(asked, default);
        Assert.False(value.IsOpen);
        Assert.Equal(expected, value.Knowns.Select(known => known.Constant).OrderBy(constant => constant));
    }

    [Fact]
    public void Resolve_TellsThePlaceOfEachValue()
    {
        var (facts, asked) = Ask("var one = 25; var two = one; Ask(two);");
        Assert.Equal("25", facts.Resolve(asked, default).Single!.Origin!.ToString());
        Assert.IsType<EqualsValueClauseSyntax>(facts.Resolve(asked, default).Single!.Origin!.Parent);
    }

    [Theory]
    [InlineData("client.EnableSsl = true;", nameof(TransportSecurity.StartTls))]
    [InlineData("client.EnableSsl = false;", nameof(TransportSecurity.None))]
    [InlineData("", nameof(TransportSecurity.None))]
    [InlineData("client.EnableSsl = Named.On;", nameof(TransportSecurity.StartTls))]
    public void SecurityAt_IsTheModeOfTheAnalyzersTable(string statement, string expected) =>
        Assert.Equal(expected, AskSecurity(statement)?.ToString());

    [Theory]
    [InlineData("if (parameter > 3) client.EnableSsl = true;")]
    [InlineData("client.EnableSsl = parameter > 3;")]
    public void SecurityAt_IsNullWhereWaysDiffer(string statement) => Assert.Null(AskSecurity(statement));

    [Fact]
    public void SecurityAt_IsNullWhereNothingConnects()
    {
        var (facts, asked) = Ask("Ask(25);");
        Assert.Null(facts.SecurityAt(asked, default));
    }

    [Theory]
    [InlineData("null", nameof(LoginKind.None))]
    [InlineData("CredentialCache.DefaultNetworkCredentials", nameof(LoginKind.None))]
    [InlineData("new NetworkCredential()", nameof(LoginKind.None))]
    [InlineData("new NetworkCredential(\"u\", \"p\")", nameof(LoginKind.Literal))]
    [InlineData("new NetworkCredential { UserName = \"u\", Password = \"p\" }", nameof(LoginKind.Literal))]
    [InlineData("new NetworkCredential(\"u\", Named.Secret)", nameof(LoginKind.Literal))]
    [InlineData("Named.Login()", nameof(LoginKind.Literal))]
    [InlineData("_login", nameof(LoginKind.Literal))]
    [InlineData("new NetworkCredential(\"u\", text)", nameof(LoginKind.RunTime))]
    [InlineData("new NetworkCredential(\"u\", System.Console.ReadLine())", nameof(LoginKind.RunTime))]
    [InlineData("Named.Unknown()", nameof(LoginKind.RunTime))]
    [InlineData("new NetworkCredential(\"u\", System.Console.ReadLine() ?? \"p\")", nameof(LoginKind.RunTime))]
    [InlineData("new NetworkCredential(\"u\", _later)", nameof(LoginKind.RunTime))]
    [InlineData("new NetworkCredential(\"u\", new Settings().Password)", nameof(LoginKind.RunTime))]
    [InlineData("new NetworkCredential(\"u\", parameter > 3 ? text : \"p\")", nameof(LoginKind.Mixed))]
    public void LoginOf_TellsWhereThePasswordComesFrom(string credentials, string expected)
    {
        var (facts, root) = Program(
            "using var client = new SmtpClient(\"mail.contoso.com\", 587); client.Credentials = " + credentials + "; client.Send(null!);");
        var assignment = root.DescendantNodes().OfType<AssignmentExpressionSyntax>().Single(a => a.Left.ToString() == "client.Credentials");
        Assert.Equal(expected, facts.LoginOf(assignment.Right, default).ToString());
    }

    /// <summary>What a question asks back is asked while its turn lasts; another one waits, and gives up with its own request.</summary>
    [Fact]
    public async Task Questions_AreAnsweredOneAtATime()
    {
        var (facts, asked) = Ask("""
            Ask(parameter);
            Microsoft.Extensions.Configuration.IConfiguration configuration = null!;
            using var client = new SmtpClient("mail.contoso.com", int.Parse(configuration["Smtp:Port"]!));
            """);
        using var isAsked = new ManualResetEventSlim();
        using var isOver = new ManualResetEventSlim();
        var first = Task.Run(() => facts.ReadersOf(
            _ =>
            {
                isAsked.Set();
                return isOver.Wait(TimeSpan.FromMinutes(1));
            },
            default));
        Assert.True(isAsked.Wait(TimeSpan.FromMinutes(1)));

        using var request = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => facts.Resolve(asked, request.Token));

        isOver.Set();
        Assert.Single(await first);
    }

    private static object? AskConstant(string statements)
    {
        var (facts, asked) = Ask(statements);
        return facts.ConstantOf(asked, default);
    }

    private static TransportSecurity? AskSecurity(string statement)
    {
        var (facts, root) = Program("using var client = new SmtpClient(\"mail.contoso.com\", 587); " + statement + " client.Send(null!);");
        return facts.SecurityAt(
            root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Single(c => c.Type.ToString() == "SmtpClient"), default);
    }

    private static (ConnectionFacts Facts, ExpressionSyntax Asked) Ask(string statements)
    {
        var (facts, root) = Program(statements);
        var call = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(c => c.Expression.ToString() == "Ask");
        return (facts, call.ArgumentList.Arguments[0].Expression);
    }

    private static (ConnectionFacts Facts, SyntaxNode Root) Program(string statements)
    {
        var tree = CSharpSyntaxTree.ParseText("""
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                readonly int _set;
                readonly int _handed;
                int _written = 25;
                private int _initial = 25;
                readonly NetworkCredential _login;

                public Mailer(int handed) { _set = 25; _handed = handed; _login = new NetworkCredential("u", "p"); }

                static Mailer Make() => new(25);

                protected virtual int Replaceable => 25;

                string _later = "";

                void Write(int value) { _written = value; _later = System.Console.ReadLine()!; }

                void All() { Run(7, ""); Run(8, ""); }

                void Run(int parameter, string text)
                {
            """ + statements + """
                }

                static void Ask(object? value) { }
            }

            class Settings { public int Bindable { get; set; } = 25; public string Password { get; set; } = ""; }

            static class Named
            {
                public const int Constant = 25;
                public static readonly int ReadOnly = 25;
                public static readonly bool On = true;
                public static int Settable { get; set; } = 25;
                public static int Getter => 25;
                public static string Secret => "p";
                public static int Method() => 25;
                public static NetworkCredential Login() => new("u", Secret);
                public static NetworkCredential Unknown() => new("u", System.Console.ReadLine());
            }
            """);
        var compilation = CSharpCompilation.Create(
            "Program", [tree], TestReferences.Net8Web,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return (ConnectionFacts.Create(compilation, [], default), tree.GetRoot());
    }
}
