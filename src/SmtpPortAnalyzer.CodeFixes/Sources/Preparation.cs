using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// Makes settings available at a connection that cannot read them yet, for example through a parameter of the constructor.
/// </summary>
internal abstract class Preparation
{
    /// <summary>Whether a second connection of the same type is content with what the first one got.</summary>
    public abstract bool IsRepeatable { get; }

    /// <summary>What the code can read afterwards, without a change yet; null where it cannot be done, or need not be.</summary>
    public abstract Task<InjectedService?> PlanAsync(FixTarget connection);

    /// <summary>Does it. The result may differ in other files as well; null under the same conditions.</summary>
    public abstract Task<PreparedDocument?> PrepareAsync(FixTarget connection);
}

/// <param name="Document">The connection's document in the prepared solution.</param>
/// <param name="Place">Where the connection lies in it.</param>
internal sealed record PreparedDocument(Document Document, FixPlace Place);
