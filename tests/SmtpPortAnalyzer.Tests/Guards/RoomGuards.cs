using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// Data flows one way: each room of the analyzer and of the fixes, a folder and a namespace, knows only the rooms that its row names.
/// </summary>
public class RoomGuards
{
    private const string Root = "SmtpPortAnalyzer";
    private const string Fixes = "CodeFixes";

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

    /// <summary>The same for the rooms of the fixes among one another; any of them may know what the analyzer knows.</summary>
    private static readonly (string Room, string[] MayKnow)[] s_fixRooms =
    [
        ("CodeFixes/SettingsFiles", []),
        ("CodeFixes/Context", ["CodeFixes/SettingsFiles"]),
        ("CodeFixes/Editing", ["CodeFixes/Context"]),
        ("CodeFixes/Sources", ["CodeFixes/SettingsFiles", "CodeFixes/Context", "CodeFixes/Editing"]),
        ("CodeFixes/Security", ["CodeFixes/Context", "CodeFixes/Editing", "CodeFixes/Sources"]),
        ("CodeFixes/Logins", ["CodeFixes/Context", "CodeFixes/Editing", "CodeFixes/Sources"]),
        ("CodeFixes/Clients", ["CodeFixes/Context", "CodeFixes/Editing", "CodeFixes/Sources", "CodeFixes/Security", "CodeFixes/Logins"]),
        ("CodeFixes/Ports", ["CodeFixes/Context", "CodeFixes/Editing", "CodeFixes/Sources", "CodeFixes/Security", "CodeFixes/Clients"]),
        ("CodeFixes/Actions", ["CodeFixes/SettingsFiles", "CodeFixes/Context", "CodeFixes/Sources"]),
        ("CodeFixes/Pipeline", [
            "CodeFixes/SettingsFiles", "CodeFixes/Context", "CodeFixes/Editing", "CodeFixes/Sources", "CodeFixes/Security",
            "CodeFixes/Logins", "CodeFixes/Clients", "CodeFixes/Ports", "CodeFixes/Actions",
        ]),
        ("CodeFixes/FixAll", ["CodeFixes/SettingsFiles", "CodeFixes/Context", "CodeFixes/Actions", "CodeFixes/Pipeline"]),
    ];

    /// <summary>What breaks the table today, each with its reason: a room, and one that it knows nevertheless.</summary>
    private static readonly (string Room, string Knows)[] s_exceptions = [];

    /// <summary>What each room knows by the code itself: every name that is bound to something of another room.</summary>
    private static readonly Lazy<HashSet<(string Room, string Knows)>> s_known = new(FindKnown);

    public static TheoryData<string> Rooms => [.. s_rooms.Concat(s_fixRooms).Select(row => row.Room)];

    [Fact]
    public void Rows_AreTheFolders()
    {
        var folders = Repository.Files("src/SmtpPortAnalyzer", "*.cs").Select(RoomOfFile).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(folders, s_rooms.Select(row => row.Room).Order(StringComparer.Ordinal));

        var fixes = Repository.Files("src/SmtpPortAnalyzer.CodeFixes", "*.cs").Select(RoomOfFile).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(fixes, s_fixRooms.Select(row => row.Room).Append(Fixes).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_NameRoomsAboveThemOnly()
    {
        foreach (var rooms in new[] { s_rooms, s_fixRooms })
        {
            for (var i = 0; i < rooms.Length; i++)
                Assert.Subset(rooms.Take(i).Select(row => row.Room).ToHashSet(), rooms[i].MayKnow.ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void UsingDirectives_NameOnlyWhatTheRoomMayKnow(string room)
    {
        var used = Repository.Files("src/SmtpPortAnalyzer" + (IsOfFixes(room) ? "." : "/") + room, "*.cs")
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
        Assert.Contains(("CodeFixes/Clients", "CodeFixes/Sources"), s_known.Value);
        Assert.Contains(("CodeFixes/Pipeline", "Catalog"), s_known.Value);
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
        var mayKnow = s_rooms.Concat(s_fixRooms).Single(row => row.Room == room).MayKnow.ToHashSet();
        var others = known.Distinct().Where(other => other != room && !mayKnow.Contains(other) && !s_exceptions.Contains((room, other)));
        Assert.Empty(IsOfFixes(room) ? others.Where(other => other.StartsWith(Fixes, StringComparison.Ordinal)) : others);
    }

    private static bool IsOfFixes(string room) => room.StartsWith(Fixes, StringComparison.Ordinal);

    private static HashSet<(string Room, string Knows)> FindKnown()
    {
        var trees = Repository.Files("src/SmtpPortAnalyzer", "*.cs").Concat(Repository.Files("src/SmtpPortAnalyzer.CodeFixes", "*.cs"))
            .Select(Parse).ToList();
        var hosts = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("netstandard", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)))
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

    /// <summary>The folder below <c>src/SmtpPortAnalyzer</c>; that of the fixes with their project before it.</summary>
    private static string RoomOfFile(string file) => file.Split('/') switch
    {
        [_, Root + "." + Fixes, var room, _, ..] => Fixes + "/" + room,
        [_, Root + "." + Fixes, ..] => Fixes,
        [_, _, var room, ..] => room,
        _ => "",
    };

    /// <summary>The part behind the root namespace; null where it is a namespace of others.</summary>
    private static string? RoomOfNamespace(string name) => name.Split('.') switch
    {
        [Root, Fixes, var room, ..] => Fixes + "/" + room,
        [Root, var room, ..] => room,
        _ => null,
    };
}
