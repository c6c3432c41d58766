using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// How new code is to be written in a file: as its <c>.editorconfig</c> says, and where that is silent, as the file itself does.
/// </summary>
internal sealed class CodeStyle
{
    private const int DefaultLineLimit = 140;
    private const int ShortestLineLimit = 60;
    private const string CultureRule = "CA1305";

    private const string AllRules = "dotnet_analyzer_diagnostic";

    private const string CultureCategory = AllRules + ".category-globalization";

    private readonly FileContext _file;
    private readonly AnalyzerConfigOptions _options;

    private CodeStyle(FileContext file, AnalyzerConfigOptions options)
    {
        _file = file;
        _options = options;
    }

    public static CodeStyle ReadFrom(FileContext file) =>
        new(file, file.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(file.Tree));

    /// <summary>What a line may grow to before arguments are spread.</summary>
    public int LineLimit => WrittenLineLimit ?? DefaultLineLimit;

    /// <summary>What the options say that a line may grow to; null where they do not.</summary>
    public int? WrittenLineLimit => Value("max_line_length") is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= ShortestLineLimit
            ? limit
            : null;

    /// <summary>Whether a type without a constructor gets a primary one.</summary>
    public bool PrefersPrimaryConstructors => Flag("csharp_style_prefer_primary_constructors") ?? !WritesConstructorsOut();

    /// <summary>Whether a number is parsed with a culture: the analysis demands one, or the file always names one.</summary>
    public bool NamesCulture => IsDemanded(CultureRule) || UsesInvariantCulture();

    /// <summary>Whether <c>this.</c> stands before a member of the type at hand.</summary>
    public bool QualifiesMember(ISymbol member, SyntaxNode place) => QualifiesMember(member is IPropertySymbol, place);

    /// <summary>The same for a field that is about to be written.</summary>
    public bool QualifiesField(SyntaxNode place) => QualifiesMember(isProperty: false, place);

    /// <summary>What the names of private fields begin with; null where no rule says so.</summary>
    public string? FieldPrefix
    {
        get
        {
            foreach (var key in _options.Keys.Where(key => IsPart(key, "dotnet_naming_rule.", ".symbols"))
                .OrderBy(key => key, StringComparer.Ordinal))
            {
                var rule = key.Substring(0, key.Length - ".symbols".Length);
                if (Value(rule + ".severity") is not ("none" or "silent") && Value(key) is { } symbols && AreFields(symbols)
                    && Value(rule + ".style") is { } style
                    && Value("dotnet_naming_style." + style + ".capitalization") is null or "camel_case")
                    return Value("dotnet_naming_style." + Value(rule + ".style") + ".required_prefix") ?? "";
            }

            return null;
        }
    }

    private static bool IsPart(string key, string start, string end) =>
        key.StartsWith(start, StringComparison.OrdinalIgnoreCase) && key.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private bool AreFields(string symbols)
    {
        var group = "dotnet_naming_symbols." + symbols;
        return Names(group + ".applicable_kinds", "field") && Names(group + ".applicable_accessibilities", "private")
            && Value(group + ".required_modifiers") is null or "" or "readonly";
    }

    private bool Names(string key, string word) => Value(key) is not { } list
        || list.Split(',').Select(part => part.Trim()).Any(part => part == "*" || part == word);

    private bool QualifiesMember(bool isProperty, SyntaxNode place) =>
        Flag(isProperty ? "dotnet_style_qualification_for_property" : "dotnet_style_qualification_for_field")
            ?? QualifiesByHabit(place);

    // this._logger wherever a field of the type is named: then the new one as well.
    private bool QualifiesByHabit(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return false;

        var fields = new HashSet<string>(type.Members.OfType<FieldDeclarationSyntax>()
            .Where(field => !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword))
            .SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText));
        var uses = type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => fields.Contains(name.Identifier.ValueText))
            .Where(name =>
                name.Parent is not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access || access.Name != name)
            .ToList();

        // In a constructor it may only tell the field from the parameter.
        var elsewhere = uses.Where(name => name.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null).ToList();
        return elsewhere.Count > 0 && uses.All(name => name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax });
    }

    // Constructors that keep a parameter in a field, and no primary one.
    private bool WritesConstructorsOut()
    {
        var types = _file.Root.DescendantNodes().OfType<ClassDeclarationSyntax>().ToList();
        return types.All(type => type.ParameterList is null)
            && types.SelectMany(type => type.Members).OfType<ConstructorDeclarationSyntax>()
            .Any(constructor => constructor.ParameterList.Parameters.Count > 0
                && constructor.Body?.Statements.All(s =>
                    s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax }) == true);
    }

    private bool UsesInvariantCulture() => _file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.Name.Identifier.ValueText == nameof(CultureInfo.InvariantCulture)
            && access.Parent
                is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } }
            && call.Name.Identifier.ValueText is nameof(int.Parse) or nameof(int.TryParse) or nameof(Convert.ToInt32));

    private bool IsDemanded(string rule)
    {
        if (_file.Model.Compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetDiagnosticValue(_file.Tree, rule, _file.CancellationToken, out var severity)
                || provider.TryGetGlobalDiagnosticValue(rule, _file.CancellationToken, out severity)))
            return severity is ReportDiagnostic.Warn or ReportDiagnostic.Error;
        if (_file.Model.Compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule, out severity))
            return severity is ReportDiagnostic.Warn or ReportDiagnostic.Error;
        return (Value(CultureCategory + ".severity") ?? Value(AllRules + ".severity")) is "warning" or "error";
    }

    private bool? Flag(string key) => Value(key) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    // "true:warning"
    private string? Value(string key) =>
        _options.TryGetValue(key, out var text) ? text.Split(':')[0].Trim().ToLowerInvariant() : null;
}
