using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Where a client is configured: its initializer, or statements behind its creation. A property that is not set yet is
/// added there, beside those that are.
/// </summary>
internal sealed class ConfigurationPlaces(ClientUsage usage, SyntaxNode site, PropertiesClient? client, FileContext file)
{
    private NewInitializer? _initializer;
    private bool _commaIsWritten;

    /// <summary>Sets a property; the value is asked for with the indentation of the line that it begins in.</summary>
    public bool Add(RelayEdit edit, string property, Func<string, string?> value, string[] after)
    {
        var statements = usage.Writes.Where(w => w is { Statement: not null, IsConditional: false, IsShared: false } && !IsAfterUse(w))
            .ToList();
        var order = usage.Writes
            .Where(w => w.Statement is not null && property == client?.Credentials && w.Property == client.DefaultCredentials).ToList();
        var initializer = usage.Creation?.Initializer;
        if (initializer is not null && order.Count == 0 && (initializer.Expressions.Count > 0 || statements.Count == 0))
            return AddToInitializer(edit, initializer, property, value, after);

        var anchor = statements.LastOrDefault(w => after.Contains(w.Property) && !usage.DefeatsLogin(w.Assignment, client))
            ?? statements.LastOrDefault(w => !usage.DefeatsLogin(w.Assignment, client))
            ?? statements.LastOrDefault();
        if (anchor is not null)
            return AddStatement(edit, anchor, property, value);

        return order.Count == 0 && usage.Creation is not null && initializer is null
            && AddInitializer(edit, usage.Creation, property, value);
    }

    /// <summary>Sets a property before any statement does.</summary>
    public bool AddAtCreation(RelayEdit edit, string property, Func<string, string?> value, string[] after) => usage.Creation switch
    {
        { Initializer: { } initializer } => AddToInitializer(edit, initializer, property, value, after),
        { } creation => AddInitializer(edit, creation, property, value),
        _ => false,
    };

    /// <summary>Takes an assignment away, with its line if it has one to itself.</summary>
    public bool Remove(RelayEdit edit, PropertyWrite write)
    {
        if (write.Statement is { } statement)
        {
            edit.Edits.Remove(edit.Layout.WithLine(statement.Span));
            return true;
        }

        if (write.Assignment.Parent is not InitializerExpressionSyntax initializer)
            return false;
        if (Unfold(edit, initializer))
            return true;

        var tokens = initializer.Expressions.GetWithSeparators();
        var index = tokens.IndexOf(write.Assignment);
        if (index + 1 < tokens.Count)
        {
            var whole = TextSpan.FromBounds(write.Assignment.SpanStart, tokens[index + 1].Span.End);
            edit.Edits.Remove(edit.Layout.WithLine(whole));
            return true;
        }

        // The last one takes the comma before it along.
        if (index == 0 || !edit.Layout.IsBlank(tokens[index - 1].Span.End, write.Assignment.SpanStart))
            return false;
        edit.Edits.Remove(TextSpan.FromBounds(tokens[index - 1].SpanStart, write.Assignment.Span.End));
        return true;
    }

    /// <summary>Spreads an initializer that stands on one line, once; false where there is no need to.</summary>
    public bool Unfold(RelayEdit edit, InitializerExpressionSyntax initializer)
    {
        if (initializer.Expressions.Count > 0 && !edit.Layout.IsOnOneLine(initializer.Span))
            return false;

        _initializer ??= NewInitializer.Unfold(edit, initializer, element => edit.Source.HasLogin
            && client is not null && usage.Of(client.Credentials).Any()
            && element is AssignmentExpressionSyntax assignment && usage.DefeatsLogin(assignment, client));
        return true;
    }

    // Once the client has sent something, new settings come too late.
    private bool IsAfterUse(PropertyWrite write) =>
        usage.Variable is { } variable && EnclosingMember.Find(write.Assignment).DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Any(i => i.SpanStart < write.Assignment.SpanStart && i.SpanStart > site.SpanStart
            && i.Expression is MemberAccessExpressionSyntax { Expression: var target, Name.Identifier.ValueText: var name }
            && SmtpCatalog.Sends(name) && ClientUsage.Is(target, variable, usage.Receiver!, file));

    private static bool AddStatement(RelayEdit edit, PropertyWrite anchor, string property, Func<string, string?> value)
    {
        var statement = anchor.Statement!;
        var indentation = edit.Layout.Indentation(statement.SpanStart);
        if (value(indentation) is not { } text)
            return false;

        var receiver = ((MemberAccessExpressionSyntax)anchor.Assignment.Left).Expression.WithoutTrivia();
        var line = receiver + "." + property + " = " + text + ";";
        if (edit.Layout.LineEndAfter(statement.Span.End) is { } end)
            edit.Edits.Insert(end, edit.Layout.LineBreak(statement.SpanStart) + indentation + line);
        else
            edit.Edits.Insert(statement.Span.End, " " + line);
        return true;
    }

    private bool AddToInitializer(
        RelayEdit edit, InitializerExpressionSyntax initializer, string property, Func<string, string?> value, string[] after)
    {
        var elements = initializer.Expressions;
        if (MayStayOneLine(edit, initializer) && value("") is { } flag && FitsIn(edit, initializer, ", " + property + " = " + flag))
        {
            edit.Edits.Insert(elements.Last().Span.End, ", " + property + " = " + flag);
            return true;
        }

        if (Unfold(edit, initializer))
            return _initializer is not null && _initializer.Add(edit, property, value);

        var assignments = elements.OfType<AssignmentExpressionSyntax>().ToList();
        var anchor = assignments.LastOrDefault(a => after.Contains(a.Left.ToString()) && !usage.DefeatsLogin(a, client))
            ?? assignments.LastOrDefault(a => !usage.DefeatsLogin(a, client));
        var index = elements.IndexOf(anchor ?? elements.Last());
        var indentation = edit.Layout.Indentation(elements[index].SpanStart);
        if (value(indentation) is not { } text)
            return false;

        // Commas lead the lines.
        if (elements.SeparatorCount > 0 && edit.Layout.StartsLine(elements.GetSeparator(0).SpanStart))
        {
            var elementEnd = elements[index].Span.End;
            edit.Edits.Insert(
                edit.Layout.LineEndAfter(elementEnd) ?? elementEnd,
                edit.Layout.LineBreak(elements[index].SpanStart) + indentation + ", " + property + " = " + text);
            return true;
        }

        var hasComma = index < elements.SeparatorCount;
        var end = hasComma ? elements.GetSeparator(index).Span.End : elements[index].Span.End;
        var line = edit.Layout.LineBreak(elements[index].SpanStart) + indentation + property + " = " + text;
        if (edit.Layout.LineEndAfter(end) is not { } lineEnd)
        {
            edit.Edits.Insert(end, hasComma ? " " + property + " = " + text + "," : ", " + property + " = " + text);
        }
        else if (hasComma)
        {
            edit.Edits.Insert(lineEnd, line + ",");
        }
        else if (lineEnd == end || edit.Layout.IsBlank(end, lineEnd))
        {
            edit.Edits.Insert(end, "," + line);
        }
        else
        {
            // The comma goes before the comment, the new line behind it; a second one then needs a comma of its own before it.
            edit.Edits.Insert(_commaIsWritten ? lineEnd : end, ",");
            _commaIsWritten = true;
            edit.Edits.Insert(lineEnd, line);
        }

        return true;
    }

    // Encryption alone is a word or two: a line that has room for it stays one.
    private static bool MayStayOneLine(RelayEdit edit, InitializerExpressionSyntax initializer) =>
        edit.Finding.Place.IsAboutRelay && !edit.Source.HasLogin && initializer.Expressions.Count > 0
            && edit.Layout.IsOnOneLine(initializer.Span);

    private static bool FitsIn(RelayEdit edit, InitializerExpressionSyntax initializer, string addition) =>
        edit.Finding.Text.Lines.GetLineFromPosition(initializer.SpanStart).Span.Length
            + addition.Length <= CodeStyle.ReadFrom(edit.File).LineLimit;

    private bool AddInitializer(RelayEdit edit, BaseObjectCreationExpressionSyntax creation, string property, Func<string, string?> value)
    {
        _initializer ??= NewInitializer.Append(edit, creation);
        return _initializer.Add(edit, property, value);
    }
}
