using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>A service that a type is to get through its constructor, so that code at some place can use it.</summary>
/// <param name="Type">The parameter's type, as the file writes it.</param>
/// <param name="FieldType">The type of the field that keeps it.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Kept">What of the parameter the field keeps, for example <c>.Value</c>.</param>
internal sealed record ConstructorParameter(string Type, string FieldType, string Name, string Kept)
{
    /// <summary>The constructor's parameter of that type that nothing keeps yet; null where one is to be added.</summary>
    public ParameterSyntax? Taken { get; init; }

    /// <summary>
    /// The declaration that may ask for a service at a place, or null where there is no object, or code outside the container makes it.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="place">The place.</param>
    /// <param name="takes">Finds a parameter by which the constructor takes the service already: then it may be made anywhere.</param>
    public static async Task<TypeDeclarationSyntax?> TypeAtAsync(
        FixTarget finding, SyntaxNode place, Func<TypeDeclarationSyntax, ParameterSyntax?>? takes = null)
    {
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax declaration
            || finding.File.DeclaredBy(declaration) is not INamedTypeSymbol { IsStatic: false, DeclaringSyntaxReferences.Length: 1 } type
            || StaticContext.IsStatic(place, allowInitializers: true)
            || (declaration.ParameterList is null && IsInitializer(place)))
            return null;

        // What stands under an #if would get the parameter for some targets only.
        if (declaration.DescendantTrivia(descendIntoTrivia: false).Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            && (await finding.Fix.FrameworksAsync().ConfigureAwait(false)).Counterparts(declaration)
                .Any(other => !HasSameConstructors(declaration, (TypeDeclarationSyntax)other.Node)))
            return null;

        return takes?.Invoke(declaration) is not null || await ContainerType.IsAsync(finding.Fix, type).ConfigureAwait(false)
            ? declaration
            : null;
    }

    /// <summary>The parameter of a type's only constructor that an object of the service's type comes by.</summary>
    public static ParameterSyntax? Find(TypeDeclarationSyntax type, Func<ParameterSyntax, bool> isService) => type.ParameterList is null
        && type.Members.OfType<ConstructorDeclarationSyntax>().Where(c => !c.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList()
            is { Count: 1 } constructors
        ? constructors[0].ParameterList.Parameters.FirstOrDefault(isService)
        : null;

    private static bool HasSameConstructors(TypeDeclarationSyntax one, TypeDeclarationSyntax other) =>
        ConstructorsOf(one).SequenceEqual(ConstructorsOf(other));

    private static IEnumerable<TextSpan> ConstructorsOf(TypeDeclarationSyntax type) => type.Members.OfType<ConstructorDeclarationSyntax>()
        .Select(constructor => constructor.Span);

    /// <summary>What the type's code can read afterwards; null where the parameter cannot be added.</summary>
    public InjectedService? Plan(FixTarget finding, TypeDeclarationSyntax type, TargetFrameworks frameworks)
    {
        var style = CodeStyle.ReadFrom(finding.File);
        var isPrimary = type.ParameterList is not null
            || (HasPrimaryConstructors(frameworks, style)
                && type.Members.OfType<ConstructorDeclarationSyntax>().All(c => c.Modifiers.Any(SyntaxKind.StaticKeyword)));
        var edits = new SourceEdits();
        return AddTo(type, edits, new Layout(finding.Text, finding.Root), frameworks, style)
            && edits.ToChanges() is { } changes && finding.Place.After(changes) is not null
            ? new InjectedService(type, Name, isPrimary)
            : null;
    }

    /// <summary>The finding's document with the parameter in its type.</summary>
    public PreparedDocument? Prepare(FixTarget finding, TypeDeclarationSyntax type, TypeNames names, TargetFrameworks frameworks)
    {
        var edits = new SourceEdits();
        var layout = new Layout(finding.Text, finding.Root);
        if (!AddTo(type, edits, layout, frameworks, CodeStyle.ReadFrom(finding.File)))
            return null;

        Usings.Add(edits, layout, type, names.Imports);
        return edits.ToChanges() is { } changes && finding.Place.After(changes) is { } place
            ? new PreparedDocument(finding.Document.WithFileText(finding.Text.WithChanges(changes)), place)
            : null;
    }

    /// <summary>
    /// Adds the parameter, and what keeps it; false where the type has several constructors, or names that are in the way.
    /// </summary>
    private bool AddTo(
        TypeDeclarationSyntax declaration, SourceEdits edits, Layout layout, TargetFrameworks frameworks, CodeStyle style)
    {
        var constructors = declaration.Members.OfType<ConstructorDeclarationSyntax>()
            .Where(c => !c.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        if (constructors.Count > 1 || (Taken is null && IsTaken(declaration, Name)))
            return false;

        if (declaration.ParameterList is { } primary)
            return constructors.Count == 0 && AddParameter(edits, layout, primary);

        if (constructors.Count == 0 && HasPrimaryConstructors(frameworks, style))
        {
            edits.Insert(declaration.TypeParameterList?.Span.End ?? declaration.Identifier.Span.End, "(" + Type + " " + Name + ")");
            return true;
        }

        var field = FieldName(declaration, style);
        if (field is null)
            return false;

        var assignment = (field == Name || style.QualifiesField(declaration) ? "this." : "") + field + " = " + Name + Kept + ";";
        if (constructors.Count == 0)
            return AddConstructor(declaration, edits, layout, field, assignment);

        var constructor = constructors[0];
        if (constructor.Initializer is { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword })
            return false;

        AddField(declaration, constructor, edits, layout, field);
        return (Taken is not null || AddParameter(edits, layout, constructor.ParameterList))
            && (constructor.Body is { } body ? AddStatement(body, edits, layout, assignment)
                : AddBody(constructor, edits, layout, assignment));
    }

    private static bool HasPrimaryConstructors(TargetFrameworks frameworks, CodeStyle style) =>
        frameworks.HasPrimaryConstructors && style.PrefersPrimaryConstructors;

    private bool AddParameter(SourceEdits edits, Layout layout, ParameterListSyntax list)
    {
        var parameters = list.Parameters;
        if (parameters.Any(p => p.Identifier.ValueText == Name))
            return false;

        var last = parameters.LastOrDefault(p => p.Default is null && !p.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var text = Type + " " + Name;
        if (parameters.Count == 0)
            edits.Insert(list.OpenParenToken.Span.End, text);
        else if (last is null)
            edits.Insert(parameters[0].SpanStart, text + ", ");
        else
            edits.Insert(last.Span.End,
                "," + (layout.StartsLine(last.SpanStart) ? layout.LineBreak(last.SpanStart) + layout.Indentation(last.SpanStart) : " ")
                    + text);
        return true;
    }

    private void AddField(
        TypeDeclarationSyntax declaration, ConstructorDeclarationSyntax constructor, SourceEdits edits, Layout layout, string name)
    {
        var field = "private readonly " + FieldType + " " + name + ";";
        var last = declaration.Members.OfType<FieldDeclarationSyntax>()
            .LastOrDefault(f =>
                f.SpanStart < constructor.SpanStart && f.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
                    && !f.Modifiers.Any(SyntaxKind.StaticKeyword))
            ?? declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault(f => f.SpanStart < constructor.SpanStart);
        if (last is not null && layout.LineEndAfter(last.Span.End) is { } end)
        {
            edits.Insert(end, layout.LineBreak(last.SpanStart) + layout.Indentation(last.SpanStart) + field);
            return;
        }

        var indentation = layout.Indentation(constructor.SpanStart);
        var lineBreak = layout.LineBreak(constructor.SpanStart);
        edits.Insert(StartOf(constructor, layout), indentation + field + lineBreak + lineBreak);
    }

    private static bool AddStatement(BlockSyntax body, SourceEdits edits, Layout layout, string statement)
    {
        // What keeps a parameter stands together, behind what checks them.
        var after = body.Statements.SkipWhile(IsCheck).TakeWhile(KeepsParameter)
            .LastOrDefault();
        if (after is not null)
        {
            if (layout.LineEndAfter(after.Span.End) is { } end && !layout.IsOnOneLine(body.Span))
                edits.Insert(end, layout.LineBreak(after.SpanStart) + layout.Indentation(after.SpanStart) + statement);
            else
                edits.Insert(after.Span.End, " " + statement);
            return true;
        }

        var open = body.OpenBraceToken.Span.End;
        if (layout.IsOnOneLine(body.Span))
        {
            edits.Insert(open, " " + statement);
            return true;
        }

        if (layout.LineEndAfter(open) is not { } line)
            return false;
        var indentation = body.Statements.FirstOrDefault() is { } first
            ? layout.Indentation(first.SpanStart)
            : layout.Indentation(body.SpanStart) + layout.Step(body.Parent!.Parent!);
        edits.Insert(line, layout.LineBreak(line) + indentation + statement);
        return true;
    }

    // public Mailer(ILogger logger) => _logger = logger; gets a block, of which that is the first statement; where it may run code that
    // reads the new field, the second.
    private static bool AddBody(ConstructorDeclarationSyntax constructor, SourceEdits edits, Layout layout, string statement)
    {
        if (constructor.ExpressionBody is not { Expression: not ThrowExpressionSyntax } arrow || constructor.SemicolonToken.IsMissing)
            return false;

        var space = TextSpan.FromBounds(arrow.ArrowToken.GetPreviousToken().Span.End, arrow.Expression.SpanStart);
        if (constructor.SyntaxTree.GetText().ToString(space).Trim() != arrow.ArrowToken.Text)
            return false;

        var lineBreak = layout.LineBreak(constructor.SpanStart);
        var outer = layout.Indentation(constructor.SpanStart);
        var inner = lineBreak + outer + layout.Step(constructor.Parent!);
        var isKept = IsKept(arrow.Expression);
        edits.Replace(
            space, (layout.OpensBlocksAtLineEnd(constructor) ? " {" : lineBreak + outer + "{") + inner + (isKept ? "" : statement + inner));
        edits.Insert(constructor.SemicolonToken.Span.End, (isKept ? inner + statement : "") + lineBreak + outer + "}");
        return true;
    }

    private static bool KeepsParameter(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: var expression } && IsKept(expression);

    private static bool IsKept(ExpressionSyntax expression) => expression is AssignmentExpressionSyntax
    {
        Right: IdentifierNameSyntax or BinaryExpressionSyntax or MemberAccessExpressionSyntax
    };

    // if (x == null) throw …; ArgumentNullException.ThrowIfNull(x);
    private static bool IsCheck(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: null, Statement: var then } => then is ThrowStatementSyntax
            || (then is BlockSyntax { Statements: { Count: 1 } only } && only[0] is ThrowStatementSyntax),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax check } } =>
            check.Name.Identifier.ValueText.StartsWith("ThrowIf", StringComparison.Ordinal),
        _ => false,
    };

    private bool AddConstructor(TypeDeclarationSyntax declaration, SourceEdits edits, Layout layout, string field, string assignment)
    {
        if (declaration.OpenBraceToken.IsMissing || declaration.Members.Count == 0)
            return false;

        var first = declaration.Members.FirstOrDefault(m => m is not FieldDeclarationSyntax) ?? declaration.Members[0];
        var lineBreak = layout.LineBreak(first.SpanStart);
        var outer = layout.Indentation(first.SpanStart);
        var inner = outer + layout.Step(declaration);
        var brace = layout.OpensBlocksAtLineEnd(first) ? " {" : lineBreak + outer + "{";
        edits.Insert(
            StartOf(first, layout),
            outer + "private readonly " + FieldType + " " + field + ";" + lineBreak + lineBreak
            + outer + "public " + declaration.Identifier.Text + "(" + Type + " " + Name + ")" + brace
            + lineBreak + inner + assignment + lineBreak + outer + "}" + lineBreak + lineBreak);
        return true;
    }

    // The style of the fields that are there; null where the name is taken.
    private string? FieldName(TypeDeclarationSyntax declaration, CodeStyle style)
    {
        var names = declaration.Members.OfType<FieldDeclarationSyntax>()
            .Where(f => !f.Modifiers.Any(m => m.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.StaticKeyword or SyntaxKind.PublicKeyword))
            .SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.ValueText).ToList();
        var prefix = names.Count == 0 && style.FieldPrefix is { } rule ? rule
            : names.Count == 0 || names.Any(n => n.StartsWith("_", StringComparison.Ordinal)) ? "_"
            : names.Any(n => n.StartsWith("m_", StringComparison.Ordinal)) ? "m_" : "";
        return IsTaken(declaration, prefix + Name) ? null : prefix + Name;
    }

    // A member, or a local anywhere in the type: one that hides the parameter would change the meaning of the new code.
    private bool IsTaken(TypeDeclarationSyntax declaration, string name) => declaration.DescendantTokens()
        .Any(t =>
            t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == name && t.Parent != Taken
                && t.Parent is VariableDeclaratorSyntax or ParameterSyntax or PropertyDeclarationSyntax
            or MethodDeclarationSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax);

    private static bool IsInitializer(SyntaxNode place) => place.Ancestors().TakeWhile(a => a is not TypeDeclarationSyntax)
        .Any(a =>
            a is EqualsValueClauseSyntax
            {
                Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
            });

    // Above the comments and attributes of a member, below the blank line before them.
    private static int StartOf(MemberDeclarationSyntax member, Layout layout)
    {
        var leading = member.GetLeadingTrivia();
        var start = member.SpanStart;
        for (var i = leading.Count - 1; i >= 0; i--)
        {
            if (leading[i].IsKind(SyntaxKind.EndOfLineTrivia) && (i == 0 || leading[i - 1].IsKind(SyntaxKind.EndOfLineTrivia)))
                break;
            if (leading[i].IsDirective)
                break;
            start = leading[i].FullSpan.Start;
        }

        return layout.LineStart(start);
    }
}
