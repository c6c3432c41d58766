using SmtpPortAnalyzer.Tests.Docs;
using YamlDotNet.RepresentationModel;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>A pipeline of GitHub Actions or Azure Pipelines, as far as it can be run on any machine: the scripts of its steps.</summary>
internal sealed class Pipeline
{
    private Pipeline(YamlMappingNode root) => Root = root;

    public YamlMappingNode Root { get; }

    public IReadOnlyList<YamlMappingNode> Steps => Child(Root, "jobs") is YamlMappingNode jobs
        ? [.. jobs.Children.Values.SelectMany(job => StepsOf((YamlMappingNode)job))]
        : StepsOf(Root);

    /// <summary>The scripts in order, each with whether it runs after a step that failed.</summary>
    public IEnumerable<(string Script, bool Always)> Scripts =>
        from step in Steps
        let script = Text(step, "run") ?? Text(step, "script")
        where script is not null
        let condition = Text(step, "if") ?? Text(step, "condition")
        select (script, condition is "${{ !cancelled() }}" or "succeededOrFailed()");

    public static Pipeline Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new((YamlMappingNode)stream.Documents.Single().RootNode);
    }

    public static IReadOnlyList<Pipeline> Of(string page) =>
        [.. Page.Of(page).Blocks.Where(block => block.Language == "yaml").Select(block => Parse(block.Text))];

    public static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static string? Text(YamlMappingNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static IReadOnlyList<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        [.. ((YamlSequenceNode)Child(job, "steps")!).Cast<YamlMappingNode>()];
}
