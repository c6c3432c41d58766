using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Common;

/// <summary>Which argument of a call in source goes to which parameter: by name where it has one, else by position.</summary>
internal static class ArgumentExtensions
{
    /// <summary>The argument for the parameter; null where the list leaves it out.</summary>
    public static ArgumentSyntax? ArgumentFor(this BaseArgumentListSyntax list, string parameter, int position) =>
        list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
        ?? (list.Arguments.ElementAtOrDefault(position) is { NameColon: null } positional ? positional : null);

    /// <summary>The parameter that the argument at the position goes to; null where there is none.</summary>
    public static IParameterSymbol? ParameterFor(this ImmutableArray<IParameterSymbol> parameters, ArgumentSyntax argument, int position) =>
        argument.NameColon is { Name.Identifier.ValueText: var name }
            ? parameters.FirstOrDefault(parameter => parameter.Name == name)
            : parameters.ElementAtOrDefault(position);
}
