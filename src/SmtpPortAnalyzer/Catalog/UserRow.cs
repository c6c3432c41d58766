using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// A row of a <c>SmtpPortAnalyzer.Apis*.txt</c> file: the documentation-comment ID of a constructor, method or property, and after it
/// <c>port=NAME</c>, <c>host=NAME</c>, <c>default=NUMBER</c>, each after a semicolon. (<c>docs/own-apis.md</c>)
/// </summary>
/// <param name="Id">The documentation-comment ID.</param>
/// <param name="Line">Where it stands, with its file.</param>
internal sealed record UserRow(string Id, Location Line)
{
    private const string Prefix = "SmtpPortAnalyzer.Apis";
    private const string IdRemedy =
        "the documentation-comment ID of a constructor, method or property, such as M:Contoso.Mail.Relay.Open(System.String,System.Int32)";
    private const string Keys = "port=NAME, host=NAME or default=NUMBER";

    public string? Port { get; init; }

    public string? Host { get; init; }

    /// <summary>1-65535.</summary>
    public int? Default { get; init; }

    /// <summary>What makes it unreadable; null where nothing does.</summary>
    public SettingProblem? Problem { get; init; }

    public static bool IsFile(string path)
    {
        var name = FileName(path);
        return name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The rows of the files that have such a name.</summary>
    public static IEnumerable<UserRow> Read(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (!IsFile(file.Path) || file.GetText(cancellationToken) is not { } text)
                continue;

            foreach (var line in text.Lines)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (line.ToString().Trim() is { Length: > 0 } row && row[0] != '#')
                    yield return Parse(row,
                        Location.Create(
                            file.Path, line.Span, new LinePositionSpan(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length))));
            }
        }
    }

    private static UserRow Parse(string text, Location line)
    {
        var parts = text.Split(';').Select(part => part.Trim()).ToArray();
        var row = new UserRow(parts[0], line);
        if (row.Id.Length < 3 || row.Id[1] != ':' || row.Id[0] is not ('M' or 'P'))
            return row with { Problem = new(Name(line), "has no ID that can be read", IdRemedy) };

        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
        {
            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part.Substring(0, equals).Trim();
            var value = equals < 0 ? "" : part.Substring(equals + 1).Trim();
            switch (name.ToLowerInvariant())
            {
                case "port" when value.Length > 0:
                    row = row with { Port = value };
                    break;
                case "host" when value.Length > 0:
                    row = row with { Host = value };
                    break;
                case "default"
                    when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        && number > 0 && MailPorts.IsPort(number):
                    row = row with { Default = number };
                    break;
                case "default":
                    return row with
                    {
                        Problem = new(row.Id, "has the default port '" + value + "', which is not valid", "a number from 1 to 65535"),
                    };
                default:
                    return row with { Problem = new(row.Id, NotValid(equals < 0 ? null : name), Keys) };
            }
        }

        return row;
    }

    /// <summary>Not Path.GetFileName, which refuses characters that a path of another system may have.</summary>
    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(new[] { '/', '\\' }) + 1);

    /// <summary>A row that cannot be read is named by its place: what it says may be a URL with a login in it, or worse.</summary>
    private static string Name(Location line)
    {
        var place = line.GetLineSpan();
        return FileName(place.Path) + ":"
            + (place.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a part is given may be anything.</summary>
    private static string NotValid(string? part) => part is null
        ? "has a part without '=', which is not valid"
        : "has the part '" + part + "', which is not valid";

    /// <summary>That the ID names nothing.</summary>
    public SettingProblem NamesNothing() => new(Id, "names nothing that this project knows", IdRemedy);

    /// <summary>That the row names a parameter or property that is not there.</summary>
    public SettingProblem HasNo(string name, IEnumerable<string> others) =>
        new(Id, "has no '" + name + "' that takes one", others.Any() ? "one of " + string.Join(", ", others) : "another member");

    /// <summary>That no port could be told from it.</summary>
    public SettingProblem HasNoPort() =>
        new(Id, "names no port", "port=NAME with the name of a parameter, or default=NUMBER where it takes none");
}
