using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>How findings of one kind are fixed.</summary>
internal interface IFixStrategy
{
    /// <summary>Whether the action makes a change, without computing it.</summary>
    Task<bool> AppliesAsync(FixTarget finding, RelayAction action);

    /// <summary>The change; null where the action does not apply, or is not surely right.</summary>
    Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action);
}
