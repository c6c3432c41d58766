namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>Within one method. Reported where the connection names the port.</summary>
internal static class LocalWays
{
    public static IEnumerable<Way> All =>
    [
        Of("direct", c => c.ConnectReported(c.Value)),
        Of("local", c => $"var port = {c.Value}; {c.ConnectReported("port")}",
            c => $"var port = {c.Value}; port = {c.Other}; {c.Connect("port")}"),
        Of("local, declared before", c => $"{c.Type} port; port = {c.Value}; {c.ConnectReported("port")}"),
        Of("local of a local", c => $"var first = {c.Value}; var port = first; {c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; var other = {c.Other}; port = other; {c.Connect("port")}"),
        Of("several writes", c => $"{c.Type} port = {c.Other}; port = {c.Value}; {c.ConnectReported("port")}"),
        Of(
            "one branch",
            c => $"{c.Type} port = {c.Other}; if (flag) port = {c.Value}; {c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; if (flag) port = {c.Other}; else port = {c.Other}; {c.Connect("port")}"),
        Of(
            "both branches",
            c => $"{c.Type} port; if (flag) port = {c.Other}; else port = {c.Value}; {c.ConnectReported("port")}",
            c => $"{c.Type} port; if (flag) port = {c.Other}; else {{ port = {c.Value}; port = {c.Other}; }} {c.Connect("port")}"),
        Of(
            "switch statement",
            c => $"{c.Type} port; switch (names.Length) {{ case 0: port = {c.Other}; break; default: port = {c.Value}; break; }} " +
                $"{c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; switch (names.Length) {{ case 0: port = {c.Other}; break; default: port = " +
                $"{c.Other}; break; }} {c.Connect("port")}"),
        Of("in a loop", c => $"var port = {c.Value}; foreach (var name in names) {{ {c.ConnectReported("port")} }}",
            c => $"var port = {c.Value}; foreach (var name in names) {{ port = {c.Other}; {c.Connect("port")} }}"),
        Of(
            "written in a loop",
            c => $"{c.Type} port = {c.Other}; while (names.Length > 3) port = {c.Value}; {c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; do {{ port = {c.Other}; }} while (names.Length > 3); {c.Connect("port")}"),
        Of(
            "try and finally",
            c => $"{c.Type} port; try {{ port = {c.Value}; }} finally {{ Console.WriteLine(); }} {c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; try {{ Console.WriteLine(); }} finally {{ port = {c.Other}; }} {c.Connect("port")}"),
        Of("in try", c => $"var port = {c.Value}; try {{ {c.ConnectReported("port")} }} catch (InvalidOperationException) {{ throw; }}",
            c => $"var port = {c.Value}; try {{ port = {c.Other}; {c.Connect("port")} }} finally {{ Console.WriteLine(); }}"),
        Of("in using", c => $"using (new System.IO.StringReader(\"\")) {{ var port = {c.Value}; {c.ConnectReported("port")} }}",
            c => $"using var reader = new System.IO.StringReader(\"\"); var port = {c.Value}; port = {c.Other}; {c.Connect("port")}"),
        Of("in lock", c => $"lock (this) {{ var port = {c.Value}; {c.ConnectReported("port")} }}"),
        Of("in a lambda", c => $"Action send = () => {{ var port = {c.Value}; {c.ConnectReported("port")} }}; send();",
            c => $"Action send = () => {{ var port = {c.Value}; port = {c.Other}; {c.Connect("port")} }}; send();"),
        Of("captured by a lambda", c => $"var port = {c.Value}; Action send = () => {{ {c.ConnectReported("port")} }}; send();"),
        Of("in a local function", c => $"void Send() {{ var port = {c.Value}; {c.ConnectReported("port")} }} Send();",
            c => $"void Send() {{ var port = {c.Value}; port = {c.Other}; {c.Connect("port")} }} Send();"),
        Of("captured by a local function", c => $"var port = {c.Value}; Send(); void Send() {{ {c.ConnectReported("port")} }}"),
        Of("tuple", c => $"var relay = (Name: \"relay\", Port: {c.Value}); {c.ConnectReported("relay.Port")}",
            c => $"var relay = (Name: \"relay\", Port: {c.Value}); relay.Port = {c.Other}; {c.Connect("relay.Port")}"),
        Of("deconstruction", c => $"var (name, port) = (\"relay\", {c.Value}); {c.ConnectReported("port")}",
            c => $"var (name, port) = (\"relay\", {c.Value}); (name, port) = (\"relay\", {c.Other}); {c.Connect("port")}"),
        Of("pattern variable", c => $"if (({c.Value}) is var port) {{ {c.ConnectReported("port")} }}"),
        Of("pattern variable of a box", c => $"object box = {c.Value}; if (box is {c.Type} port) {{ {c.ConnectReported("port")} }}"),
        Of("ternary arm", c => $"{c.Type} port = flag ? {c.Other} : ({c.Value}); {c.ConnectReported("port")}"),
        Of("switch arm", c => $"{c.Type} port = names.Length switch {{ 0 => {c.Other}, _ => {c.Value} }}; {c.ConnectReported("port")}"),
        Of("assignment as a value", c => $"{c.Type} first, port; port = first = {c.Value}; {c.ConnectReported("port")}"),
        Of("ref local", c => $"{c.Type} first = {c.Value}; ref {c.Type} port = ref first; {c.ConnectReported("port")}",
            c => $"{c.Type} port = {c.Value}; ref {c.Type} same = ref port; same = {c.Other}; {c.Connect("port")}"),
    ];

    private static Way Of(string name, Func<Case, string> statements, Func<Case, string>? overwritten = null) =>
        new(name, c => Way.Method(statements(c))) { Overwritten = overwritten is null ? null : c => Way.Method(overwritten(c)) };
}
