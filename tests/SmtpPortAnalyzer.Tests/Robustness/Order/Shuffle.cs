using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Tests.Robustness.Order;

/// <summary>
/// Writes a program in another order that means the same: types in files of their own, members, local functions, the sections of a switch,
/// and the arms of a choice under the negated condition. Statements and initializers keep their order.
/// </summary>
internal sealed class Shuffle : CSharpSyntaxRewriter
{
    private readonly Random _random;

    private Shuffle(Random random) => _random = random;

    /// <summary>The files of the program in another order.</summary>
    public static string[] Program(IEnumerable<string> sources, Random random)
    {
        var shuffle = new Shuffle(random);
        var files = sources
            .Select(source => (CompilationUnitSyntax)shuffle.Visit(CSharpSyntaxTree.ParseText(source).GetRoot()))
            .SelectMany(shuffle.Split)
            .Select(file => file.ToFullString())
            .ToArray();
        random.Shuffle(files);
        return files;
    }

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        var visited = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        return visited.WithMembers(Members(visited.Members));
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        return visited.WithMembers(Members(visited.Members));
    }

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        var visited = (RecordDeclarationSyntax)base.VisitRecordDeclaration(node)!;
        return visited.WithMembers(Members(visited.Members));
    }

    public override SyntaxNode? VisitNamespaceDeclaration(NamespaceDeclarationSyntax node)
    {
        var visited = (NamespaceDeclarationSyntax)base.VisitNamespaceDeclaration(node)!;
        return visited.WithMembers(Members(visited.Members));
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        if (HasDirective(visited))
            return visited;

        // What a local function captures is declared before it, so that it moves down only.
        var statements = visited.Statements.ToList();
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            if (statements[i] is not LocalFunctionStatementSyntax function)
                continue;

            statements.RemoveAt(i);
            statements.Insert(_random.Next(i, statements.Count + 1), function);
        }

        return visited.WithStatements(SyntaxFactory.List(statements));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        if (IsHeads() || visited.WhenTrue is RefExpressionSyntax || HasDirective(visited))
            return visited;

        return visited
            .WithCondition(Negated(visited.Condition))
            .WithWhenTrue(Inside(visited.WhenFalse))
            .WithWhenFalse(Inside(visited.WhenTrue));

        // What reaches as far as it can would reach over the colon.
        static ExpressionSyntax Inside(ExpressionSyntax arm)
        {
            var bare = arm.WithoutTrivia();
            return (bare is LambdaExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax
                ? SyntaxFactory.ParenthesizedExpression(bare)
                : bare).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        }
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        if (visited.Else is not { } other || IsHeads() || HasDirective(visited))
            return visited;

        return visited
            .WithCondition(Negated(visited.Condition))
            .WithStatement(Block(other.Statement))
            .WithElse(other.WithStatement(Block(visited.Statement)));

        static BlockSyntax Block(StatementSyntax statement) =>
            statement as BlockSyntax ?? SyntaxFactory.Block(statement.WithLeadingTrivia(SyntaxFactory.Space));
    }

    public override SyntaxNode? VisitSwitchStatement(SwitchStatementSyntax node)
    {
        var visited = (SwitchStatementSyntax)base.VisitSwitchStatement(node)!;
        var isExchangeable = visited.Sections.SelectMany(section => section.Labels)
            .All(label => label is CaseSwitchLabelSyntax or DefaultSwitchLabelSyntax);
        return isExchangeable && !HasDirective(visited) ? visited.WithSections(SyntaxFactory.List(Shuffled(visited.Sections))) : visited;
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        var visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        var constants = visited.Arms.Where(arm => arm is { Pattern: ConstantPatternSyntax, WhenClause: null }).ToList();
        if (!visited.Arms.SkipLast(1).SequenceEqual(constants.Take(visited.Arms.Count - 1)) || HasDirective(visited))
            return visited;

        var arms = Shuffled(constants).Concat(visited.Arms.Skip(constants.Count));
        return visited.WithArms(SyntaxFactory.SeparatedList(arms, visited.Arms.GetSeparators()));
    }

    /// <summary>A file, or two: one of its types goes into a file of its own.</summary>
    private IEnumerable<CompilationUnitSyntax> Split(CompilationUnitSyntax file)
    {
        var types = file.Members.OfType<BaseTypeDeclarationSyntax>().ToList();
        if (types.Count < 2 || IsHeads() || HasDirective(file) || types.Exists(type => type.Modifiers.Any(SyntaxKind.FileKeyword)))
            return [file];

        var moved = types[_random.Next(types.Count)];
        var rest = file.RemoveNode(moved, SyntaxRemoveOptions.KeepNoTrivia)!;
        return [rest, file.WithAttributeLists(default).WithMembers(SyntaxFactory.SingletonList<MemberDeclarationSyntax>(moved))];
    }

    private SyntaxList<MemberDeclarationSyntax> Members(SyntaxList<MemberDeclarationSyntax> members)
    {
        if (members.Any(HasDirective))
            return members;

        var moving = new Queue<MemberDeclarationSyntax>(Shuffled(members.Where(IsMovable)));
        return SyntaxFactory.List(members.Select(member => IsMovable(member) ? moving.Dequeue() : member));
    }

    private static bool IsMovable(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or IndexerDeclarationSyntax => true,
        PropertyDeclarationSyntax property => property.Initializer is null,
        FieldDeclarationSyntax field => field.Declaration.Variables.All(variable => variable.Initializer is null),
        _ => false,
    };

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    private bool IsHeads() => _random.Next(2) == 0;

    private static ExpressionSyntax Negated(ExpressionSyntax condition) => SyntaxFactory.PrefixUnaryExpression(
        SyntaxKind.LogicalNotExpression,
        SyntaxFactory.ParenthesizedExpression(condition.WithoutTrivia())).WithTrailingTrivia(condition.GetTrailingTrivia());

    private static bool HasDirective(SyntaxNode node) => node.ContainsDirectives;
}
