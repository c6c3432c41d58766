using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Brings the application's configuration within reach: an <c>IConfiguration</c> through the constructor.</summary>
internal sealed class InjectedConfiguration : Preparation
{
    private const string Namespace = "Microsoft.Extensions.Configuration";
    private const string Interface = Namespace + ".IConfiguration";

    public override bool IsRepeatable => false;

    public override async Task<InjectedService?> PlanAsync(FixTarget connection)
    {
        if (await TypeAsync(connection).ConfigureAwait(false) is not { } type)
            return null;

        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        return Parameter(type, new TypeNames(connection.File, frameworks), connection.File).Plan(connection, type, frameworks);
    }

    public override async Task<PreparedDocument?> PrepareAsync(FixTarget connection)
    {
        if (await TypeAsync(connection).ConfigureAwait(false) is not { } type)
            return null;

        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        var names = new TypeNames(connection.File, frameworks);
        return Parameter(type, names, connection.File).Prepare(connection, type, names, frameworks);
    }

    private static async Task<TypeDeclarationSyntax?> TypeAsync(FixTarget connection)
    {
        if (connection.Site is not { } site || connection.Model.Compilation.GetTypesByMetadataName(Interface).IsEmpty
            || ConfigurationReach.ExpressionAt(site, connection.File) is not null)
            return null;

        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        if (!frameworks.Know(Interface)
            || frameworks.Counterparts(site).Any(other => ConfigurationReach.ExpressionAt(other.Node, other.File) is not null))
            return null;

        return await ConstructorParameter.TypeAtAsync(connection, site, type => TakenBy(type, connection.File)).ConfigureAwait(false);
    }

    private static ConstructorParameter Parameter(TypeDeclarationSyntax type, TypeNames names, FileContext file)
    {
        var name = names.At(type.SpanStart, Namespace, "IConfiguration");
        var taken = TakenBy(type, file);
        return new ConstructorParameter(name, name, taken?.Identifier.ValueText ?? "configuration", "") { Taken = taken };
    }

    // It took it for something else, and let go of it.
    private static ParameterSyntax? TakenBy(TypeDeclarationSyntax type, FileContext file) => ConstructorParameter.Find(
        type, parameter => parameter.Type is { } written && ConfigurationReach.IsRoot(file.TypeOf(written), file.FrameworkTypes));
}
