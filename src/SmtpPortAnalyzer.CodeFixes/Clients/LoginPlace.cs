using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>Where the login of a MailKit connection goes: behind the statement by which the connection stands.</summary>
/// <param name="Statement">The place.</param>
/// <param name="Await">What goes before the call.</param>
/// <param name="Suffix">What goes behind it: <c>.ConfigureAwait(false)</c>, <c>.Wait()</c>, as at the connection.</param>
internal sealed record LoginPlace(NewStatement Statement, string Await, string Suffix)
{
    /// <summary>Null where no code waits for the connection, or the code that does is out of sight.</summary>
    public static LoginPlace? Behind(RelayEdit edit, ConnectSite connect, FileContext file)
    {
        // `await x.ConnectAsync(…).ConfigureAwait(false)`: what is around the call is put around the new one as well.
        SyntaxNode node = connect.Call;
        var suffix = "";
        while (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access
            && access.Name.Identifier.ValueText is "ConfigureAwait" or "Wait" or "WaitAsync" or "GetAwaiter" or "GetResult")
        {
            suffix += access.OperatorToken.Text + access.Name + outer.ArgumentList.WithoutTrivia();
            node = outer;
        }

        var isAwaited = node.Parent is AwaitExpressionSyntax;
        var isWaitedFor = isAwaited || (suffix.Length > 0 && !suffix.EndsWith("Await(false)", System.StringComparison.Ordinal));
        if (connect.IsAsync && !isWaitedFor)
            return suffix.Length > 0 ? null : Returned(edit, (ExpressionSyntax)node) ?? Stored(edit, node, file);

        node = isAwaited ? node.Parent! : node;
        return node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax
            && NewStatement.After(edit, connect.Call) is { } statement
            ? new LoginPlace(statement, isAwaited ? "await " : "", suffix)
            : null;
    }

    // The caller waits for it: from now on for the login as well.
    private static LoginPlace? Returned(RelayEdit edit, ExpressionSyntax task)
    {
        if (AsyncFunction.ForTask(edit, task) is not { } function || NewStatement.After(edit, task) is not { } statement)
            return null;

        var suffix = function.AwaitSuffix;
        return function.Convert(edit, suffix)
            ? new LoginPlace(function.GoesOn ? statement : statement.AndThen(edit, "return;"), "await ", suffix)
            : null;
    }

    // var connecting = client.ConnectAsync(…); … await connecting;
    private static LoginPlace? Stored(RelayEdit edit, SyntaxNode task, FileContext file)
    {
        if (task.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            || file.DeclaredBy(variable) is not ILocalSymbol local)
            return null;

        var uses = EnclosingMember.Find(task).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(file.SymbolOf(n), local)).ToList();
        return uses.Count == 1 && uses[0].Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } waiting
            && !ControlFlow.IsConditional(waiting, variable) && NewStatement.After(edit, waiting) is { } statement
            ? new LoginPlace(statement, "await ", "")
            : null;
    }
}
