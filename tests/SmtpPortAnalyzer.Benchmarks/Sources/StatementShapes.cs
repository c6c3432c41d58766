using System.Text;

namespace SmtpPortAnalyzer.Benchmarks.Sources;

/// <summary>Methods that grow longer, with a client in each: 10,000 statements in all.</summary>
internal static class StatementShapes
{
    private const int Total = 10_000;
    private static readonly int[] s_sizes = [100, 1_000, 10_000];

    public static IEnumerable<Shape> All =>
    [
        Of("locals before the client", 1, i => $"int v{i} = {(i == 0 ? "start" : $"v{i - 1} + {i}")};", Client),
        Of("locals after the client", 1, i => $"int v{i} = {(i == 0 ? "start" : $"v{i - 1} + {i}")};", "", Client),
        Of("writes of the port", 1, i => $"port = {587 + (i % 2)};", "client.Port = port;",
            "int port = 25; var client = new SmtpClient(\"mail.contoso.com\");"),
        Of("writes of client.Port", 1, i => $"client.Port = {(i % 2 == 0 ? 587 : 25)};", "",
            "var client = new SmtpClient(\"mail.contoso.com\");"),
        Of("ifs beside the port", 2, i => $"if (flags[{i}]) count++;", Client),
        Of("ifs that set the port", 2, i => $"if (flags[{i}]) port = 587;", "var client = new SmtpClient(\"mail.contoso.com\", port);",
            "int port = 25;"),
        Of("ifs that set client.Port", 2, i => $"if (flags[{i}]) client.Port = 587;", "",
            "var client = new SmtpClient(\"mail.contoso.com\");"),
        Of("if, else if, else", 2,
            i => $"{(i == 0 ? "" : i % 20 == 0 ? "else count = 0; " : "else ")}if (start == {i}) port = {(i % 2 == 0 ? 25 : 587)};",
            "var client = new SmtpClient(\"mail.contoso.com\", port);", "int port = 25;"),
        Of("conditional expressions", 1, i => $"count += flags[{i}] ? start : {i};", Client),
        Of("switch statements", 4, i => $"switch (start) {{ case {i}: count++; break; default: count--; break; }}", Client),
        Of("loops and try", 8,
            i => "for (int i = 0; i < start; i++) { while (count < i) { try { count += i; } catch (FormatException) { count--; } finally " +
                "{ start++; } } }", Client),
        Of("loops that set the port", 3, i => $"foreach (var flag in flags) {{ if (flag) port = {(i % 2 == 0 ? 25 : 587)}; }}",
            "var client = new SmtpClient(\"mail.contoso.com\", port);", "int port = 25;"),
        Of("using", 2, i => $"using (var reader{i} = new StringReader(\"\")) count += reader{i}.Peek();", Client),
        Of("ifs in ifs", 20, _ => string.Concat(Enumerable.Range(0, 19).Select(depth => $"if (flags[{depth}]) ")) + "count++;", Client),
        Of("calls", 1, i => $"Console.WriteLine(count + {i});", Client),
        Of("calls of our own", 1, i => $"count = Add(count, {i});", Client),
        Of("calls with the client", 1, _ => "Configure(client);", "client.Send(message);", Client),
        Of("calls with the port", 1, _ => "Use(port);", "var client = new SmtpClient(\"mail.contoso.com\", port);", "int port = 25;"),
        Of("lambdas", 1, i => $"Action a{i} = () => count++;", Client),
        Of("awaits", 1, i => $"await Task.Delay({i});", Client),
        Of("table", 1, i => i == 0 ? "int[] table = { 0," : $"{i},", "};" + Client),
        Of("clients by constructor", 2, i => $"using (var c{i} = new SmtpClient(\"mail{i}.contoso.com\", 25)) c{i}.Send(message);", ""),
        Of("clients with assignments", 4,
            i => $"var c{i} = new SmtpClient(); c{i}.Host = \"mail{i}.contoso.com\"; c{i}.Port = 25; c{i}.Send(message);", ""),
        Of("clients with initializers", 1, i => $"var c{i} = new SmtpClient {{ Host = \"mail{i}.contoso.com\", Port = 25 }};", ""),
        Of("clients in ifs", 3, i => $"if (flags[{i}]) {{ var c{i} = new SmtpClient(\"mail{i}.contoso.com\", 25); c{i}.Send(message); }}",
            ""),
        Of("clients in one local", 2, i => $"local = new SmtpClient(\"mail{i}.contoso.com\"); local.Port = 25;", "local.Send(message);",
            "SmtpClient local = null;"),
        Of("clients of one factory", 3,
            i => $"var c{i} = Make(\"mail{i}.contoso.com\"); c{i}.Port = 25; c{i}.Send(message);", ""),
        Of("settings objects in an initializer", 1,
            i => (i == 0 ? "var all = new[] { " : "") + $"new Settings {{ Host = \"mail{i}.contoso.com\", Port = 25 }},",
            "}; foreach (var one in all) new SmtpClient(one.Host, one.Port).Send(message);"),
        Of("MailKit connects", 2, i => $"var c{i} = new MailKit.Net.Smtp.SmtpClient(); c{i}.Connect(\"mail{i}.contoso.com\", 25);", ""),
    ];

    private const string Client = "var client = new SmtpClient(\"mail.contoso.com\", 25);";

    private static Shape Of(string name, int statements, Func<int, string> piece, string after, string before = "") =>
        new(name, "statement", s_sizes, Total, (size, methods) => [Program(size, methods, statements, piece, before, after)]);

    private static string Program(int size, int methods, int statements, Func<int, string> piece, string before, string after)
    {
        var text = new StringBuilder("""
            using System;
            using System.IO;
            using System.Net.Mail;
            using System.Threading.Tasks;

            class Settings
            {
                public string Host { get; set; }
                public int Port { get; set; }
            }

            class Mailer
            {
                int Add(int a, int b) => a + b;

                SmtpClient Make(string host) => new SmtpClient(host);

                void Use(int port) => Console.WriteLine(port);

                void Configure(SmtpClient client) => client.EnableSsl = true;

            """);
        for (var method = 0; method < methods; method++)
        {
            text.Append($"    async Task M{method}(bool[] flags, int start, int count, MailMessage message)\n    {{\n        {before}\n");
            for (var i = 0; i < size / statements; i++)
                text.Append("        ").Append(piece(i)).Append('\n');
            text.Append($"        {after}\n    }}\n\n");
        }

        return text.Append("}\n").ToString();
    }
}
