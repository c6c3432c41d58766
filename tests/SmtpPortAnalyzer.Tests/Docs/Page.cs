using System.Reflection;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>A page for readers, in Markdown: its code blocks, its links and the anchors of its headings.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline s_gitHub = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    private readonly MarkdownDocument _document;

    private Page(string name)
    {
        Name = name;
        _document = Markdown.Parse(File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n"), s_gitHub);
        Blocks = [.. _document.Descendants<FencedCodeBlock>().Select(block => new PageBlock(this, block))];
    }

    public static string Root { get; } = typeof(Page).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Every page of the checkout. <c>src</c> has tables for the compiler only.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(
                new[]
                {
                    "docs", "tests", ".github",
                }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal)
            .Select(file => new Page(file)),
    ];

    public static IEnumerable<PageBlock> AllBlocks => All.SelectMany(page => page.Blocks);

    /// <summary>From the root of the checkout, with forward slashes.</summary>
    public string Name { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    /// <summary>Where the page's links and pictures lead to.</summary>
    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url!);

    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!);

    public string HeadingAbove(int line) =>
        _document.Descendants<HeadingBlock>().LastOrDefault(heading => heading.Line < line)?.Inline?.FirstChild?.ToString() ?? "";

    /// <summary>The page called that.</summary>
    public static Page Of(string name) => All.Single(page => page.Name == name);
}

/// <summary>A fenced code block.</summary>
internal sealed class PageBlock(Page page, FencedCodeBlock block)
{
    public string Language => block.Info ?? "";

    public string Text { get; } = block.Lines.ToString();

    /// <summary>For test output and lists: the page, and how the block begins. Line numbers would change with every edit.</summary>
    public string Name { get; } = $"{page.Name}: {block.Lines.ToString().Split('\n')[0].Trim()}";

    public Page Page => page;

    /// <summary>The heading that the block stands under.</summary>
    public string Heading { get; } = page.HeadingAbove(block.Line);

    public override string ToString() => $"{Name} (line {block.Line + 1})";
}
