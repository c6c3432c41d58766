using Xunit;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>What was found is used again: a key that changes nothing for others has neither callers followed nor anything read.</summary>
public class TypedReuseTests
{
    private static readonly string[] s_program =
    [
        """
        using System.Net.Mail;
        class Sender
        {
            private readonly Settings _settings;
            public Sender(Settings settings) => _settings = settings;
            public void Send(MailMessage message)
            {
                var client = new SmtpClient(_settings.Host, Choose(_settings, true));
                _settings.Note(client);
                client.Send(message);
            }
            private int Choose(Settings settings, bool isRelay)
            {
                if (isRelay)
                    return settings.Port;
                return 587;
            }
        }
        """,
        """
        class Settings
        {
            public string Host { get; set; } = "mail.contoso.com";
            public int Port { get; set; }
            public string Last { get; private set; } = "";
            public void Note(object client) { Last = Host; }
            public static Settings Make() { var made = new Settings(); made.Port = 25; return made; }
        }
        class Caller { void M() { new Sender(Settings.Make()).Send(null!); } }
        """,
        "class Beside { int M() { return 1; } }",
    ];

    [Theory]
    [InlineData(0, "client.Send(message);", "client.Send(message);;", "a body that connects")]
    [InlineData(0, "if (isRelay)", "; if (isRelay)", "one that chooses by a constant")]
    [InlineData(0, "return 587;", "System.Console.WriteLine(1); return 587;", "one that is followed for a call with constants")]
    [InlineData(1, "Last = Host;", "Last = Host; ;", "one that changes an object that it is handed")]
    [InlineData(1, "made.Port = 25; return", "made.Port = 25; ; return", "one that makes the settings")]
    public void Key_ThatChangesNothingForOthers_SearchesNothing(int file, string text, string with, string what)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram(s_program);
        var before = program.Find();
        Assert.Contains("SMTP001", before, StringComparison.Ordinal);

        // What a build finds is not put into a form that lasts: the first key searches.
        program.Replace(2, "return 1;", "return 2;");
        program.Replace(0, "client.Send(message);", "client.Send(message); var sent = 1;");
        Assert.Equal(before, program.Find());
        program.Replace(file, text, with);
        Assert.Equal(before, program.Find());
        Assert.False(program.HasSearched);
        Assert.Equal(1, program.Followed);
    }

    [Theory]
    [InlineData("return settings.Port;", "return 2525;", "what it returns for the constant")]
    [InlineData("if (isRelay)", "if (!isRelay)", "what it asks")]
    [InlineData("if (isRelay)", "if (isRelay && settings.Port == 25) throw new System.Exception(); if (isRelay)", "what it throws for")]
    [InlineData("if (isRelay)", "isRelay = false; if (isRelay)", "what it gives the parameter")]
    public void Key_ThatChangesWhatACallWithConstantsGives_IsSeen(string text, string with, string what)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram(s_program);
        var before = program.Find();
        program.Replace(0, "client.Send(message);", "client.Send(message); var sent = 1;");
        program.Find();
        program.Replace(0, "var sent = 1;", "var sent = 2;");
        program.Find();
        program.Replace(0, text, with);
        Assert.NotEqual(before, program.Find());
        program.Replace(0, with, text);
        Assert.Equal(before, program.Find());
    }

    /// <summary>A call that hands over another constant each time leaves the ones before behind.</summary>
    [Fact]
    public void Keys_InAConstantArgument_AreSeen()
    {
        var program = new TypedProgram(s_program);
        program.Find();
        for (var key = 0; key < 3; key++)
        {
            program.Replace(0, "Choose(_settings, true)", "Choose(_settings, false)");
            Assert.DoesNotContain("SMTP001", program.Find(), StringComparison.Ordinal);
            program.Replace(0, "Choose(_settings, false)", "Choose(_settings, true)");
            Assert.Contains("SMTP001", program.Find(), StringComparison.Ordinal);
            program.Replace(0, "if (isRelay)", "; if (isRelay)");
            Assert.Contains("SMTP001", program.Find(), StringComparison.Ordinal);
        }
    }
}
