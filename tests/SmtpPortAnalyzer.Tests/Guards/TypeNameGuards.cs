using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>A type is told by its metadata name: a program may have a type of the same bare name.</summary>
public class TypeNameGuards
{
    /// <summary>What gives the name of a type or a namespace: <c>type.Name</c>, <c>p.Type.Name</c>, <c>ContainingType.Name</c>.</summary>
    private static readonly Regex s_nameOfType = new(@"(^|[.?])(\w*[tT]ype|\w*Class|\w*Namespace|space)\??\.Name$");

    /// <summary>Packages that no set of references has.</summary>
    private static readonly string[] s_notReferenced =
    [
        "Azure.Core.TokenCredential",
        "Microsoft.Azure.Functions.Worker.FunctionAttribute", "Microsoft.Azure.WebJobs.FunctionNameAttribute",
        "Spectre.Console.Cli.CommandOptionAttribute", "Spectre.Console.Cli.CommandArgumentAttribute",
    ];

    public static TheoryData<string> Sources => [.. Repository.Files("src", "*.cs")];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Types_AreNotToldByBareName(string file) => Assert.Empty(Comparisons(Repository.Read(file)));

    [Theory]
    [InlineData("""_ = type.Name == "Task";""")]
    [InlineData("""_ = "Task" != type.Name;""")]
    [InlineData("""_ = type.Name is "Task" or "ValueTask";""")]
    [InlineData("""_ = symbol.ContainingType?.Name is not "Task";""")]
    [InlineData("""_ = attribute.AttributeClass?.Name == "KeyAttribute";""")]
    [InlineData("""_ = member is { Name: "Value", ContainingType.Name: "IConfigurationSection" };""")]
    [InlineData("""_ = member is IPropertySymbol { Type: { Name: "Uri" } };""")]
    [InlineData("""_ = member is INamedTypeSymbol { Name: "Uri" };""")]
    [InlineData("""switch (parameter?.Type) { case { Name: "Uri" }: break; }""")]
    [InlineData("""_ = parameter.Type switch { { Name: "Uri" } => 1, _ => 0 };""")]
    [InlineData("""_ = method.ContainingNamespace is { Name: "Hosting" };""")]
    [InlineData("""_ = type.Name.StartsWith("ICredentials", StringComparison.Ordinal);""")]
    [InlineData("""_ = type.Name.Equals("Uri");""")]
    public void Comparison_IsFound(string statement) => Assert.NotEmpty(Comparisons("class C { void M() { " + statement + " } }"));

    [Theory]
    [InlineData("""_ = method.Name == "Parse";""")]
    [InlineData("""_ = method.Name is "Parse" or "TryParse";""")]
    [InlineData("""_ = member is IPropertySymbol { Name: "Port", ContainingType: { } type };""")]
    [InlineData("""_ = type.Name == other.Name;""")]
    [InlineData("""_ = types.Is(type, FrameworkType.Uri);""")]
    public void OtherComparison_IsFine(string statement) => Assert.Empty(Comparisons("class C { void M() { " + statement + " } }"));

    /// <summary>A name that is written wrongly would never match.</summary>
    [Fact]
    public void FrameworkTypes_Exist()
    {
        var compilations = new[] { TestReferences.Net8Web, TestReferences.Net472 }
            .Select(references => CSharpCompilation.Create("C", references: references)).ToList();
        var names = typeof(FrameworkType).GetProperties()
            .Select(property => property.GetMethod is { IsStatic: true } getter ? getter.Invoke(null, null) : null)
            .OfType<FrameworkType>()
            .SelectMany(type => type.MetadataNames)
            .Except(s_notReferenced)
            .ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(compilations, compilation => !compilation.GetTypesByMetadataName(name).IsEmpty));
    }

    private static List<string> Comparisons(string source) =>
        [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
            .Where(literal => Compared(literal) is { } what && s_nameOfType.IsMatch(what))
            .Select(literal => literal.Parent!.ToString())];

    /// <summary>What the literal is compared with; null where it is compared with nothing.</summary>
    private static string? Compared(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary =>
            (binary.Left == literal ? binary.Right : binary.Left).ToString(),
        ConstantPatternSyntax pattern => Subject(pattern),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } }
            when called.Name.Identifier.ValueText is "StartsWith" or "EndsWith" or "Equals" => called.Expression.ToString(),
        _ => null,
    };

    /// <summary>What the pattern is matched with, through the patterns around it: <c>parameter.Type.Name</c>.</summary>
    private static string? Subject(PatternSyntax pattern) => pattern.Parent switch
    {
        PatternSyntax outer => Subject(outer),
        IsPatternExpressionSyntax match => match.Expression.ToString(),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.GoverningExpression.ToString(),
        CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression.ToString(),
        SubpatternSyntax { ExpressionColon.Expression: var member, Parent.Parent: RecursivePatternSyntax outer } =>
            (outer.Type is { } type && type.ToString().EndsWith("TypeSymbol", StringComparison.Ordinal) ? "type" : Subject(outer))
            + "." + member,
        _ => null,
    };
}
