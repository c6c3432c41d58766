using System.Globalization;
using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Guards;

namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>One cell of the matrix: a spelling that travels some way to a use of a row of the catalogue.</summary>
internal sealed record Case(Spelling Spelling, CatalogUse Use, int Port, bool IsOverwritten)
{
    public const string Red = "red";
    public const string Silent = "silent";
    public const string Overwritten = "overwritten";

    private const int Harmless = 587;
    private static readonly Regex s_uri = new(
        "new System\\.Uri\\(\"smtp://mail\\.contoso\\.com:\\{port\\}\"\\)|\"smtp://mail\\.contoso\\.com:\\{port\\}\"");

    public string Kind => IsOverwritten ? Overwritten : Port == Harmless ? Silent : Red;

    /// <summary>Whether the use takes the port as a part of a URI.</summary>
    public bool IsOfUri => s_uri.IsMatch(Use.Statements);

    public string Type => Spelling.Type;

    /// <summary>The spelled value.</summary>
    public string Value => Spelling.Expression(Port);

    /// <summary>A value of the same type that is not 25.</summary>
    public string Other =>
        Spelling.IsUri ? $"new Uri(\"smtp://mail.contoso.com:{Harmless}\")" : Harmless.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value where it is to be reported as handed over or returned.</summary>
    public string ReportedValue => At(Value);

    /// <summary>The value where it is to be reported as a fallback.</summary>
    public string ReportedFallback => At(Value, "SMTP003");

    /// <summary>What a class needs in which this case connects: a client, where the use does not make one.</summary>
    public string Client => Use.Parameter is { Length: > 0 } declared ? $"private static {declared};" : "";

    /// <summary>The class of the case, without the members of its way.</summary>
    public string Members => $"{Client} {Spelling.Member?.Invoke(Port)}";

    /// <summary>Statements that connect with a port that is reported elsewhere, or not at all.</summary>
    public string Connect(string port) => Connect(port, isReported: false);

    /// <summary>Statements that connect with a port that is to be reported where they name it.</summary>
    public string ConnectReported(string port) => Connect(port, isReported: true);

    private string Connect(string port, bool isReported)
    {
        if (!IsOfUri)
            return Use.Statements.Replace("{port}", isReported ? At(port) : port, StringComparison.Ordinal);

        var uri = Spelling.IsUri ? port
            : s_uri.Match(Use.Statements).Value.StartsWith("new", StringComparison.Ordinal)
                ? $"new Uri($\"smtp://mail.contoso.com:{{({port})}}\")"
            : $"$\"smtp://mail.contoso.com:{{({port})}}\"";
        return s_uri.Replace(Use.Statements, (isReported ? At(uri) : uri).Replace("$", "$$", StringComparison.Ordinal));
    }

    /// <summary>Whether the use can take what the spelling gives.</summary>
    public bool Fits =>
        !Spelling.IsUri || (s_uri.Match(Use.Statements) is { Success: true } uri && uri.Value.StartsWith("new", StringComparison.Ordinal));

    private string At(string expression, string rule = "SMTP001") =>
        Port == Harmless || IsOverwritten ? expression : $"{{|{rule}:{expression}|}}";
}
