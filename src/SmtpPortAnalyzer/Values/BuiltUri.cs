using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <summary>A <c>System.UriBuilder</c>: its parts are cells, and its <c>Uri</c> is the text that they make.</summary>
internal static class BuiltUri
{
    /// <summary>Takes the parts from the constructor's arguments.</summary>
    public static void Created(IObjectCreationOperation creation, Known made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (!IsBuilder(creation.Type))
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
                    Set("Scheme", FlowValue.Of(uri.WithConstant(parts.Scheme, KnownKind.Constant)));
                    Set("Host", parts.Host is null ? FlowValue.Open : FlowValue.Of(uri.WithConstant(parts.Host, KnownKind.Constant)));
                    if (parts.IsPortOpen || parts.Port is not null)
                        Set("Port", parts.Port is { } port ? FlowValue.Of(uri.WithConstant(port, KnownKind.Constant)) : FlowValue.Open);
                    break;
            }
        }

        void Set(string name, FlowValue value)
        {
            if (creation.Type!.GetMembers(name).FirstOrDefault() is { } member)
                evaluator.State = evaluator.State.Set(Cell.Member(made, member), value);
        }
    }

    /// <summary>The text of the built URI; null where the member is another.</summary>
    public static FlowValue? Read(IMemberReferenceOperation member, FlowValue receiver, FlowState state)
    {
        if (member.Member.Name != "Uri" || !IsBuilder(member.Member.ContainingType) || receiver.Single is not { } builder)
            return null;

        var type = member.Member.ContainingType;
        var separator = FlowValue.Of(Known.OfConstant("://", member.Syntax));
        var parts = new List<FlowValue> { Part("Scheme") ?? FlowValue.Open, separator, Part("Host") ?? FlowValue.Open };
        if (Part("Port") is { } port && !(port.TryGetConstant<int>(out var number) && number == -1))
        {
            parts.Add(FlowValue.Of(Known.OfConstant(":", member.Syntax)));
            parts.Add(port);
        }

        return Fold.Concatenation(parts, member.Syntax);

        FlowValue? Part(string name) => type.GetMembers(name).FirstOrDefault() is { } part ? state.Get(Cell.Member(builder, part)) : null;
    }

    private static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "UriBuilder", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
