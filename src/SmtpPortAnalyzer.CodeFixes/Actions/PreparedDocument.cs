using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.Actions;

/// <summary>
/// Makes settings available at a finding that cannot read them yet, for example through a parameter of the constructor. The result may
/// differ in other files as well; null where it cannot be done, or need not be.
/// </summary>
internal delegate Task<PreparedDocument?> Preparation(FixContext fix, FixPlace place);

/// <param name="Document">The finding's document in the prepared solution.</param>
/// <param name="Place">Where the finding lies in it.</param>
internal sealed record PreparedDocument(Document Document, FixPlace Place);
