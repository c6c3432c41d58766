using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Analyzers;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>Who is compared. Each run gets an analyzer of its own, so that nothing is kept from the run before.</summary>
/// <param name="Name">What a table calls it.</param>
/// <param name="Make">Gives the analyzer; null is the compiler alone.</param>
internal sealed record Contestant(string Name, Func<DiagnosticAnalyzer?> Make)
{
    public static readonly Contestant None = new("no analyzer", () => null);

    public static readonly Contestant EmptySyntax = new("empty syntax-node analyzer", () => new EmptySyntaxAnalyzer());

    public static readonly Contestant EmptyOperation = new("empty operation analyzer", () => new EmptyOperationAnalyzer());

    public static readonly Contestant Ours = new("SmtpPortAnalyzer", () => new SmtpAnalyzer());

    public static readonly Contestant Peer = new($"SonarAnalyzer {Analyzers.Peer.Version}, S5332", Analyzers.Peer.Load);

    public static readonly Contestant[] All = [None, EmptySyntax, EmptyOperation, Ours, Peer];
}
