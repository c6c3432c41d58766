namespace SmtpPortAnalyzer.CodeFixes;

internal static class AssemblyMarker;
