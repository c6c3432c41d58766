using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>Takes the facts of one body apart.</summary>
internal sealed class FactWriter(SymbolKeys keys, CancellationToken cancellationToken) : ValueWriter(keys, cancellationToken)
{
    public void Connection(SmtpConnection connection)
    {
        // Rows of the user's own are read anew for each compilation.
        if (!SmtpCatalog.Libraries.Contains(connection.Library))
            Lose();
        Add(connection.Library);
        Add(connection.Api);
        Add(connection.Site);
        Symbol(connection.Holder);
        Symbol(connection.Receiver);
        Add(connection.IsChangeOnly);
        Add(connection.IsHandedOut);
        Add(connection.Paths.Length);
        foreach (var path in connection.Paths)
            Path(path);
    }

    public void Login(LoginFact login)
    {
        Add(login.Library);
        Add(login.Api);
        Value(login.Value);
        State(login.State, new[] { login.Value });
        Add(login.Site);
        All(login.Hosts);
    }

    public void Call(CallFact call)
    {
        Symbol(call.Method);
        Value(call.Receiver);
        Add(call.Syntax);
        State(call.State, call.Arguments.Select(argument => argument.Value).Append(call.Receiver));
        Add(call.Arguments.Length);
        foreach (var argument in call.Arguments)
        {
            Symbol(argument.Parameter);
            Add(argument.Syntax);
            Value(argument.Value);
            Add(argument.IsWritten);
        }
    }

    public void Write(WriteFact write)
    {
        Symbol(write.Member);
        Value(write.Receiver);
        Value(write.Value);
        Add(write.ValueSyntax);
        State(write.State, new[] { write.Receiver, write.Value });
    }

    public void Binding(BindFact binding)
    {
        Symbol(binding.Type);
        Optional(binding.Section);
    }

    public void Delegate(KeyValuePair<SyntaxNode, bool> made)
    {
        Add(made.Key);
        Add(made.Value);
    }

    public void FunctionReturn(KeyValuePair<ISymbol, ValueSet> returned)
    {
        Symbol(returned.Key);
        Value(returned.Value);
    }

    public void Return((ValueSet Value, FlowState State) returned)
    {
        Value(returned.Value);
        State(returned.State, new[] { returned.Value });
    }

    private void Path(ConnectionPath path)
    {
        Value(path.Port);
        Optional(path.Host);
        Add(path.IsExempt);
        Add(path.IsDeliveryMixed);
        Add(path.IsUndecided);
        Optional(path.Uri, uri =>
        {
            Add(uri.Method);
            Add(uri.Place);
        });
        Add(path.Sighting);
        Optional(path.Security, security =>
        {
            Add(security.Member);
            Value(security.Value);
            Add(security.Otherwise);
            Add(security.Place);
            Add(security.Row);
            Add(security.CanBeImplicit);
        });
        Add(path.Login);
        Add(path.NoLogin);
    }
}
