using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Finds an argument by the name of its parameter: a reduced extension method counts its parameters anew, and keeps their names.
/// </summary>
internal static class ArgumentValueExtensions
{
    public static ArgumentValue? Named(this ImmutableArray<ArgumentValue> arguments, string? parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } candidate && candidate.Name == parameter)
                return argument;
        }

        return null;
    }
}
