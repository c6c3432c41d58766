using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>A <c>System.UriBuilder</c>: its parts are cells, and its <c>Uri</c> is the text that they make.</summary>
internal static class UriBuilderModel
{
    /// <summary>Takes the parts from the constructor's arguments.</summary>
    public static void Created(
        IObjectCreationOperation creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (!evaluator.FrameworkTypes.Is(creation.Type, FrameworkType.UriBuilder))
            return;

        foreach (var argument in arguments)
        {
            switch (argument.Parameter?.Name)
            {
                case "scheme" or "schemeName":
                    Set("Scheme", argument.Value);
                    break;
                case "host" or "hostName":
                    Set("Host", argument.Value);
                    break;
                case "port" or "portNumber":
                    Set("Port", argument.Value);
                    break;
                case "uri" when argument.Value.Single is { Constant: string text } uri && MailUri.TryParse(text, out var parts):
                    Set("Scheme", ValueSet.FromValue(uri.WithConstant(parts.Scheme, AbstractValueKind.Constant)));
                    Set("Host",
                        parts.Host is null ? ValueSet.Open : ValueSet.FromValue(uri.WithConstant(parts.Host, AbstractValueKind.Constant)));
                    if (parts.IsPortOpen || parts.Port is not null)
                        Set("Port",
                            parts.Port is { } port
                                ? ValueSet.FromValue(uri.WithConstant(port, AbstractValueKind.Constant))
                                : ValueSet.Open);
                    break;
            }
        }

        void Set(string name, ValueSet value)
        {
            if (creation.Type!.GetMembers(name).FirstOrDefault() is { } member)
                evaluator.State = evaluator.State.Set(StorageLocation.Member(made, member), value);
        }
    }

    /// <summary>The text of the built URI; null where the member is another.</summary>
    public static ValueSet? Read(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator)
    {
        var type = member.Member.ContainingType;
        if (member.Member.Name != "Uri" || receiver.Single is not { } builder
            || !evaluator.FrameworkTypes.Is(type, FrameworkType.UriBuilder))
            return null;

        var separator = ValueSet.FromValue(AbstractValue.OfConstant("://", member.Syntax));
        var parts = new List<ValueSet> { Part("Scheme") ?? ValueSet.Open, separator, Part("Host") ?? ValueSet.Open };
        if (Part("Port") is { } port && !(port.TryGetConstant<int>(out var number) && number == -1))
        {
            parts.Add(ValueSet.FromValue(AbstractValue.OfConstant(":", member.Syntax)));
            parts.Add(port);
        }

        return ConstantFolding.Concatenation(parts, member.Syntax);

        ValueSet? Part(string name) =>
            type.GetMembers(name).FirstOrDefault() is { } part ? evaluator.State.Get(StorageLocation.Member(builder, part)) : null;
    }
}
