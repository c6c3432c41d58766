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

    private PasswordTrace(SmtpProgram program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    public static IReadOnlyList<AbstractValue> FindSources(LoginFact login, SmtpProgram program, CancellationToken cancellationToken)
    {
        var trace = new PasswordTrace(program, cancellationToken);
        trace._waiting.Enqueue((login.Value, login.State));
        for (var count = 0; trace._waiting.Count > 0 && count < MaxSteps; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (value, state) = trace._waiting.Dequeue();
            foreach (var known in value.Knowns)
                trace.Follow(known, state);
        }

        return trace._found;
    }

    private void Follow(AbstractValue known, FlowState state)
    {
        switch (known)
        {
            case { Kind: AbstractValueKind.Constant }:
                _found.Add(known);
                break;
            case { Kind: AbstractValueKind.Allocation } when _visited.Add(known):
                foreach (var carried in LoginRecogniser.Carried(known, state))
                    _waiting.Enqueue((carried, state));
                break;
            case { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol parameter } when _visited.Add(known):
                FollowParameter(parameter);
                break;
            case { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } when _visited.Add(known):
                foreach (var write in MemberWrites.FindTo(known.Symbol.OriginalDefinition, _program, _cancellationToken))
                    _waiting.Enqueue((write.Value, write.State));
                break;
        }
    }

    private void FollowParameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
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
