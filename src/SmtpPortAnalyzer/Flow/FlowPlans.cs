using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow.Slicing;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// The plans of a body's graphs: that of a lambda is made once, however often the lambda is worked out where it is called.
/// </summary>
internal sealed class FlowPlans(IRelevance relevance)
{
    private readonly Dictionary<ControlFlowGraph, FlowPlan> _plans = new();

    public FlowPlan For(ControlFlowGraph graph)
    {
        if (!_plans.TryGetValue(graph, out var plan))
            _plans.Add(graph, plan = FlowPlan.For(graph, relevance));
        return plan;
    }
}
