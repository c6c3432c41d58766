using System.Text;
using System.Text.RegularExpressions;

namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>A port or a client that is handed on through more and more methods: 2,000 methods in all.</summary>
internal static class DepthShapes
{
    private const int Total = 2_000;
    private static readonly int[] s_sizes = [10, 50, 200];

    private static readonly Regex s_link = new("\\b([MCPF])([0-9]+)\\b");

    private const string Connect = "new SmtpClient(\"mail.contoso.com\", port).Send(null);";

    public static IEnumerable<Shape> All =>
    [
        Of("parameters",
            depth =>
                Members(depth, i => $"static void M{i}(int port) => M{i + 1}(port);", $"static void M{depth}(int port) => {Connect}",
                    "static void Start() => M0(25);")),
        Of("parameters, each changed on the way",
            depth =>
                Members(depth, i => $"static void M{i}(int port) {{ var next = port; M{i + 1}(next); }}",
                    $"static void M{depth}(int port) => {Connect}", "static void Start() => M0(25);")),
        Of("parameters, two calls each",
            depth =>
                Members(depth, i => $"static void M{i}(int port) {{ M{i + 1}(port); M{i + 1}(port); }}",
                    $"static void M{depth}(int port) => {Connect}", "static void Start() => M0(25);")),
        Of("parameters, in a ring",
            depth =>
                Members(depth, i => $"static void M{i}(int port) => M{i + 1}(port);",
                    $"static void M{depth}(int port) {{ {Connect} M0(port); }}", "static void Start() => M0(25);")),
        Of("parameters, host and port",
            depth =>
                Members(depth, i => $"static void M{i}(string host, int port) => M{i + 1}(host, port);",
                    $"static void M{depth}(string host, int port) => new SmtpClient(host, port).Send(null);",
                    "static void Start() => M0(\"mail.contoso.com\", 25);")),
        Of("constructors that make the next",
            depth =>
                Members(depth, i => $"class C{i} {{ public C{i}(int port) => new C{i + 1}(port); }}",
                    $"class C{depth} {{ public C{depth}(int port) => {Connect} }}", "static object Start() => new C0(25);")),
        Of("constructors, by base",
            depth =>
                Members(depth, i => $"class C{i} : C{i + 1} {{ public C{i}(int port) : base(port) {{ }} }}",
                    $"class C{depth} {{ public C{depth}(int port) => {Connect} }}", "static object Start() => new C0(25);")),
        Of("returns",
            depth =>
                Members(depth, i => $"static int P{i}() => P{i + 1}();", $"static int P{depth}() => 25;",
                    "static void Start() { var port = P0(); " + Connect + " }")),
        Of("returns, two calls each",
            depth =>
                Members(depth, i => $"static int P{i}() => P{i + 1}() + P{i + 1}() - P{i + 1}();", $"static int P{depth}() => 25;",
                    "static void Start() { var port = P0(); " + Connect + " }")),
        Of("constants",
            depth =>
                Members(depth, i => $"static readonly int P{i} = P{i + 1};", $"static readonly int P{depth} = 25;",
                    "static void Start() { var port = P0; " + Connect + " }")),
        Of("properties",
            depth =>
                Members(depth, i => $"static int P{i} => P{i + 1};", $"static int P{depth} {{ get; set; }} = 25;",
                    "static void Start() { var port = P0; " + Connect + " }")),
        Of("factories",
            depth =>
                Members(depth, i => $"static SmtpClient F{i}() => F{i + 1}();",
                    $"static SmtpClient F{depth}() => new SmtpClient(\"mail.contoso.com\", 25);",
                    "static void Start() => F0().Send(null);")),
        Of("configurers",
            depth =>
                Members(depth, i => $"static void F{i}(SmtpClient client) {{ F{i + 1}(client); client.EnableSsl = true; }}",
                    $"static void F{depth}(SmtpClient client) => client.Port = 25;",
                    "static void Start() { var client = new SmtpClient(\"mail.contoso.com\"); F0(client); client.Send(null); }")),
    ];

    private static Shape Of(string name, Func<int, string> members) =>
        new(name, "method", s_sizes, Total, (depth, chains) => Program(chains, members(depth)));

    // Each chain has names of its own: methods of one name in many files are a shape for itself.

    private static string Members(int depth, Func<int, string> link, string last, string start)
    {
        var text = new StringBuilder();
        for (var i = 0; i < depth; i++)
            text.Append("    ").Append(link(i)).Append('\n');
        return text.Append("    ").Append(last).Append("\n    ").Append(start).Append('\n').ToString();
    }

    private static IEnumerable<string> Program(int chains, string members)
    {
        for (var chain = 0; chain < chains; chain++)
            yield return $"using System.Net.Mail;\n\nclass Chain{chain}\n{{\n{s_link.Replace(members, $"${{1}}{chain}_$2")}}}\n";
    }
}
