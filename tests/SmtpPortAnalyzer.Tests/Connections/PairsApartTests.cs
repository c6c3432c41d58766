using System.Text;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>
/// A host and a port that were chosen together stay together, and a development guard holds for what was chosen under it, however much the
/// method does between the choice and the connection.
/// </summary>
public class PairsApartTests
{
    private const string Pair = """
        var server = "smtp.contoso.com"; var port = 587; if (flag) { server = "localhost"; port = 25; }
        """;

    private const string RedPair = """
        var server = "smtp.contoso.com"; var port = 587; if (flag) { server = "mail.contoso.com"; port = 25; }
        """;

    /// <summary>What methods do beside connecting; none of it can reach the connection.</summary>
    public static TheoryData<string> Bystanders => new()
    {
        """for (int i = 0; i < 10; i++) Console.WriteLine(i);""",
        """for (var i = host.Length; i > 0; i--) Console.WriteLine(i);""",
        """var n = 0; while (n < host.Length) n++;""",
        """var n = 0; do { n += 2; } while (n < host.Length);""",
        """var n = 0; foreach (var c in host) { if (c == '.') ++n; }""",
        """var n = 0; foreach (var c in host) n = n + 1;""",
        """var text = ""; foreach (var c in host) text += c;""",
        """
        var a = host.Contains('a') ? 1 : 2; var b = host.Contains('b') ? 1 : 2; var c = host.Contains('c') ? 1 : 2;
        var d = host.Contains('d') ? 1 : 2; var e = host.Contains('e') ? 1 : 2; Console.WriteLine(a + b + c + d + e);
        """,
        """
        var a = message.Subject ?? "a"; var b = message.Body ?? "b"; var c = message.Sender ?? message.From;
        var d = message.From ?? message.Sender; var e = host ?? "e"; Console.WriteLine(a + b + c + d + e);
        """,
        """
        var a = 0; switch (host) { case "1": a = 1; break; case "2": a = 2; break; case "3": a = 3;
        break; case "4": a = 4; break; case "5": a = 5; break; } var b = 0; switch (host) { case "1": b = 1;
        break; case "2": b = 2; break; case "3": b = 3; break; case "4": b = 4; break; } Console.WriteLine(a + b);
        """,
        """
        if (host.Contains('a')) message.IsBodyHtml = true; if (host.Contains('b')) message.Priority = MailPriority.High;
        if (host.Contains('c')) message.Subject = "c"; if (host.Contains('d')) message.Body = "d";
        if (host.Contains('e')) message.Subject = "e";
        """,
        """
        var other = new MailMessage(); if (host.Contains('a')) other.IsBodyHtml = true; if (host.Contains('b')) other.Priority = MailPriority.High;
        if (host.Contains('c')) other.Subject = "c"; if (host.Contains('d')) other.Body = "d"; if (host.Contains('e')) other = message;
        Console.WriteLine(other);
        """,
        """
        var sent = false; var failed = 0; for (var i = 0; i < 3 && !sent; i++) { try { Console.WriteLine(i);
        sent = true; } catch (Exception) { failed++; } }
        """,
        """
        var x = 0; try { x = host.Length; } catch (Exception) { x = 1; } try { x += host.Length; }
        catch (Exception) { x = 2; } try { x += host.Length; } catch (Exception) { x = 3; } try { x += host.Length;
        } catch (Exception) { x = 4; } try { x += host.Length; } catch (Exception) { x = 5; }
        """,
        """
        var a = host.Contains('a'); var b = host.Contains('b'); var c = host.Contains('c'); var d = host.Contains('d');
        var e = host.Contains('e'); if (a) Console.WriteLine(1); if (b) Console.WriteLine(2); if (c) Console.WriteLine(3);
        if (d) Console.WriteLine(4); if (e) Console.WriteLine(5); if (a) Console.WriteLine(1); if (b) Console.WriteLine(2);
        if (c) Console.WriteLine(3); if (d) Console.WriteLine(4); if (e) Console.WriteLine(5);
        """,
    };

    [Theory]
    [MemberData(nameof(Bystanders))]
    public Task Pair_ChosenBeforeOtherThings_IsSilent(string bystanders) =>
        Connection.StatementsAsync($"{Pair} {bystanders} new SmtpClient(server, port).Send(message);");

    [Theory]
    [MemberData(nameof(Bystanders))]
    public Task Port_ChosenBeforeOtherThings_Reports(string bystanders) =>
        Connection.StatementsAsync($$"""{{RedPair}} {{bystanders}} new SmtpClient(server, {|SMTP001:port|}).Send(message);""");

    [Theory]
    [MemberData(nameof(Bystanders))]
    public Task Client_ConfiguredBeforeOtherThings_IsSilent(string bystanders) =>
        Connection.StatementsAsync($$"""
            var client = new SmtpClient(host, 587);
            if (flag) { client.Host = "localhost"; client.Port = 25; }
            {{bystanders}}
            client.Send(message);
            """);

    [Theory]
    [MemberData(nameof(Bystanders))]
    public Task DevelopmentGuard_BeforeOtherThings_IsSilent(string bystanders) => Connection.MembersAsync($$"""
        void M(IHostEnvironment env, string host, MailMessage message, bool flag)
        {
            var port = 587;
            if (env.IsDevelopment()) { host = "papercut"; port = 25; }
            {{bystanders}}
            new SmtpClient(host, port).Send(message);
        }
        """);

    [Theory]
    [MemberData(nameof(Bystanders))]
    public Task Flag_AskedTwice_IsSilentWhereItsAnswersExclude25(string bystanders) => Connection.StatementsAsync($$"""
        var port = 25;
        var isRelay = host.Length > 3;
        if (isRelay) port = 587;
        {{bystanders}}
        if (isRelay) new SmtpClient(host, port).Send(message);
        """);

    [Fact]
    public Task Loop_AroundTheConnection_KeepsThePair() => Connection.StatementsAsync($$"""
        {{Pair}}
        var sent = 0;
        for (var i = 0; i < host.Length; i++)
        {
            try
            {
                using var client = new SmtpClient(server, port);
                client.Send(message);
                sent++;
            }
            catch (SmtpException) when (i < 3)
            {
                Console.WriteLine(i);
            }
        }
        """);

    [Fact]
    public Task Loop_InACalledMethod_KeepsThePair() => Connection.MembersAsync("""
        void All(string server, int port, MailMessage[] messages)
        {
            for (var i = 0; i < messages.Length; i++)
            {
                using var client = new SmtpClient(server, port);
                client.Send(messages[i]);
            }
        }
        void Choose(bool flag, MailMessage[] messages) { if (flag) All("localhost", 25, messages); else All("smtp.contoso.com", 587, messages); }
        """);

    [Fact]
    public Task Counter_ThatIsThePort_IsKnownAtRunTimeOnly() => Connection.StatementsAsync("""
        for (var port = 20; port < 30; port++) new SmtpClient(host, port).Send(message);
        """);

    [Fact]
    public Task Counter_ThatBeginsWith25_ReportsItsFirstRound() => Connection.StatementsAsync("""
        var port = 25;
        while (host.Length > 3) { new SmtpClient(host, {|SMTP001:port|}).Send(message); port += 562; }
        """);

    [Fact]
    public Task Port_SetInALoop_Reports() => Connection.StatementsAsync("""
        var port = 587;
        for (var i = 0; i < host.Length; i++) { if (host[i] == '!') port = 25; }
        new SmtpClient(host, {|SMTP001:port|}).Send(message);
        """);

    [Theory]
    [InlineData(5)]
    [InlineData(18)]
    [InlineData(40)]
    public Task Providers_InASwitch_KeepThePair(int providers)
    {
        return Connection.MembersAsync(Providers(providers, 3));
    }

    /// <summary>
    /// Choices that matter to the client, more of them than states are kept: what was chosen together is known no more, and nothing is
    /// guessed.
    /// </summary>
    private const string Choices = """
        if (host.Contains('1')) client.EnableSsl = true;
        if (host.Contains('2')) client.Credentials = null;
        if (host.Contains('3')) client.UseDefaultCredentials = true;
        if (host.Contains('4')) client.EnableSsl = false;
        if (host.Contains('5')) client.UseDefaultCredentials = false;
        if (host.Contains('6')) client.Credentials = new System.Net.NetworkCredential("", "");
        if (host.Contains('7')) client.EnableSsl = true;
        if (host.Contains('8')) client.UseDefaultCredentials = true;
        if (host.Contains('9')) client.DeliveryFormat = SmtpDeliveryFormat.International;
        """;

    [Fact]
    public Task MoreStatesThanAreKept_NeverJoinAPair() => Connection.MembersAsync($$"""
        void Pair(string host, MailMessage message, bool flag)
        {
            {{Pair}}
            var client = new SmtpClient(server, port);
            {{Choices}}
            client.Send(message);
        }
        void PairLater(string host, MailMessage message, bool flag)
        {
            var client = new SmtpClient("smtp.contoso.com", 587);
            {{Choices}}
            if (flag) { client.Host = "localhost"; client.Port = 25; }
            client.Send(message);
        }
        void Guarded(IHostEnvironment env, string host, MailMessage message)
        {
            var client = new SmtpClient("smtp.contoso.com", 587);
            if (env.IsDevelopment()) { client.Host = "papercut"; client.Port = 25; }
            {{Choices}}
            client.Send(message);
        }
        void GuardedLater(IHostEnvironment env, string host, MailMessage message)
        {
            var client = new SmtpClient("smtp.contoso.com", 587);
            {{Choices}}
            if (env.IsDevelopment()) { client.Host = "papercut"; client.Port = 25; }
            client.Send(message);
        }
        void Folder(string host, MailMessage message, bool flag)
        {
            var client = new SmtpClient("smtp.contoso.com", 587);
            if (flag) { client.Port = 25; client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory; }
            {{Choices}}
            client.Send(message);
        }
        """);

    [Fact]
    public Task MoreStatesThanAreKept_StillReport25OfAnotherHost() => Connection.MembersAsync($$"""
        void Pair(string host, MailMessage message, bool flag)
        {
            {{RedPair}}
            var client = new SmtpClient(server, {|SMTP001:port|});
            {{Choices}}
            client.Send(message);
        }
        void One(string host, MailMessage message)
        {
            var client = new SmtpClient(host, {|SMTP001:25|});
            {{Choices}}
            client.Send(message);
        }
        void Default(string host, MailMessage message)
        {
            var client = {|SMTP002:new SmtpClient(host)|};
            {{Choices}}
            client.Send(message);
        }
        """);

    [Theory]
    [InlineData(100)]
    [InlineData(300)]
    public Task MoreProvidersThanAreKept_KeepThePairOf25(int providers)
    {
        return Connection.MembersAsync(Providers(providers, 77));
    }

    [Fact]
    public Task Constants_InASwitchOfAMethod_KeepThe25() => Connection.MembersAsync("""
        static int PortOf(string name) => name switch
        {
            "1" => 1001, "2" => 1002, "3" => 1003, "4" => 1004, "5" => 1005, "6" => 1006, "7" => 1007, "8" => 1008, "9" => 1009,
            "10" => 1010, "11" => 1011, "12" => 1012, "13" => 1013, "14" => 1014, "15" => 1015, "16" => 1016, "17" => 1017, "18" => {|SMTP001:25|}, _ => 587,
        };
        static int OtherPortOf(string name) => name switch
        {
            "1" => 1001, "2" => 1002, "3" => 1003, "4" => 1004, "5" => 1005, "6" => 1006, "7" => 1007, "8" => 1008, "9" => 1009, "10" => 1010, _ => 587,
        };
        void Red(string name, string host, MailMessage message) => new SmtpClient(host, PortOf(name)).Send(message);
        void Silent(string name, string host, MailMessage message) => new SmtpClient(host, OtherPortOf(name)).Send(message);
        """);

    /// <summary>
    /// Clients that come one after another, each with a choice of its own: what was chosen for one that is done with does not count for the
    /// next.
    /// </summary>
    [Theory]
    [InlineData("var c{0} = new SmtpClient(host, {1}); if (host.Contains('{0}')) c{0}.EnableSsl = true; c{0}.Send(message);")]
    [InlineData("using (var c{0} = new SmtpClient(host, {1})) {{ if (host.Contains('{0}')) c{0}.EnableSsl = true; c{0}.Send(message); }}")]
    [InlineData(
        "try {{ var c{0} = new SmtpClient(host, {1}); if (host.Contains('{0}')) c{0}.EnableSsl = true; c{0}.Send(message); }} catch " +
        "(SmtpException) {{ Console.WriteLine({0}); }}")]
    [InlineData("var h{0} = host.Contains('{0}') ? \"a.contoso.com\" : \"b.contoso.com\"; new SmtpClient(h{0}, {1}).Send(message);")]
    [InlineData(
        "for (var i{0} = 0; i{0} < 3; i{0}++) {{ var c{0} = new SmtpClient(host, {1}); if (host.Contains('{0}')) c{0}.EnableSsl = true; " +
        "c{0}.Send(message); }}")]
    public Task Clients_OneAfterAnother_KeepALaterPair(string format)
    {
        var before = string.Concat(Enumerable.Range(0, 9).Select(i => string.Format(format, i, 587)));
        return Connection.MembersAsync($$"""
            void Silent(string host, MailMessage message, bool flag) { {{Pair}} {{before}} new SmtpClient(server, port).Send(message); }
            void Red(string host, MailMessage message, bool flag)
            {
                {{RedPair}}
                {{before}}
                new SmtpClient(server, {|SMTP001:port|}).Send(message);
            }
            """);
    }

    [Fact]
    public Task Client_ThatEndsBeforeTheMethod_IsJudgedThere() => Connection.MembersAsync("""
        void Block(string host, bool flag)
        {
            if (flag) { var client = {|SMTP002:new SmtpClient(host)|}; client.EnableSsl = true; }
            if (flag) { var client = new SmtpClient(host); client.Port = 587; }
            Console.WriteLine(host);
        }
        void Alias(string host, bool flag)
        {
            SmtpClient kept;
            { var client = new SmtpClient(host); kept = client; }
            if (flag) Console.WriteLine(host);
            kept.Port = 587;
        }
        object InAnObject(string host, bool flag)
        {
            var box = new Box();
            { var client = new SmtpClient(host); box.Client = client; }
            if (flag) Console.WriteLine(host);
            box.Client.Port = 587;
            return box;
        }
        void Captured(string host, bool flag)
        {
            Action configure;
            { var client = new SmtpClient(host); configure = () => { client.Port = 587; client.Send(null!); }; }
            if (flag) Console.WriteLine(host);
            configure();
        }
        void Coalesced(string host, bool flag, SmtpClient? given)
        {
            var client = given ?? new SmtpClient(host, 587);
            if (flag) Console.WriteLine(host);
            client.Send(null!);
        }
        class Box { public SmtpClient Client { get; set; } = null!; }
        """);

    /// <summary>Two methods that choose among providers, one of them with port 25: in the first that is the machine itself.</summary>
    private static string Providers(int count, int with25)
    {
        var (silent, red) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < count; i++)
        {
            var port = i == with25 ? 25 : 587 + i;
            silent.Append($"""case "{i}": server = "{(i == with25 ? "localhost" : $"smtp{i}.contoso.com")}"; port = {port}; break;""");
            red.Append($"""case "{i}": server = "smtp{i}.contoso.com"; port = {port}; break;""");
        }

        return $$"""
            void Silent(string name, MailMessage message)
            {
                var server = "smtp.contoso.com"; var port = 587;
                switch (name) { {{silent}} }
                new SmtpClient(server, port).Send(message);
            }
            void Red(string name, MailMessage message)
            {
                var server = "smtp.contoso.com"; var port = 587;
                switch (name) { {{red}} }
                new SmtpClient(server, {|SMTP001:port|}).Send(message);
            }
            """;
    }
}
