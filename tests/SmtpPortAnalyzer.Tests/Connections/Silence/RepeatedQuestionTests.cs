using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>A question that is asked twice in the same words has one answer, as long as nothing is written that it asks for.</summary>
public class RepeatedQuestionTests
{
    /// <summary>Questions of what <c>Send</c> is given and of what its object has.</summary>
    public static TheoryData<string> Questions => new()
    {
        "mode == \"plain\"", "count == 3", "count > 3", "string.IsNullOrEmpty(mode)", "mode.StartsWith(\"p\")", "mode is \"a\" or \"b\"",
        "server.IsLocal", "server.Kind == 2", "_mode == mode", "server.Name.Length == 0", "mode is null",
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Pair_ChosenByTheSameQuestion_StaysTogether(string question) => Connection.TypesAsync(Program($$"""
        var client = new SmtpClient({{question}} ? "localhost" : "smtp.contoso.com", {{question}} ? 25 : 588);
        client.Send(message);
        """));

    [Theory]
    [MemberData(nameof(Questions))]
    public Task Pair_ChosenByStatements_StaysTogether(string question) => Connection.TypesAsync(Program($$"""
        var host = "smtp.contoso.com";
        if ({{question}}) host = "localhost";
        for (var i = 0; i < count; i++) Console.WriteLine(i);
        var port = 588;
        if ({{question}}) port = 25;
        new SmtpClient(host, port).Send(message);
        """));

    [Theory]
    [InlineData("mode ?? \"localhost\"", "mode is null ? 25 : 588")]
    [InlineData("mode ?? \"localhost\"", "mode == null ? 25 : 588")]
    [InlineData("mode ?? \"localhost\"", "mode is not null ? 588 : 25")]
    [InlineData("mode is null ? \"localhost\" : mode", "mode != null ? 588 : 25")]
    [InlineData("_mode ?? \"localhost\"", "_mode is null ? 25 : 588")]
    public Task Pair_ChosenWhereSomethingIsMissing_StaysTogether(string host, string port) => Connection.TypesAsync(Program($$"""
        var name = {{host}};
        var number = {{port}};
        new SmtpClient(name, number).Send(message);
        """));

    [Theory]
    [InlineData("mode ?? \"localhost\"", "mode = \"x\" + count;", "{|SMTP001:mode is null ? 25 : 588|}")]
    [InlineData("mode ?? \"localhost\"", "", "{|SMTP001:_mode is null ? 25 : 588|}")]
    [InlineData("mode ?? \"smtp.contoso.com\"", "", "{|SMTP001:mode is null ? 25 : 588|}")]
    public Task Pair_ChosenWhereAnotherIsMissing_IsAny(string host, string between, string port) => Connection.TypesAsync(Program($$"""
        var name = {{host}};
        {{between}}
        new SmtpClient(name, {{port}}).Send(message);
        """));

    [Theory]
    [InlineData("mode == \"plain\"", "mode != \"plain\"")]
    [InlineData("server.Kind == 2", "server.Kind != 2")]
    public Task Pair_ChosenByTheOpposite_StaysTogether(string question, string opposite) => Connection.TypesAsync(Program($$"""
        new SmtpClient({{question}} ? "localhost" : "smtp.contoso.com", {{opposite}} ? 588 : 25).Send(message);
        """));

    [Theory]
    [InlineData("mode == \"plain\"", "mode = other;", "mode == \"plain\"")]
    [InlineData("count > 3", "count++;", "count > 3")]
    [InlineData("count > 3", "Read(out count);", "count > 3")]
    [InlineData("server.Kind == 2", "server.Kind = count;", "server.Kind == 2")]
    [InlineData("mode == \"plain\"", "", "other == \"plain\"")]
    [InlineData("mode == \"plain\"", "", "mode == \"tls\"")]
    [InlineData("_random.Next() == 1", "", "_random.Next() == 1")]
    public Task Pair_ChosenByAnotherQuestion_Reports(string first, string between, string second) => Connection.TypesAsync(Program($$"""
        var host = {{first}} ? "localhost" : "mail.contoso.com";
        {{between}}
        new SmtpClient(host, {|SMTP001:{{second}} ? 25 : 588|}).Send(message);
        """));

    /// <summary>A call may change what a member gives, and a function a variable.</summary>
    [Theory]
    [InlineData("if (_file.EndOfStream) return; while (!_file.EndOfStream) _file.ReadLine();")]
    [InlineData("if (_queue.Count > 0) { while (_queue.Count > 0) _queue.Dequeue(); }")]
    [InlineData("if (mode == null) Ask(); if (mode == null) return; void Ask() => mode = Console.ReadLine();")]
    [InlineData("if (_mode == \"\") Load(); if (_mode == \"\") return;")]
    [InlineData("if (Console.KeyAvailable) return; while (!Console.KeyAvailable) count++;")]
    public Task Question_WhoseAnswerOtherCodeChanges_IsAskedAnew(string statements) => Connection.TypesAsync(Program(
        statements + " new SmtpClient(\"mail.contoso.com\", {|SMTP001:25|}).Send(message);"));

    [Fact]
    public Task Question_OfWhatAPatternDeclaresAgain_IsAskedAnew() => Connection.TypesAsync(Program("""
        var host = "localhost";
        var port = 588;
        if (mode is { } first && first != "") host = first;
        if (other is { } second && second != "") port = 25;
        new SmtpClient(host, {|SMTP001:port|}).Send(message);
        """));

    [Fact]
    public Task Pair_OfEachRoundOfALoop_IsItsOwn() => Connection.TypesAsync(Program("""
        foreach (var one in _all)
            new SmtpClient(one.IsLocal ? "localhost" : one.Name, one.IsLocal ? 25 : 588).Send(message);
        foreach (var one in _all)
        {
            var host = one.IsLocal ? "localhost" : one.Name;
            foreach (var two in _all)
                new SmtpClient(host, {|SMTP001:two.IsLocal ? 25 : 588|}).Send(message);
        }
        """));

    private static string Program(string statements) => $$"""
        class Server { public string Name = ""; public bool IsLocal; public int Kind; }
        class C
        {
            private readonly List<Server> _all = new();
            private readonly Random _random = new();
            private readonly Queue<int> _queue = new();
            private readonly System.IO.StreamReader _file = new("mails.txt");
            private string _mode = "";
            private void Load() => _mode = Console.ReadLine();
            static void Read(out int count) => count = Environment.TickCount;
            public void Set(string mode, Server server) { _mode = mode; _all.Add(server); }
            public void Send(Server server, string mode, string other, int count, MailMessage message)
            {
                {{statements}}
            }
        }
        """;
}
