namespace SmtpPortAnalyzer.Tests.Matrix;

/// <summary>
/// Through fields and properties. A constant is reported at its use; what a constructor is given, where it is handed over; a settable
/// property's own value is a fallback; what others give it is a 25 of theirs.
/// </summary>
internal static class MemberWays
{
    public static IEnumerable<Way> All =>
    [
        new("const field", c => $"private const {c.Type} Port# = {c.Value}; void M#() {{ {c.ConnectReported("Port#")} }}")
        {
            Takes = spelling => spelling.IsConstant,
        },
        new("const local", c => Way.Method($"const {c.Type} port = {c.Value}; {c.ConnectReported("port")}"))
        {
            Takes = spelling => spelling.IsConstant,
        },
        new("static readonly field",
            c => $"private static readonly {c.Type} s_port# = {c.Value}; void M#() {{ {c.ConnectReported("s_port#")} }}"),
        new("readonly field", c => $"private readonly {c.Type} _port# = {c.Value}; void M#() {{ {c.ConnectReported("_port#")} }}"),
        new("get-only property", c => $"private {c.Type} Port# {{ get; }} = {c.Value}; void M#() {{ {c.ConnectReported("Port#")} }}"),
        new("static get-only property",
            c => $"private static {c.Type} Port# {{ get; }} = {c.Value}; void M#() {{ {c.ConnectReported("Port#")} }}"),
        new("static holder",
            c => $"static class Holder# {{ public static readonly {c.Type} Smtp = {c.Value}; }} void M#() {{ " +
                $"{c.ConnectReported("Holder#.Smtp")} }}"),
        new("field from constructor",
            c => $"{Mailer(c, "private readonly {0} _port;", "_port")} void M#() => new Mailer#({c.ReportedValue}).Send();")
        {
            Overwritten = c =>
                $"class Mailer# {{ private readonly {c.Type} _port; public Mailer#({c.Type} port) {{ _port = port; _port = " +
                $"{c.Other}; }} public void Send() {{ {c.Connect("_port")} }} }} void M#() => new Mailer#({c.Value}).Send();",
        },
        new("get-only property from constructor",
            c => $"{Mailer(c, "public {0} Number {{ get; }}", "Number")} void M#() => new Mailer#({c.ReportedValue}).Send();"),
        new("private set property from constructor",
            c => $"{Mailer(c, "public {0} Number {{ get; private set; }}", "Number")} void M#() => new Mailer#({c.ReportedValue}).Send();"),
        new("field from this(…)",
            c => $"class Mailer# {{ private readonly {c.Type} _port; public Mailer#() : this({c.ReportedValue}) {{ }} private " +
                $"Mailer#({c.Type} port) => _port = port; public void Send() {{ {c.Connect("_port")} }} }}"),
        new("field from base(…)",
            c => $"{Mailer(c, "private readonly {0} _port;", "_port")} class Derived# : Mailer# {{ public Derived#() : " +
                $"base({c.ReportedValue}) {{ }} }}"),
        new("field from primary constructor",
            c => $"class Mailer#({c.Type} port) {{ private readonly {c.Type} _port = port; public void Send() {{ " +
                $"{c.Connect("_port")} }} }} void M#() => new Mailer#({c.ReportedValue}).Send();"),
        new("record",
            c => $"record Relay#(string Name, {c.Type} Number); void Send#(Relay# relay) {{ {c.Connect("relay.Number")} }} void M#() => " +
                $"Send#(new Relay#(\"\", {c.ReportedValue}));"),
        new("record, deconstructed",
            c => $"record Relay#(string Name, {c.Type} Number); void Send#(Relay# relay) {{ var (name, port) = relay; " +
                $"{c.Connect("port")} }} void M#() => Send#(new Relay#(\"\", {c.ReportedValue}));"),
        new("record with",
            c => $"record Relay# {{ public {c.Type} Number {{ get; init; }} }} void Send#(Relay# relay) {{ " +
                $"{c.Connect("relay.Number")} }} Relay# M#(Relay# relay) => relay with {{ Number = {c.ReportedValue} }};"),
        new("struct record",
            c => $"readonly record struct Relay#({c.Type} Number); void Send#(Relay# relay) {{ " +
                $"{c.Connect("relay.Number")} }} void M#() => Send#(new Relay#({c.ReportedValue}));"),
        Settings("settings, initializer", c => $"Settings# M#() => new Settings# {{ Number = {c.ReportedValue} }};"),
        Settings("settings, target-typed initializer", c => $"Settings# M#() => new() {{ Number = {c.ReportedValue} }};"),
        Settings("settings, later assignment",
            c => $"Settings# M#() {{ var settings = new Settings#(); settings.Number = {c.ReportedValue}; return settings; }}"),
        Settings("settings, assignment by a builder",
            c => $"static Settings# With#(Settings# settings, {c.Type} port) {{ settings.Number = port; return settings; }} Settings# " +
                $"M#() => With#(new Settings#(), {c.ReportedValue});"),
        Settings("settings, Configure",
            c => $"void M#(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => " +
                $"Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<Settings#>(services, o => " +
                $"o.Number = {c.ReportedValue});"),
        new("settings, default",
            c => $"class Settings# {{ public {c.Type} Number {{ get; set; }} = {c.ReportedFallback}; }} void Send#(Settings# settings) " +
                $"{{ {c.Connect("settings.Number")} }}")
                {
                    Takes = spelling => !spelling.IsUri && spelling.IsOneConstant,
                    IsAnywhereInside = true,
                },
        new("settable static field, default",
            c => $"public static {c.Type} Preset# = {c.ReportedFallback}; void M#() {{ {c.Connect("Preset#")} }}")
            {
                Takes = spelling => !spelling.IsUri && spelling.IsOneConstant,
                IsAnywhereInside = true,
            },
        new("settings in a field",
            c => $"{SettingsType(c)} private readonly Settings# _settings#; C#(Settings# settings) => _settings# = settings; void " +
                $"Send#() {{ {c.Connect("_settings#.Number")} }} " +
                    $"static C# M#() => new C#(new Settings# {{ Number = {c.ReportedValue} }});"),
        new("settings by IOptions",
            c => $"{SettingsType(c)} private readonly Settings# _settings#; C#(Microsoft.Extensions.Options.IOptions<Settings#> options) " +
                $"=> _settings# = options.Value; void Send#() {{ {c.Connect("_settings#.Number")} }} static Settings# M#() => new " +
                $"Settings# {{ Number = {c.ReportedValue} }};"),
    ];

    private static Way Settings(string name, Func<Case, string> code) =>
        new(name, c => $"{SettingsType(c)} void Send#(Settings# settings) {{ {c.Connect("settings.Number")} }} {code(c)}");

    private static string SettingsType(Case c) => $"class Settings# {{ public {c.Type} Number {{ get; set; }} }}";

    private static string Mailer(Case c, string member, string name) =>
        $"class Mailer# {{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, member, c.Type)} public " +
        $"Mailer#({c.Type} port) {{ {name} = port; }} public void Send() {{ {c.Connect(name)} }} }}";
}
