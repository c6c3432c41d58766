using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>Registers the options class where the program registers its services.</summary>
internal static class OptionsRegistration
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";

    private static readonly string[] s_registrations = ["AddOptions", "Configure"];
    private static readonly string[] s_places = ["Services", "ConfigureServices"];

    /// <summary>The solution with the registration; null where no place for it can be found.</summary>
    public static async Task<PreparedDocument?> AddToAsync(FixContext fix, FixPlace place)
    {
        if (await IsThereAsync(fix).ConfigureAwait(false))
            return new PreparedDocument(fix.Document, place);

        return await FindAsync(fix).ConfigureAwait(false) is var (program, file, services, after)
            ? await InsertAsync(program, file, services, after, place).ConfigureAwait(false)
            : null;
    }

    /// <summary>Whether it is there, or there is a place for it.</summary>
    public static Task<bool> IsPossibleAsync(FixContext fix) => fix.Searches.IsAsync(
        typeof(OptionsRegistration), fix.Document.Project.Id, () => FindOutAsync(fix));

    private static async Task<bool> FindOutAsync(FixContext fix) =>
        await IsThereAsync(fix).ConfigureAwait(false)
        || (await FindAsync(fix).ConfigureAwait(false) is var (program, file, _, after)
            && new TypeNames(file, await fix.In(program).FrameworksAsync().ConfigureAwait(false)).ImportExtensions(
                after.SpanStart, Namespace, "OptionsServiceCollectionExtensions"));

    private static async Task<bool> IsThereAsync(FixContext fix)
    {
        foreach (var candidate in fix.Document.Project.Documents)
        {
            if (await RootWithAsync(candidate, s_registrations, fix.CancellationToken).ConfigureAwait(false) is { } root
                && await fix.FileAsync(candidate).ConfigureAwait(false) is { } file
                && root.DescendantNodes().OfType<GenericNameSyntax>().Any(name => IsRegistration(name, file)))
                return true;
        }

        return false;
    }

    private static async Task<(Document Program, FileContext File, string Services, StatementSyntax After)?> FindAsync(FixContext fix)
    {
        foreach (var candidate in fix.Document.Project.Documents.OrderBy(d => d.FilePath ?? d.Name, StringComparer.Ordinal))
        {
            if (await RootWithAsync(candidate, s_places, fix.CancellationToken).ConfigureAwait(false) is { } root
                && await fix.FileAsync(candidate).ConfigureAwait(false) is { } file && Find(root, file) is var (services, after))
                return (candidate, file, services, after);
        }

        return null;
    }

    /// <summary>The syntax of a file that has one of the words; null where it has none.</summary>
    private static async Task<SyntaxNode?> RootWithAsync(Document document, string[] words, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree
            && words.Any(SourceWords.InFile(tree, cancellationToken).Contain)
            ? await tree.GetRootAsync(cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static bool IsRegistration(GenericNameSyntax name, FileContext file) =>
        s_registrations.Contains(name.Identifier.ValueText)
        && name.TypeArgumentList.Arguments.Any(type => OptionsClass.Is(file.SymbolOf(type), file));

    /// <summary>How the program calls its services, and the statement to register behind.</summary>
    private static (string Services, StatementSyntax After)? Find(SyntaxNode root, FileContext file)
    {
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                // var builder = WebApplication.CreateBuilder(args);
                case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } declaration
                    when file.DeclaredBy(variables[0]) is ILocalSymbol local && IsHostBuilder(local.Type, file):
                    return (local.Name + ".Services", LastRegistration(declaration, local, file));

                // void ConfigureServices(IServiceCollection services)
                case MethodDeclarationSyntax
                {
                    Identifier.ValueText: "ConfigureServices",
                    Body.Statements: { Count: > 0 } statements
                } method
                    when method.ParameterList.Parameters.FirstOrDefault(p => IsServices(p, file)) is { } parameter
                        && statements.LastOrDefault(s => s is not ReturnStatementSyntax) is { } last:
                    return (parameter.Identifier.Text, last);

                // .ConfigureServices((context, services) => { … })
                case LambdaExpressionSyntax
                {
                    Block.Statements: { Count: > 0 } statements, Parent.Parent.Parent: InvocationExpressionSyntax
                    { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureServices" } }
                } lambda
                    when Parameters(lambda).FirstOrDefault(p => IsServices(p, file)) is { } parameter:
                    return (parameter.Identifier.Text, statements.Last());
            }
        }

        return null;
    }

    // A host puts the configuration into its container, which the binding needs; a bare ServiceCollection does not.
    private static bool IsHostBuilder(ITypeSymbol type, FileContext file)
    {
        var members = type.SelfBaseTypesAndInterfaces().SelectMany(t => t.GetMembers()).OfType<IPropertySymbol>().ToList();
        return members.Any(p => p.Name == "Services" && file.FrameworkTypes.Is(p.Type, FrameworkType.ServiceCollection))
            && members.Any(p => p.Name == "Configuration");
    }

    private static StatementSyntax LastRegistration(LocalDeclarationStatementSyntax declaration, ILocalSymbol builder, FileContext file)
    {
        var siblings = declaration.Parent is GlobalStatementSyntax global
            ? global.Parent!.ChildNodes().OfType<GlobalStatementSyntax>().Select(g => g.Statement)
            : declaration.Parent!.ChildNodes().OfType<StatementSyntax>();
        return siblings.LastOrDefault(s => s is ExpressionStatementSyntax { Expression: var call } && s.SpanStart > declaration.SpanStart
            && IsOnServices(call, builder, file)) ?? declaration;
    }

    // builder.Services.AddMvc().AddControllersAsServices();
    private static bool IsOnServices(ExpressionSyntax call, ILocalSymbol builder, FileContext file) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } =>
            IsOnServices(receiver, builder, file),
        MemberAccessExpressionSyntax { Expression: var holder } =>
            file.FrameworkTypes.Is(file.TypeOf(call), FrameworkType.ServiceCollection)
            && SymbolEqualityComparer.Default.Equals(file.SymbolOf(holder), builder),
        _ => false,
    };

    private static bool IsServices(ParameterSyntax parameter, FileContext file) =>
        file.DeclaredBy(parameter) is IParameterSymbol { Type: var type } && file.FrameworkTypes.Is(type, FrameworkType.ServiceCollection);

    private static ParameterSyntax[] Parameters(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => new[] { simple.Parameter },
        ParenthesizedLambdaExpressionSyntax full => full.ParameterList.Parameters.ToArray(),
        _ => [],
    };

    private static async Task<PreparedDocument?> InsertAsync(
        Document program, FileContext file, string services, StatementSyntax after, FixPlace place)
    {
        var (document, model) = (file.Fix.Document, file.Model);
        if (OptionsClass.FindIn(model.Compilation) is not { } options)
            return null;

        var text = await program.GetTextAsync(file.CancellationToken).ConfigureAwait(false);
        var root = await model.SyntaxTree.GetRootAsync(file.CancellationToken).ConfigureAwait(false);
        var layout = new Layout(text, root);
        var names = new TypeNames(file, await file.Fix.In(program).FrameworksAsync().ConfigureAwait(false));
        var name = names.At(after.SpanStart, options.ContainingNamespace, RelayOptions.TypeName);
        if (!names.ImportExtensions(after.SpanStart, Namespace, "OptionsServiceCollectionExtensions"))
            return null;

        var indentation = layout.Indentation(after.SpanStart);
        var line = layout.LineBreak(after.SpanStart) + indentation;
        var next = line + layout.Step(after);
        var registration = services + ".AddOptions<" + name + ">()" + next + ".BindConfiguration(" + name + "." + OptionsClass.SectionName
            + ")"
            + next + ".ValidateDataAnnotations()" + next + ".ValidateOnStart();";
        var edits = new SourceEdits();
        if (layout.LineEndAfter(after.Span.End) is { } end)
            edits.Insert(end, line + registration);
        else
            edits.Insert(after.Span.End, " " + registration);
        Usings.Add(edits, layout, after, names.Imports);
        if (edits.ToChanges() is not { } changes)
            return null;

        var solution = program.WithFileText(text.WithChanges(changes)).Project.Solution;
        var moved = program.Id == document.Id ? place.After(changes) : place;
        return moved is not null && solution.GetDocument(document.Id) is { } result ? new PreparedDocument(result, moved) : null;
    }
}
