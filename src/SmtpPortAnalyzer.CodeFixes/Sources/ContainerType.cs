using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.Ports;

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

    public static async Task<bool> IsAsync(FixContext fix, INamedTypeSymbol type)
    {
        if (FillsContainer(type))
            return false;

        var isMade = HasKnownBase(type) || HoldsFunctions(type) || TakesServices(type);
        foreach (var document in Callers.DocumentsThatSee(fix.Document.Project))
        {
            fix.CancellationToken.ThrowIfCancellationRequested();
            var text = await document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
            if (text.ToString().IndexOf(type.Name, StringComparison.Ordinal) < 0
                || await fix.FileAsync(document).ConfigureAwait(false) is not { } file)
                continue;

            foreach (var node in file.Root.DescendantNodes())
            {
                if (MakesOrExtends(node, type, file))
                    return false;
                isMade = isMade || Registers(node, type, file);
            }
        }

        return isMade;
    }

    private static bool HasKnownBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (s_bases.Contains(current.OriginalDefinition.ToDisplayString()))
                return true;
        }

        return type.AllInterfaces.Any(i => s_bases.Contains(i.ToDisplayString()));
    }

    // Startup is made before there is a container, with what the host knows itself.
    private static bool FillsContainer(INamedTypeSymbol type) =>
        type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(m => m.Parameters.Any(p => p.Type.Name == "IServiceCollection"));

    private static bool HoldsFunctions(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Any(m => !m.IsStatic && m.GetAttributes().Any(a => a.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute"));

    // ILogger<T>, IOptions<T>, IHttpClientFactory and the like: code does not hand these over by hand.
    private static bool TakesServices(INamedTypeSymbol type) => type.InstanceConstructors.Any(c => c.Parameters.Any(p =>
        p.Type.TypeKind == TypeKind.Interface
        && p.Type.ContainingNamespace?.ToDisplayString() is { } name
        && (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
            || p.Type.Name == "IHttpClientFactory")));

    private static bool MakesOrExtends(SyntaxNode node, INamedTypeSymbol type, FileContext file) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => Is(file.TypeOf(creation), type),
        BaseTypeSyntax { Type: var named } when named.ToString().IndexOf(type.Name, StringComparison.Ordinal) >= 0 =>
            Is(file.TypeOf(named), type),
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
            && (method.ReducedFrom ?? method).Parameters[0].Type.Name == "IServiceCollection";
    }

    // The projects that see it may see it as metadata.
    private static bool Is(ITypeSymbol? candidate, INamedTypeSymbol type) => candidate is INamedTypeSymbol named
        && named.Name == type.Name && named.OriginalDefinition.ToDisplayString() == type.OriginalDefinition.ToDisplayString();
}
