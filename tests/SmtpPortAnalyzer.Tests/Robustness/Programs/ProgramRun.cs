using System.Runtime.Loader;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness.Programs;

/// <summary>Runs classes with a client that writes down where it would have connected to.</summary>
internal static class ProgramRun
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Threading.Tasks;\n";

    /// <summary>What the real file begins with, and the one with the client that connects nowhere.</summary>
    public const string RealUsings = Usings + "using System.Net.Mail;\n";

    private const string Fake = """
        namespace Recorded
        {
            public enum SmtpDeliveryMethod { Network, SpecifiedPickupDirectory }

            public class SmtpClient
            {
                public static readonly List<string> Sent = new();
                public SmtpClient(string host) => Host = host;
                public SmtpClient(string host, int port) { Host = host; Port = port; }
                public string Host { get; set; }
                public int Port { get; set; } = 25;
                public int Timeout { get; set; }
                public SmtpDeliveryMethod DeliveryMethod { get; set; }
                public void Send(object message) { if (DeliveryMethod == SmtpDeliveryMethod.Network) Sent.Add(Host + ":" + Port); }
            }
        }

        """;

    /// <summary>Where the class of each number connects to, over all ways.</summary>
    public static List<HashSet<string>> Truth(string classes, int first, int count)
    {
        var compilation = Findings.Compile(Usings + "using Recorded;\n" + Fake + classes);
        using var stream = new MemoryStream();
        var emitted = compilation.WithOptions(
            compilation.Options.WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Enable))
            .Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Take(5)) + classes);
        stream.Position = 0;
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(stream);
            var sent = (List<string>)assembly.GetType("Recorded.SmtpClient")!.GetField("Sent")!.GetValue(null)!;
            return [.. Enumerable.Range(first, count).Select(number => Run(assembly.GetType("P" + number)!, sent))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static HashSet<string> Run(Type type, List<string> sent)
    {
        sent.Clear();
        for (var flags = 0; flags < 8; flags++)
            type.GetMethod("Run")!.Invoke(Activator.CreateInstance(type), [(flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0]);
        return [.. sent];
    }
}
