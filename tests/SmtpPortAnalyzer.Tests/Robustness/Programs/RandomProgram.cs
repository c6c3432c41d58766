using System.Text;

namespace SmtpPortAnalyzer.Tests.Robustness.Programs;

/// <summary>
/// A class that makes a client, hands it on and gives it host and port in random ways. It has one method, <c>Run</c>, whose two flags
/// decide which way it goes, and it sends once on each.
/// </summary>
internal sealed class RandomProgram
{
    private const string PublicHost = "\"mail.contoso.com\"";
    private const string LocalHost = "\"localhost\"";

    private readonly Random _random;
    private readonly string _name;
    private readonly StringBuilder _members = new();
    private readonly StringBuilder _types = new();
    private readonly StringBuilder _body = new();
    private int _count;

    private RandomProgram(int number, Random random)
    {
        _random = random;
        _name = "P" + number;
    }

    /// <summary>The source of the class, and of what it needs.</summary>
    public static string Write(int number, Random random)
    {
        var program = new RandomProgram(number, random);
        program.Write();
        return $$"""
            {{program._types}}
            class {{program._name}}
            {
            {{program._members}}
                public void Run(bool a, bool b, bool c)
                {
            {{program._body}}
                }
            }

            """;
    }

    private void Write()
    {
        var (host, port) = Pair();
        var isComplete = _random.Next(3) == 0;
        var client = Made(host, isComplete ? port : null);
        if (!isComplete && _random.Next(5) > 0)
            Give(client, "Port = " + port);
        for (var more = _random.Next(3); more > 0; more--)
            Disturb(client);
        Statement($"{client}.Send(null!);");
    }

    private string New(string prefix) => prefix + _count++;

    private bool OneIn(int many) => _random.Next(many) == 0;

    private string OneOf(params string[] all) => all[_random.Next(all.Length)];

    private string Flag() => OneOf("a", "b", "!a", "a && b");

    /// <summary>What a call is given: nothing else asks for it, since what a called body was told says nothing to its caller.</summary>
    private string Called() => OneOf("c", "!c");

    private string Port() => OneOf("25", "588", "588", "2526");

    private string Host() => OneOf(PublicHost, PublicHost, LocalHost);

    private void Statement(string text) => _body.AppendLine("        " + text);

    private void Member(string text) => _members.AppendLine("    " + text);

    /// <summary>A host and a port, which may have been chosen together.</summary>
    private (string Host, string Port) Pair()
    {
        var (host, port, other, number) = (Host(), Port(), Host(), Port());
        var name = New("pair");
        switch (_random.Next(10))
        {
            case 0:
                return (host, port);
            case 1:
                Statement($"var (h{name}, p{name}) = {Flag()} ? ({host}, {port}) : ({other}, {number});");
                return ("h" + name, "p" + name);
            case 2:
                Statement($"string h{name} = {host}; int p{name} = {port}; if ({Flag()}) {{ h{name} = {other}; p{name} = {number}; }}");
                return ("h" + name, "p" + name);
            case 3:
                Settings(name);
                Statement($"var {name} = new Settings{_name}{name} {{ Host = {host}, Number = {port} }};");
                Statement($"if ({Flag()}) {{ {name}.Host = {other}; {name}.Number = {number}; }}");
                return (name + ".Host", name + ".Number");
            case 4:
                _types.AppendLine($"record Pair{_name}{name}(string Host, int Number);");
                Member($"private static Pair{_name}{name} Get{name}(bool flag) => flag ? new({host}, {port}) : new({other}, {number});");
                Statement($"var {name} = Get{name}({Called()});");
                return (name + ".Host", name + ".Number");
            case 5:
                Member(
                    $"private static void Out{name}(bool flag, out string host, out int port) {{ if (flag) {{ host = " +
                    $"{host}; port = {port}; return; }} " +
                    $"host = {other}; port = {number}; }}");
                Statement($"Out{name}({Called()}, out var h{name}, out var p{name});");
                return ("h" + name, "p" + name);
            case 6:
                Settings(name);
                Member($"private static readonly Settings{_name}{name} One{name} = new() {{ Host = {host}, Number = {port} }};");
                Member($"private static readonly Settings{_name}{name} Two{name} = new() {{ Host = {other}, Number = {number} }};");
                Statement($"var {name} = {Flag()} ? One{name} : Two{name};");
                return (name + ".Host", name + ".Number");
            case 7:
                _types.AppendLine($"class Chosen{_name}{name} {{ public string Host {{ get; }} public int Number {{ get; }} = 25; " +
                    $"public Chosen{_name}{name}(bool flag) {{ if (flag) {{ Host = {host}; Number = {port}; }} else {{ Host = " +
                    $"{other}; Number = {number}; }} }} }}");
                Statement($"var {name} = new Chosen{_name}{name}({Called()});");
                return (name + ".Host", name + ".Number");
            case 8:
                Member(
                    $"private static (string, int) Tuple{name}(bool flag) {{ if (flag) return ({host}, {port}); return " +
                    $"({other}, {number}); }}");
                Statement($"var (h{name}, p{name}) = Tuple{name}({Called()});");
                return ("h" + name, "p" + name);
            default:
                Member($"private static int Safe{name}(int port) => port == 25 ? 588 : port;");
                Statement($"var p{name} = Safe{name}({port});");
                return (host, "p" + name);
        }
    }

    private void Settings(string name) => _types.AppendLine(
        $"class Settings{_name}{name} {{ public string Host {{ get; set; }} = {PublicHost}; public int Number {{ get; set; }} = 588; }}");

    /// <summary>Makes a client with a host, and with a port where one is given; gives the variable that holds it.</summary>
    private string Made(string host, string? port)
    {
        var name = New("client");
        var (arguments, parameters, given) = port is null
            ? (host, "string host", "host")
            : ($"{host}, {port}", "string host, int port", "host, port");
        switch (_random.Next(11))
        {
            case 0:
                Statement($"var {name} = new SmtpClient({arguments});");
                break;
            case 1:
                Member($"private static SmtpClient Make{name}({parameters}) => new SmtpClient({given});");
                Statement($"var {name} = Make{name}({arguments});");
                break;
            case 2:
                Member($"private static void Make{name}({parameters}, out SmtpClient made) {{ made = new SmtpClient({given}); }}");
                Statement($"Make{name}({arguments}, out var {name});");
                break;
            case 3:
                Member($"private static (SmtpClient Made, string Name) Make{name}({parameters}) => (new SmtpClient({given}), host);");
                Statement($"var ({name}, _) = Make{name}({arguments});");
                break;
            case 4:
                Member($"private SmtpClient? _{name};");
                Member($"private void Make{name}({parameters}) {{ _{name} = new SmtpClient({given}); }}");
                Statement($"Make{name}({arguments});");
                Statement($"var {name} = _{name}!;");
                break;
            case 5:
                Member(
                    $"private static async Task<SmtpClient> Make{name}({parameters}) {{ await Task.CompletedTask; return new " +
                    $"SmtpClient({given}); }}");
                Statement($"var {name} = Make{name}({arguments}).Result;");
                break;
            case 6:
                Statement(
                    $"Func<{(port is null ? "string" : "string, int")}, SmtpClient> make{name} = ({given}) => new SmtpClient({given});");
                Statement($"var {name} = make{name}({arguments});");
                break;
            case 7:
                _types.AppendLine(
                    $"class Holder{_name}{name} {{ public SmtpClient Client {{ get; init; }} = null!; public string Name {{ get; init; " +
                    $"}} = \"\"; }}");
                Statement($"var holder{name} = new Holder{_name}{name} {{ Client = new SmtpClient({arguments}), Name = \"x\" }};");
                Statement($"var {name} = holder{name}.Client;");
                break;
            case 8:
                Statement($"SmtpClient {name};");
                Statement($"if ({Flag()}) {name} = new SmtpClient({arguments}); else {name} = new SmtpClient({Host()}, {Port()});");
                break;
            case 9:
                Member($"private static SmtpClient Inner{name}({parameters}) => new SmtpClient({given});");
                Member(
                    $"private static SmtpClient Make{name}({parameters}) {{ var made = Inner{name}({given}); made.Timeout = 5; return " +
                    $"made; }}");
                Statement($"var {name} = Make{name}({arguments});");
                break;
            default:
                Statement($"var {name} = Local{name}({arguments});");
                Statement($"static SmtpClient Local{name}({parameters}) => new SmtpClient({given});");
                break;
        }

        return name;
    }

    /// <summary>Gives the client something, in one of many ways.</summary>
    private void Give(string client, string setting)
    {
        var name = New("give");
        var value = setting[(setting.IndexOf('=') + 2)..];
        var member = setting[..setting.IndexOf(' ')];
        var type = member == "Port" ? "int" : member == "Host" ? "string" : "SmtpDeliveryMethod";
        switch (_random.Next(8))
        {
            case 0 or 1:
                Statement($"{client}.{setting};");
                break;
            case 2 or 6:
                Member($"private static void Set{name}(SmtpClient client, {type} value) {{ client.{member} = value; }}");
                Statement($"Set{name}({client}, {value});");
                break;
            case 3:
                Member(
                    $"private static SmtpClient Set{name}(SmtpClient client, {type} value) {{ client.{member} = value; return client; }}");
                Statement(OneIn(2) ? $"Set{name}({client}, {value}).Timeout = 7;" : $"{client} = Set{name}({client}, {value});");
                break;
            case 4:
                Statement($"Action<SmtpClient> set{name} = given => given.{member} = {value};");
                Statement($"set{name}({client});");
                break;
            case 5:
                Statement($"void Set{name}(SmtpClient given) {{ given.{member} = {value}; }}");
                Statement($"Set{name}({client});");
                break;
            default:
                _types.AppendLine(
                    $"static class Ext{_name}{name} {{ internal static T With{_name}{name}<T>(this T one, Action<T> change) {{ " +
                    $"change(one); return one; }} }}");
                Statement($"{client}.With{_name}{name}(given => given.{member} = {value});");
                break;
        }
    }

    /// <summary>Does something more to the client, on some ways or on all.</summary>
    private void Disturb(string client)
    {
        switch (_random.Next(7))
        {
            case 0:
                Give(client, "Port = " + Port());
                break;
            case 1:
                Give(client, "Host = " + Host());
                break;
            case 2:
                Statement($"if ({Flag()}) {client}.Port = {Port()};");
                break;
            case 3:
                Statement($"if ({Flag()}) {{ {client}.Host = {Host()}; {client}.Port = {Port()}; }}");
                break;
            case 4:
                Statement($"if ({client}.Port == 25) {client}.Port = 588;");
                break;
            case 5:
                var name = New("i");
                Statement($"for (var {name} = 0; {name} < 3; {name}++) {{ {client}.Timeout = {name}; }}");
                break;
            default:
                Give(client, "DeliveryMethod = SmtpDeliveryMethod." + OneOf("Network", "SpecifiedPickupDirectory"));
                break;
        }
    }
}
