using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Whether the dependency injection container alone makes the objects of a type: then its constructor may ask for more.</summary>
internal static class ContainerType
{
    private static readonly string[] s_bases =
    {
        "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel",
        "Microsoft.AspNetCore.Mvc.ViewComponent",
        "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.Extensions.Hosting.BackgroundService", "Microsoft.Extensions.Hosting.IHostedService",
    };

    /// <summary>Whether the dependency injection container alone makes the objects of a type.</summary>
    public static Task<bool> IsAsync(FixContext fix, INamedTypeSymbol type) => fix.Searches.IsAsync(
        typeof(ContainerType), type, () => FindOutAsync(fix, type));

    private static async Task<bool> FindOutAsync(FixContext fix, INamedTypeSymbol type)
    {
        var compilation = (await fix.Document.Project.GetCompilationAsync(fix.CancellationToken).ConfigureAwait(false))!;
        var types = fix.Searches.FrameworkTypesOf(compilation);
        if (FillsContainer(type, types))
            return false;

        var isMade = HasKnownBase(type, compilation) || HoldsFunctions(type, types) || TakesServices(type, types);
        foreach (var use in (await SymbolUses.FindAsync(fix, type).ConfigureAwait(false)).Where(use => !use.IsInComment))
        {
            foreach (var node in use.Node.AncestorsAndSelf().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax)))
            {
                if (MakesOrExtends(node, type, use.File))
                    return false;
                isMade = isMade || Registers(node, type, use.File);
            }
        }

        return isMade;
    }

    private static bool HasKnownBase(INamedTypeSymbol type, Compilation compilation)
    {
        var known = s_bases.SelectMany(name => compilation.GetTypesByMetadataName(name)).ToList();
        return type.SelfBaseTypesAndInterfaces()
            .Any(current => known.Contains(current.OriginalDefinition, SymbolEqualityComparer.Default));
    }

    // Startup is made before there is a container, with what the host knows itself.
    private static bool FillsContainer(INamedTypeSymbol type, FrameworkTypes types) =>
        type.GetMembers("ConfigureServices").OfType<IMethodSymbol>()
            .Any(m => m.Parameters.Any(p => types.Is(p.Type, FrameworkType.ServiceCollection)));

    private static bool HoldsFunctions(INamedTypeSymbol type, FrameworkTypes types) => type.GetMembers().OfType<IMethodSymbol>()
        .Any(m => !m.IsStatic && m.GetAttributes().Any(a => types.Is(a.AttributeClass, FrameworkType.FunctionAttribute)));

    // ILogger<T>, IOptions<T>, IHttpClientFactory and the like: code does not hand these over by hand.
    private static bool TakesServices(INamedTypeSymbol type, FrameworkTypes types) =>
        type.InstanceConstructors.Any(c => c.Parameters.Any(p =>
        p.Type.TypeKind == TypeKind.Interface
        && p.Type.ContainingNamespace?.ToDisplayString() is { } name
        && (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            || types.Is(p.Type, FrameworkType.HttpClientFactory))));

    private static bool MakesOrExtends(SyntaxNode node, INamedTypeSymbol type, FileContext file) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => Is(file.TypeOf(creation), type),
        BaseTypeSyntax { Type: var named } => Is(file.TypeOf(named), type),
        _ => false,
    };

    // services.AddScoped<IMailer, Mailer>(), services.AddHostedService<Mailer>(), services.AddSingleton(typeof(Mailer))
    private static bool Registers(SyntaxNode node, INamedTypeSymbol type, FileContext file)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } call
            || !(name.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal)
                || name.Identifier.ValueText.StartsWith("TryAdd", StringComparison.Ordinal)))
            return false;

        var types = (name as GenericNameSyntax)?.TypeArgumentList.Arguments ?? Enumerable.Empty<TypeSyntax>();
        var mentioned = types.Concat(
            call.ArgumentList.Arguments.Select(a => a.Expression).OfType<TypeOfExpressionSyntax>().Select(t => t.Type));
        return mentioned.Any(t => Is(file.TypeOf(t), type))
            && file.SymbolOf(call) is IMethodSymbol { IsExtensionMethod: true } method
            && file.FrameworkTypes.Is(method.AsDeclared().Parameters[0].Type, FrameworkType.ServiceCollection);
    }

    // The projects that see it may see it as metadata.
    private static bool Is(ITypeSymbol? candidate, INamedTypeSymbol type) => candidate is INamedTypeSymbol named
        && PortUses.Is(named, type.OriginalDefinition);
}
