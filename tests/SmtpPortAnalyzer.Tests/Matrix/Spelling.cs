using System.Globalization;

namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>One way to write a port, or a URI with one.</summary>
/// <param name="Name">What a failure calls it.</param>
/// <param name="Expression">Gives the port; <c>#</c> is the number of the case, for names.</param>
/// <param name="Member">A declaration that the expression needs in its class.</param>
internal sealed record Spelling(string Name, Func<int, string> Expression, Func<int, string>? Member = null)
{
    /// <summary>Whether the language takes it where it demands a constant.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether one constant stands in it: where several do, each of them may be what is reported as returned.</summary>
    public bool IsOneConstant { get; init; } = true;

    public bool IsUri { get; init; }

    public string Type => IsUri ? "Uri" : "int";

    public static readonly Spelling Literal = new("literal", Text) { IsConstant = true };

    public static readonly Spelling UriLiteral = new("new Uri", port => $"new Uri(\"smtp://mail.contoso.com:{port}\")") { IsUri = true };

    public static IEnumerable<Spelling> All =>
    [
        Literal,
        new("hexadecimal", port => "0x" + port.ToString("X", CultureInfo.InvariantCulture)) { IsConstant = true },
        new("binary", port => "0b" + Convert.ToString(port, 2)) { IsConstant = true },
        new("digit separator", port => Text(port).Insert(1, "_")) { IsConstant = true },
        new("cast unsigned", port => $"(int){port}u") { IsConstant = true },
        new("cast long", port => $"(int){port}L") { IsConstant = true },
        new("cast ushort", port => $"(ushort){port}") { IsConstant = true },
        new("sum", port => $"{port - 5} + 5") { IsConstant = true, IsOneConstant = false },
        new("const", _ => "Number#", port => $"private const int Number# = {port};") { IsConstant = true },
        new("const of a const", _ => "Number#", port => $"private const int First# = {port}; private const int Number# = First#;")
        {
            IsConstant = true,
        },
        new("static readonly", _ => "Number#", port => $"private static readonly int Number# = {port};"),
        new("enum cast", _ => "(int)Ports#.Plain", port => $"private enum Ports# {{ Plain = {port} }}") { IsConstant = true },
        new("int.Parse", port => $"int.Parse(\"{port}\")"),
        new("int.Parse with culture", port => $"int.Parse(\"{port}\", System.Globalization.CultureInfo.InvariantCulture)"),
        new("int.Parse of a const", _ => "int.Parse(Text#)", port => $"private const string Text# = \"{port}\";"),
        new("Convert.ToInt32", port => $"Convert.ToInt32(\"{port}\")"),
        new("Convert.ToInt32 of a number", port => $"Convert.ToInt32({port}L)"),
        new("TryParse", port => $"int.TryParse(\"{port}\", out var parsed#) ? parsed# : 587") { IsOneConstant = false },
        new("ternary", port => $"Environment.UserInteractive ? {port} : {port}") { IsOneConstant = false },
        new("switch expression", port => $"Environment.ProcessorCount switch {{ 1 => {port}, _ => {port} }}") { IsOneConstant = false },
        new("tuple item", port => $"({port}, \"tls\").Item1"),
        new("named tuple item", port => $"(Port: {port}, Tls: false).Port"),
        new("nullable", port => $"((int?){port}).Value"),
        new("GetValueOrDefault", port => $"((int?){port}).GetValueOrDefault()"),
        UriLiteral,
        new("new Uri of a const", _ => "new Uri(Text#)", port => $"private const string Text# = \"smtp://mail.contoso.com:{port}\";")
        {
            IsUri = true,
        },
        new("new Uri with kind", port => $"new Uri(\"smtp://mail.contoso.com:{port}\", UriKind.Absolute)") { IsUri = true },
        new("new Uri with query", port => $"new Uri(\"smtp://mail.contoso.com:{port}/?starttls=always\")") { IsUri = true },
        new("new Uri with TLS", port => $"new Uri(\"smtps://mail.contoso.com:{port}\")") { IsUri = true },
        new("new Uri of an interpolation", port => $"new Uri($\"smtp://mail.contoso.com:{{{port}}}\")") { IsUri = true },
        new("new Uri of a concatenation", port => $"new Uri(\"smtp://mail.contoso.com:\" + {port})") { IsUri = true },
        new("new Uri of string.Format", port => $"new Uri(string.Format(\"smtp://mail.contoso.com:{{0}}\", {port}))") { IsUri = true },
        new("UriBuilder of parts", port => $"new UriBuilder(\"smtp\", \"mail.contoso.com\", {port}).Uri") { IsUri = true },
        new("UriBuilder of a text", port => $"new UriBuilder(\"smtp://mail.contoso.com:{port}\").Uri") { IsUri = true },
        new("UriBuilder with initializer",
            port => $"new UriBuilder {{ Scheme = \"smtp\", Host = \"mail.contoso.com\", Port = {port} }}.Uri") { IsUri = true },
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
