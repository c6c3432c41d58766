using System.Text;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness;

/// <summary>
/// Loops in which a value has more alternatives than are kept. They must come to an end: a value that was given up once stays so.
/// </summary>
public class LoopTests
{
    private static readonly TimeSpan s_endless = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(9, 1)]
    [InlineData(9, 2)]
    [InlineData(20, 3)]
    public Task ManyConstants_ComeToAnEnd(int constants, int variables) => Ends(Switches(constants, variables, value => value.ToString()));

    [Theory]
    [InlineData(9, 1)]
    [InlineData(20, 2)]
    public Task ManyPlacesOfFewConstants_ComeToAnEnd(int places, int variables) =>
        Ends(Switches(places, variables, value => (value % 2 == 0 ? 587 : 2525).ToString()));

    [Theory]
    [InlineData(9)]
    [InlineData(20)]
    public Task ManyObjects_ComeToAnEnd(int objects)
    {
        var source = new StringBuilder("SmtpClient c = null!; while (host.Length > 3) { switch (host) {");
        for (var i = 0; i < objects; i++)
            source.Append($"case \"{i}\": c = new SmtpClient(host, 587); break;");
        return Ends(source.Append("} c.Send(message); }").ToString());
    }

    /// <summary>The loop that the hang was found in: two counters, three arrays that are handed out, and a lock.</summary>
    [Fact]
    public Task Counters_UnderALock_ComeToAnEnd() => Ends("""
        new SmtpClient(host, Count(new List<string>(), out var a, out var b)).Send(message);
        static int Count(List<string> all, out string[] a, out int[] b)
        {
            lock (all)
            {
                int j = all.Count == 0 ? 0 : 1;
                int size = all.Count + j;
                a = new string[size];
                b = new int[size];
                if (j > 0) { a[0] = all[0]; b[0] = all[0].Length; }
                for (int i = 0; i < all.Count; ++i, ++j) { a[j] = all[i]; b[j] = all[i].Length; }
                return j;
            }
        }
        """);

    /// <summary>
    /// A ring of methods with more alternatives than are kept: what was given up stays so from call to call, and the 25 is found.
    /// </summary>
    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task RingOfMethods_ComesToAnEnd(int methods)
    {
        var ring = Enumerable.Range(1, methods - 1)
            .Select(i => $"static int M{i}(int n) {{ if (n > {i}) return 587; return M{(i + 1) % methods}(n + 1); }}");
        var found = await Findings.OfAsync($$"""
            using System.Net.Mail;
            class C
            {
                {{string.Join("\n", ring)}}
                static int M0(int n) { if (n > 3) return 25; return M1(n); }
                void Use(int x) => new SmtpClient("smtp.contoso.com", M1(x)).Send(null!);
            }
            """);
        Assert.Equal("SMTP001", Assert.Single(found).Id);
    }

    private static string Switches(int constants, int variables, Func<int, string> value)
    {
        var source = new StringBuilder();
        for (var v = 0; v < variables; v++)
            source.Append($"int p{v} = 587;");
        source.Append("while (host.Length > 3) {");
        for (var v = 0; v < variables; v++)
        {
            source.Append($"switch (message.Subject.Substring({v})) {{");
            for (var i = 0; i < constants; i++)
                source.Append($"case \"{i}\": p{v} = {value(1000 + i)}; break;");
            source.Append('}');
        }

        return source.Append(" new SmtpClient(host, p0).Send(message); }").ToString();
    }

    private static Task Ends(string statements) => Task.Run(() => Connection.StatementsAsync(statements)).WaitAsync(s_endless);
}
