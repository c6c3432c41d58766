using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>
/// What has been looked for in a solution, so that each question is answered once for all actions. An answer is kept when it is complete: a
/// search that is cancelled leaves nothing behind, and two that run at the same time come to the same.
/// </summary>
internal sealed class SolutionSearches(Solution solution)
{
    private readonly ConcurrentDictionary<DocumentId, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<(ProjectId From, ISymbol Symbol), Callers?> _callers = new();
    private readonly ConcurrentDictionary<(ProjectId From, ISymbol Carrier), PortUses> _uses = new();
    private readonly ConcurrentDictionary<(Type Question, object Subject), bool> _answers = new();
    private readonly ConcurrentDictionary<DocumentId, TargetFrameworks> _frameworks = new();
    private readonly ConcurrentDictionary<Compilation, ConnectionFacts> _facts = new();
    private readonly ConcurrentDictionary<Compilation, FrameworkTypes> _frameworkTypes = new();

    public Solution Solution { get; } = solution;

    /// <summary>What is proved of a program of the solution; what is asked of it is found out when it is asked.</summary>
    public ConnectionFacts FactsOf(Compilation compilation, CancellationToken cancellationToken) =>
        _facts.GetOrAdd(compilation, made => ConnectionFacts.Create(
        made,
        Solution.GetProject(made.Assembly, cancellationToken)?.AnalyzerOptions.AdditionalFiles ?? ImmutableArray<AdditionalText>.Empty,
        cancellationToken));

    /// <summary>The framework's types as a program of the solution knows them.</summary>
    public FrameworkTypes FrameworkTypesOf(Compilation compilation) =>
        _frameworkTypes.GetOrAdd(compilation, known => new FrameworkTypes(known));

    /// <summary>The semantic model of a file. It is kept, for what it has bound already.</summary>
    public async Task<SemanticModel?> ModelAsync(FixContext fix, Document document)
    {
        if (_models.TryGetValue(document.Id, out var known))
            return known;

        var model = await document.GetSemanticModelAsync(fix.CancellationToken).ConfigureAwait(false);
        return model is null ? null : _models.GetOrAdd(document.Id, model);
    }

    /// <summary>
    /// Every call of a method or constructor; null where code uses it without calling it, or may call it as an interface's.
    /// </summary>
    public async Task<IReadOnlyList<(SyntaxNode Call, FileContext File)>?> CallersAsync(FixContext fix, IMethodSymbol method)
    {
        // Which projects see it depends on where it is asked for.
        var asked = (fix.Document.Project.Id, (ISymbol)method);
        if (!_callers.TryGetValue(asked, out var callers))
            callers = _callers.GetOrAdd(asked, await Callers.FindAsync(fix, method).ConfigureAwait(false));
        return callers?.In(fix);
    }

    /// <summary>Every name in code that means one of the symbols: a setting, or what hands its value on.</summary>
    public async Task<IReadOnlyList<(SimpleNameSyntax Name, FileContext File)>> UsesAsync(FixContext fix, params ISymbol[] carriers)
    {
        var names = new List<(SimpleNameSyntax Name, FileContext File)>();
        foreach (var carrier in carriers)
        {
            var asked = (fix.Document.Project.Id, carrier);
            if (!_uses.TryGetValue(asked, out var uses))
                uses = _uses.GetOrAdd(asked, await PortUses.FindAsync(fix, carrier).ConfigureAwait(false));
            names.AddRange(uses.In(fix));
        }

        return names;
    }

    /// <summary>What every project that compiles the file of the light bulb can do.</summary>
    public async Task<TargetFrameworks> FrameworksAsync(FixContext fix)
    {
        if (_frameworks.TryGetValue(fix.Document.Id, out var known))
            return known;

        var frameworks = await TargetFrameworks.ReadAsync(fix).ConfigureAwait(false);
        return _frameworks.GetOrAdd(fix.Document.Id, frameworks);
    }

    /// <summary>The answer to a question of another room about a symbol or a project of the solution.</summary>
    /// <param name="question">What is asked: the type that answers.</param>
    /// <param name="subject">The symbol or project that it is asked of.</param>
    /// <param name="answer">Finds the answer.</param>
    public async Task<bool> IsAsync(Type question, object subject, Func<Task<bool>> answer) =>
        _answers.TryGetValue((question, subject), out var known) ? known
            : _answers.GetOrAdd((question, subject), await answer().ConfigureAwait(false));
}
