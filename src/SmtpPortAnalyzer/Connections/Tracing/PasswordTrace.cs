using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Follows a password, or an object that carries one, back to the constants that reach it, through parameters, fields and properties of the
/// compilation. In a loop with a visited set; <see cref="MaxSteps"/> bounds the whole.
/// </summary>
internal sealed class PasswordTrace
{
    private const int MaxSteps = 500;

    private readonly SmtpProgram _program;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<(ValueSet Value, FlowState State)> _waiting = new();
    private readonly HashSet<AbstractValue> _visited = new();
    private readonly List<AbstractValue> _found = new();
    private readonly bool _asksCallers;

    private PasswordTrace(SmtpProgram program, bool asksCallers, CancellationToken cancellationToken)
    {
        _program = program;
        _asksCallers = asksCallers;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The constants that reach the login.</summary>
    public IReadOnlyList<AbstractValue> Sources => _found;

    /// <summary>Whether it may be something else as well, that only run time knows.</summary>
    public bool IsOpen { get; private set; }

    public static IReadOnlyList<AbstractValue> FindSources(LoginFact login, SmtpProgram program, CancellationToken cancellationToken) =>
        FromLogin(login, program, asksCallers: true, cancellationToken).Sources;

    /// <param name="login">The login.</param>
    /// <param name="program">The program that it is a part of.</param>
    /// <param name="asksCallers">Whether what callers hand over is looked up; else it is open.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static PasswordTrace FromLogin(LoginFact login, SmtpProgram program, bool asksCallers, CancellationToken cancellationToken)
    {
        var trace = new PasswordTrace(program, asksCallers, cancellationToken);
        trace._waiting.Enqueue((login.Value, login.State));
        for (var count = 0; trace._waiting.Count > 0 && count < MaxSteps; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (value, state) = trace._waiting.Dequeue();
            trace.IsOpen |= value.IsOpen;
            foreach (var known in value.Knowns)
                trace.Follow(known, state);
        }

        trace.IsOpen |= trace._waiting.Count > 0;
        return trace;
    }

    private void Follow(AbstractValue known, FlowState state)
    {
        switch (known)
        {
            case { Kind: AbstractValueKind.Constant }:
                _found.Add(known);
                break;
            case { Kind: AbstractValueKind.Allocation } when _visited.Add(known):
                foreach (var carried in LoginRecogniser.Carried(known, state, _program.Symbols))
                    _waiting.Enqueue((carried, state));
                break;
            case { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol parameter } when _visited.Add(known):
                FollowParameter(parameter);
                break;
            case { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } when _visited.Add(known):
                FollowMember(known.Symbol.OriginalDefinition);
                break;
            default:
                IsOpen |= known.Kind is not (AbstractValueKind.Allocation or AbstractValueKind.Symbolic) || !_visited.Contains(known);
                break;
        }
    }

    private void FollowMember(ISymbol member)
    {
        var writes = MemberWrites.FindTo(member, _program, _cancellationToken).ToList();
        var isBindable = HostTrace.IsBindable(member);
        IsOpen |= writes.Count == 0 || isBindable;
        foreach (var write in writes)
            _waiting.Enqueue((write.IsInitial && isBindable ? write.Value.Select(known => known.AsFallback()) : write.Value, write.State));
    }

    private void FollowParameter(IParameterSymbol parameter)
    {
        IsOpen |= !_asksCallers;
        if (!_asksCallers || parameter.ContainingSymbol is not IMethodSymbol method
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _program.Compilation.Assembly))
            return;

        if (parameter.HasExplicitDefaultValue)
            _found.Add(AbstractValue.OfConstant(parameter.ExplicitDefaultValue, null, parameter));

        foreach (var call in _program.CallsOf(method, _cancellationToken))
        {
            foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name == parameter.Name))
                _waiting.Enqueue((argument.Value, call.State));
        }
    }
}
