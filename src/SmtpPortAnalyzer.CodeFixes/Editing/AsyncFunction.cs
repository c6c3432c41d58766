using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// A method, local function or lambda that returns the connection's task to the code that waits for it. A login behind the connection needs
/// it to wait itself, so it becomes <c>async</c>, and what it returned it waits for.
/// </summary>
internal sealed class AsyncFunction
{
    private readonly SyntaxNode _function;
    private readonly ExpressionSyntax _task;
    private readonly ExpressionSyntax _returned;

    private AsyncFunction(SyntaxNode function, ExpressionSyntax task, ExpressionSyntax returned)
    {
        _function = function;
        _task = task;
        _returned = returned;
    }

    /// <summary>Whether nothing runs behind the connection, so that no <c>return</c> is needed.</summary>
    public bool GoesOn => _returned.Parent is not ReturnStatementSyntax statement || IsLast(statement, _function);

    /// <summary><c>.ConfigureAwait(false)</c> where the type around never waits otherwise.</summary>
    public string AwaitSuffix
    {
        get
        {
            var awaits = _function.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes()
                .OfType<AwaitExpressionSyntax>().ToList();
            const string suffix = ".ConfigureAwait(false)";
            return awaits is { Count: > 0 } && awaits.All(a => a.Expression.ToString().EndsWith(suffix, System.StringComparison.Ordinal))
                ? suffix
                : "";
        }
    }

    /// <summary>
    /// The function that returns a task as it is, or in a <c>ValueTask</c>; null where there is none, or it is no such function.
    /// </summary>
    public static AsyncFunction? ForTask(FileEdit edit, ExpressionSyntax task)
    {
        var returned = task;
        while (returned.Parent is ParenthesizedExpressionSyntax
            or ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax } })
        {
            returned = (ExpressionSyntax)(returned.Parent as ParenthesizedExpressionSyntax ?? returned.Parent!.Parent!.Parent!);
        }

        var function = returned.Parent switch
        {
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow => arrow.Parent,
            LambdaExpressionSyntax lambda => lambda,
            ReturnStatementSyntax statement =>
                statement.Ancestors()
                    .FirstOrDefault(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax),
            _ => null,
        };
        return function is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
            && edit.File.FrameworkTypes.Is(NewStatement.ReturnType(edit.File, function), FrameworkType.PlainTask)
            && CanWait(edit.File, function, returned)
            ? new AsyncFunction(function, task, returned)
            : null;
    }

    /// <summary>
    /// Makes it <c>async</c>. False where it returns other tasks in places that take one statement only, or in code that is left out.
    /// </summary>
    public bool Convert(FileEdit edit, string suffix)
    {
        if (DisabledCode.IsIn(_function))
            return false;

        foreach (var other in Returns().Where(r => r.Expression != _returned))
        {
            if (!Wait(edit, other, suffix))
                return false;
        }

        var start = _returned.SpanStart;
        if (_returned.Parent is ReturnStatementSyntax statement)
        {
            if (!edit.Layout.IsBlank(statement.ReturnKeyword.Span.End, _returned.SpanStart))
                return false;
            start = statement.SpanStart;
        }

        edit.Edits.Replace(TextSpan.FromBounds(start, _task.SpanStart), "await ");
        edit.Edits.Replace(TextSpan.FromBounds(_task.Span.End, _returned.Span.End), suffix);
        edit.Edits.Insert(ModifierPosition(), "async ");
        return true;
    }

    // Neither what an async function may not take or be, nor where it may not wait.
    private static bool CanWait(FileContext file, SyntaxNode function, ExpressionSyntax task) =>
        (file.SymbolOf(function) ?? file.DeclaredBy(function)) is IMethodSymbol method
        && method.Parameters.All(p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType && p.Type.TypeKind != TypeKind.Pointer)
        && !task.Ancestors().TakeWhile(a => a != function).Any(a => a is LockStatementSyntax or UnsafeStatementSyntax)
        && !ExpressionTree.Contains(task, file);

    private bool Wait(FileEdit edit, ReturnStatementSyntax other, string suffix)
    {
        if (other.Expression is not { } task)
            return false;

        var isLast = IsLast(other, _function);
        if (edit.File.SymbolOf(task) is IPropertySymbol { Name: "CompletedTask" } completed
            && edit.File.FrameworkTypes.Is(completed.ContainingType, FrameworkType.PlainTask))
        {
            if (isLast && other.Parent is BlockSyntax)
                edit.Edits.Remove(edit.Layout.WithLine(other.Span));
            else
                edit.Edits.Remove(TextSpan.FromBounds(other.ReturnKeyword.Span.End, task.Span.End));
            return true;
        }

        if (!isLast && (other.Parent is not (BlockSyntax or SwitchSectionSyntax) || edit.Layout.LineEndAfter(other.Span.End) is null))
            return false;

        edit.Edits.Replace(other.ReturnKeyword.Span, "await");
        edit.Edits.Insert(task.Span.End, suffix);
        if (!isLast)
        {
            var end = edit.Layout.LineEndAfter(other.Span.End)!.Value;
            edit.Edits.Insert(end, edit.Layout.LineBreak(end) + edit.Layout.Indentation(other.SpanStart) + "return;");
        }

        return true;
    }

    private IEnumerable<ReturnStatementSyntax> Returns() => _function
        .DescendantNodes(n => n == _function || n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<ReturnStatementSyntax>();

    private int ModifierPosition()
    {
        switch (_function)
        {
            case MethodDeclarationSyntax method:
                var last = method.Modifiers.LastOrDefault();
                return last.IsKind(SyntaxKind.PartialKeyword) ? last.SpanStart : method.ReturnType.SpanStart;
            case LocalFunctionStatementSyntax function:
                return function.ReturnType.SpanStart;
            case ParenthesizedLambdaExpressionSyntax { ReturnType: { } type }:
                return type.SpanStart;
            case ParenthesizedLambdaExpressionSyntax lambda:
                return lambda.ParameterList.SpanStart;
            case SimpleLambdaExpressionSyntax lambda:
                return lambda.Parameter.SpanStart;
            default:
                return ((AnonymousMethodExpressionSyntax)_function).DelegateKeyword.SpanStart;
        }
    }

    // Whether the function ends behind a statement.
    private static bool IsLast(SyntaxNode statement, SyntaxNode function)
    {
        for (var node = statement; node.Parent is { } parent && parent != function; node = parent)
        {
            if (parent is BlockSyntax block ? block.Statements.Last() != node
                : parent is not (IfStatementSyntax or ElseClauseSyntax or UsingStatementSyntax or TryStatementSyntax or CatchClauseSyntax))
                return false;
        }

        return true;
    }
}
