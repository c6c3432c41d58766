using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>Data flows one way: each room of the analyzer, a folder and a namespace, knows only the rooms that its row names.</summary>
public class RoomGuards
{
    private const string Root = "SmtpPortAnalyzer";

    /// <summary>Each room with those that it may know. A row may name rooms above it only, so that there is no circle.</summary>
    private static readonly (string Room, string[] MayKnow)[] s_rooms =
    [
        ("Common", []),
        ("Options", ["Common"]),
        ("Flow", ["Common"]),
        ("Azure", ["Common", "Options"]),
        ("Catalog", ["Common", "Flow"]),
        ("Search", ["Common", "Catalog"]),
        ("Settings", ["Common", "Flow"]),
        ("Connections", ["Common", "Flow", "Catalog", "Search", "Settings"]),
        ("Rules", ["Common", "Options", "Flow", "Azure", "Catalog", "Search", "Settings", "Connections"]),
        ("Analyzers", ["Common", "Options", "Flow", "Azure", "Catalog", "Search", "Settings", "Connections", "Rules"]),
    ];

    /// <summary>What breaks the table today, each with its reason: a room, and one that it knows nevertheless.</summary>
    private static readonly (string Room, string Knows)[] s_exceptions = [];

    /// <summary>What each room knows by the code itself: every name that is bound to something of another room.</summary>
    private static readonly Lazy<HashSet<(string Room, string Knows)>> s_known = new(FindKnown);

    public static TheoryData<string> Rooms => [.. s_rooms.Select(row => row.Room)];

    [Fact]
    public void Rows_AreTheFolders()
    {
        var folders = Repository.Files("src/SmtpPortAnalyzer", "*.cs").Select(RoomOfFile).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(folders, s_rooms.Select(row => row.Room).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_NameRoomsAboveThemOnly()
    {
        for (var i = 0; i < s_rooms.Length; i++)
            Assert.Subset(s_rooms.Take(i).Select(row => row.Room).ToHashSet(), s_rooms[i].MayKnow.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void UsingDirectives_NameOnlyWhatTheRoomMayKnow(string room)
    {
        var used = Repository.Files("src/SmtpPortAnalyzer/" + room, "*.cs")
            .SelectMany(file => Parse(file).GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>())
            .Select(import => RoomOfNamespace(import.NamespaceOrType.ToString()))
            .OfType<string>();
        AssertMayKnow(room, used);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Symbols_AreOnlyThoseThatTheRoomMayKnow(string room) =>
        AssertMayKnow(room, s_known.Value.Where(pair => pair.Room == room).Select(pair => pair.Knows));

    /// <summary>The search for symbols sees what is there: rules know connections, and analyzers know nearly all.</summary>
    [Fact]
    public void Symbols_AreSeen()
    {
        Assert.Contains(("Rules", "Connections"), s_known.Value);
        Assert.Contains(("Connections", "Flow"), s_known.Value);
        Assert.Contains(("Analyzers", "Azure"), s_known.Value);
        Assert.DoesNotContain(("Flow", "Analyzers"), s_known.Value);
    }

    [Fact]
    public void Exceptions_AreStillNeeded() => Assert.All(s_exceptions, exception => Assert.Contains(exception, s_known.Value));

    [Fact]
    public void Fixes_KnowNoAnalyzer() => Assert.DoesNotContain(
        Repository.Files("src/SmtpPortAnalyzer.CodeFixes", "*.cs"),
        file => Repository.Read(file).Contains("using SmtpPortAnalyzer.Analyzers", StringComparison.Ordinal));

    private static void AssertMayKnow(string room, IEnumerable<string> known)
    {
        var mayKnow = s_rooms.Single(row => row.Room == room).MayKnow.ToHashSet();
        var others = known.Distinct().Where(other => other != room && !mayKnow.Contains(other) && !s_exceptions.Contains((room, other)));
        Assert.Empty(others);
    }

    private static HashSet<(string Room, string Knows)> FindKnown()
    {
        var trees = Repository.Files("src/SmtpPortAnalyzer", "*.cs").Select(Parse).ToList();
        var hosts = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard", StringComparison.Ordinal)
                    || name is "Microsoft.CodeAnalysis.dll" or "Microsoft.CodeAnalysis.CSharp.dll"))
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            Root, trees, hosts, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var known = new HashSet<(string, string)>();
        foreach (var tree in trees)
        {
            var room = RoomOfFile(tree.FilePath);
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol
                    && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
                    && symbol.ContainingNamespace is { IsGlobalNamespace: false } space
                    && RoomOfNamespace(space.ToDisplayString()) is { } other && other != room)
                {
                    known.Add((room, other));
                }
            }
        }

        return known;
    }

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(Repository.Read(file), new CSharpParseOptions(LanguageVersion.Latest), file);

    /// <summary>The folder below <c>src/SmtpPortAnalyzer</c>.</summary>
    private static string RoomOfFile(string file) => file.Split('/')[2];

    /// <summary>The part behind the root namespace; null where it is a namespace of others.</summary>
    private static string? RoomOfNamespace(string name) => name.Split('.') is [Root, var room, ..] ? room : null;
}
