using System;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.Settings;

/// <summary><c>&lt;mailSettings&gt;</c>, from which System.Net.Mail on .NET Framework, and only there, takes what the code does not say.</summary>
internal static class MailSettingsPresence
{
    private static readonly ImmutableArray<string> s_element = ImmutableArray.Create("<mailSettings", "<network");

    /// <summary>Whether the compilation is one for .NET Framework and has a settings file with such a section.</summary>
    public static bool AreVisible(Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (compilation.ObjectType.ContainingAssembly?.Name != "mscorlib")
            return false;

        foreach (var file in files)
        {
            if (Path.GetExtension(file.Path).Equals(".config", StringComparison.OrdinalIgnoreCase)
                && file.GetText(cancellation) is { } text
                && SourceSearch.Mentions(text, s_element))
            {
                return true;
            }
        }

        return false;
    }
}
