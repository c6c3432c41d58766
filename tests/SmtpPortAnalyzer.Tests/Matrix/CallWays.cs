namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>Across calls. Reported where the value is handed over or returned.</summary>
internal static class CallWays
{
    public static IEnumerable<Way> All =>
    [
        new("parameter", c => $"static void Send#({c.Type} port) {{ {c.Connect("port")} }} void M#() => Send#({c.ReportedValue});")
        {
            Overwritten = c =>
                $"static void Send#({c.Type} port) {{ port = {c.Other}; {c.Connect("port")} }} void M#() => Send#({c.Value});",
        },
        new("parameter by name",
            c => $"static void Send#(string name, {c.Type} port) {{ {c.Connect("port")} }} void M#() => Send#(port: " +
                $"{c.ReportedValue}, name: \"\");"),
        new("parameter of five methods", c => $$"""
            void M#() => A#({{c.ReportedValue}});
            void A#({{c.Type}} a) => B#(a);
            void B#({{c.Type}} b) { var copy = b; Third#(copy); }
            void Third#({{c.Type}} c) => D#(1, c);
            void D#(int n, {{c.Type}} d) { if (n > 0) Send#(d); }
            void Send#({{c.Type}} port) { {{c.Connect("port")}} }
            """),
        new("parameter of a generic method",
            c => $"static void Send#<T>(T message, {c.Type} port) {{ {c.Connect("port")} }} void M#() => Send#(\"\", {c.ReportedValue});"),
        new("parameter by in",
            c => $"static void Send#(in {c.Type} port) {{ {c.Connect("port")} }} void M#() => Send#({c.ReportedValue});"),
        new("parameter of a local function",
            c => $"void M#() {{ Send({c.ReportedValue}); void Send({c.Type} port) {{ {c.Connect("port")} }} }}")
        {
            Overwritten = c => $"void M#() {{ Send({c.Value}); void Send({c.Type} port) {{ port = {c.Other}; {c.Connect("port")} }} }}",
        },
        new("parameter of a lambda",
            c => $"void M#() {{ Action<{c.Type}> send = port => {{ {c.Connect("port")} }}; send({c.ReportedValue}); }}"),
        new("delegate of a method",
            c => $"static void Send#({c.Type} port) {{ {c.Connect("port")} }} void M#() {{ Action<{c.Type}> send = Send#; " +
                $"send({c.ReportedValue}); }}"),
        new("extension method", c => $"void M#() => \"relay\".SendBy#({c.ReportedValue});")
        {
            Types = c =>
                $"static class Extensions# {{ {c.Client} public static void SendBy#(this string name, {c.Type} port) {{ " +
                $"{c.Connect("port")} }} }}",
        },
        new("optional parameter",
            c => $"static void Send#({c.Type} port = {c.ReportedFallback}) {{ {c.Connect("port")} }} void M#() => Send#();")
            {
                Takes = spelling => spelling.IsConstant,
            },
        new("constructor parameter", c => $"{Mailer(c, "Mailer#")} void M#() => new Mailer#({c.ReportedValue});"),
        new("constructor parameter, target-typed", c => $"{Mailer(c, "Mailer#")} void M#() {{ Mailer# mailer = new({c.ReportedValue}); }}"),
        new("this(…)",
            c => $"class Mailer# {{ public Mailer#() : this({c.ReportedValue}) {{ }} private Mailer#({c.Type} port) {{ " +
                $"{c.Connect("port")} }} }}"),
        new("base(…)", c => $"{Mailer(c, "Mailer#")} class Derived# : Mailer# {{ public Derived#() : base({c.ReportedValue}) {{ }} }}"),
        new("base(…) of a primary constructor", c => $"{Mailer(c, "Mailer#")} class Derived#() : Mailer#({c.ReportedValue});"),
        new("constructor of a struct",
            c => $"struct Mailer# {{ public Mailer#({c.Type} port) {{ {c.Connect("port")} }} }} void M#() => new " +
                $"Mailer#({c.ReportedValue});"),
        new("primary constructor",
            c => $"class Mailer#({c.Type} port) {{ public void Send() {{ {c.Connect("port")} }} }} void M#() => new " +
                $"Mailer#({c.ReportedValue}).Send();"),
        Returning("returned", c => $"static {c.Type} Port#() {{ return {c.ReportedValue}; }} void M#() {{ {c.Connect("Port#()")} }}"),
        Returning("returned by an expression",
            c => $"static {c.Type} Port#() => {c.ReportedValue}; void M#() {{ var port = Port#(); {c.Connect("port")} }}"),
        Returning("returned through two methods",
            c => $"static {c.Type} Inner#() => {c.ReportedValue}; static {c.Type} Port#() => Inner#(); void M#() {{ " +
                $"{c.Connect("Port#()")} }}"),
        Returning("returned by a local function", c => $"void M#() {{ {c.Connect("Port()")} {c.Type} Port() => {c.ReportedValue}; }}"),
        Returning("property", c => $"static {c.Type} Port# => {c.ReportedValue}; void M#() {{ {c.Connect("Port#")} }}"),
        Returning("getter", c => $"{c.Type} Port# {{ get {{ return {c.ReportedValue}; }} }} void M#() {{ {c.Connect("Port#")} }}"),
        Returning("out parameter",
            c => $"static void Get#(out {c.Type} port) {{ port = {c.ReportedValue}; }} void M#() {{ Get#(out var port); " +
                $"{c.Connect("port")} }}"),
        Returning("ref parameter",
            c => $"static void Set#(ref {c.Type} port) {{ port = {c.ReportedValue}; }} void M#() {{ {c.Type} port = " +
                $"{c.Other}; Set#(ref port); {c.Connect("port")} }}"),
        new("overwritten by out", c => $"void M#() {{ {c.ConnectReported(c.Value)} }}")
        {
            Overwritten = c =>
                $"static void Get#(out {c.Type} port) {{ port = {c.Other}; }} void M#() {{ {c.Type} port = {c.Value}; Get#(out port); " +
                $"{c.Connect("port")} }}",
        },
    ];

    // A static readonly constant may be meant to be reported at its use as well as where it is returned.
    private static Way Returning(string name, Func<Case, string> code) =>
        new(name, code) { Takes = spelling => spelling.IsOneConstant && spelling.Name != "static readonly", IsAnywhereInside = true };

    private static string Mailer(Case c, string name) => $"class {name} {{ public {name}({c.Type} port) {{ {c.Connect("port")} }} }}";
}
