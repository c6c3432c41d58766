using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// <c>IOptions&lt;SmtpRelayOptions&gt;</c>: writes the options class and its registration where they are missing, and brings the options
/// within reach through the constructor.
/// </summary>
internal sealed class RelayOptions : Preparation
{
    public const string TypeName = "SmtpRelayOptions";

    private const string Interface = "Microsoft.Extensions.Options.IOptions`1";
    private const string ParameterName = "smtpRelay";
    private const string Value = ".Value";
    private const string Extensions = "Microsoft.Extensions.DependencyInjection.OptionsBuilder";

    /// <summary>The expression for the options at a place, for example <c>_smtpRelay</c> or <c>smtpRelay.Value</c>.</summary>
    public static string? ExpressionAt(SyntaxNode place, FileContext file)
    {
        foreach (var symbol in ConfigurationReach.Readable(place, file))
        {
            if (ConfigurationReach.TypeOf(symbol) is not INamedTypeSymbol type)
                continue;
            if (OptionsClass.Is(type, file))
                return ConfigurationReach.NameOf(symbol, place, file);
            if (file.FrameworkTypes.Is(type, FrameworkType.Options) && type.TypeArguments.Length == 1
                && OptionsClass.Is(type.TypeArguments[0], file))
                return ConfigurationReach.NameOf(symbol, place, file) + Value;
        }

        return null;
    }

    public override bool IsRepeatable => true;

    public override async Task<InjectedService?> PlanAsync(FixTarget connection)
    {
        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        if (connection.Site is not { } site || !AreBindable(frameworks))
            return null;
        if (ExpressionAt(site, connection.File) is not null)
            return InjectedService.InReach;

        return OptionsClass.CanAddTo(connection)
            && await ConstructorParameter.TypeAtAsync(connection, site).ConfigureAwait(false) is { } type
            && await OptionsRegistration.IsPossibleAsync(connection.Fix).ConfigureAwait(false)
            ? new ConstructorParameter(Interface, TypeName, ParameterName, Value).Plan(connection, type, frameworks)
            : null;
    }

    public override async Task<PreparedDocument?> PrepareAsync(FixTarget connection)
    {
        var (fix, frameworks) = (connection.Fix, await connection.Fix.FrameworksAsync().ConfigureAwait(false));
        if (connection.Site is not { } site || !AreBindable(frameworks))
            return null;
        if (ExpressionAt(site, connection.File) is not null)
            return new PreparedDocument(connection.Document, connection.Place);
        if (await ConstructorParameter.TypeAtAsync(connection, site).ConfigureAwait(false) is null)
            return null;

        // First the class, so that the names of the next steps mean something.
        var withClass = OptionsClass.AddTo(connection, frameworks);
        if (withClass is null)
            return null;

        var registered = await OptionsRegistration.AddToAsync(fix.In(withClass.Document), withClass.Place).ConfigureAwait(false);
        return registered is null
            ? null
            : await InjectAsync(fix.In(registered.Document), registered.Place, frameworks).ConfigureAwait(false);
    }

    private static async Task<PreparedDocument?> InjectAsync(FixContext fix, FixPlace place, TargetFrameworks frameworks)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { Site: { } site } finding
            || site.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || OptionsClass.FindIn(finding.Model.Compilation) is not { } options)
            return null;

        var names = new TypeNames(finding.File, frameworks);
        var name = names.At(type.SpanStart, options.ContainingNamespace, TypeName);
        var parameter = new ConstructorParameter(
            names.At(type.SpanStart, "Microsoft.Extensions.Options", "IOptions", 1) + "<" + name + ">", name, ParameterName, Value);
        return parameter.Prepare(finding, type, names, frameworks);
    }

    private static bool AreBindable(TargetFrameworks frameworks) => frameworks.Know(Interface) && frameworks.HasInitializedProperties
        && frameworks.Know(Extensions + "ConfigurationExtensions") && frameworks.Know(Extensions + "DataAnnotationsExtensions")
        && frameworks.Know(Extensions + "Extensions");
}
