using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Where the program writes a 25 out, and so which bodies one can get to by a name: the body's file has it, or names something that is 25,
/// or the body belongs to a type or member that is named beside a 25. What goes from file to file more than once, without a 25 in the last
/// but one, is not seen.
/// </summary>
internal sealed class WrittenPorts(Compilation compilation, MailNames names, CancellationToken cancellationToken)
{
    /// <summary>The names of what holds or returns a 25.</summary>
    private readonly HashSet<string> _holders = new();

    /// <summary>All names in bodies that have a 25.</summary>
    private HashSet<string>? _beside;

    public bool MayReach(SyntaxNode body)
    {
        if ((names.Of(body.SyntaxTree) & Subjects.TwentyFive) != 0)
            return true;

        Read();
        return IsBeside(body)
            || body.DescendantNodes().Any(node => node is SimpleNameSyntax name && _holders.Contains(name.Identifier.ValueText));
    }

    private bool IsBeside(SyntaxNode body)
    {
        for (var node = body; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case TypeDeclarationSyntax type when _beside!.Contains(type.Identifier.ValueText):
                case MethodDeclarationSyntax method when _beside!.Contains(method.Identifier.ValueText):
                case PropertyDeclarationSyntax property when _beside!.Contains(property.Identifier.ValueText):
                    return true;
            }
        }

        return false;
    }

    private void Read()
    {
        if (_beside is not null)
            return;

        _beside = new HashSet<string>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if ((names.Of(tree) & Subjects.TwentyFive) == 0)
                continue;

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var literal in PortLiterals.FindIn(tree, cancellationToken))
            {
                AddHolder(literal);
                if (CodeBody.Enclosing(literal) is { } body && seen.Add(body))
                    _beside.UnionWith(body.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText));
            }
        }
    }

    /// <summary>What the 25 initializes, or is the answer of.</summary>
    private void AddHolder(SyntaxNode literal)
    {
        for (var node = literal; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field:
                    _holders.Add(field.Identifier.ValueText);
                    return;
                case EnumMemberDeclarationSyntax member:
                    _holders.Add(member.Identifier.ValueText);
                    return;
                case PropertyDeclarationSyntax property:
                    _holders.Add(property.Identifier.ValueText);
                    return;
                case MethodDeclarationSyntax method:
                    _holders.Add(method.Identifier.ValueText);
                    return;
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left }:
                    _holders.Add(left.Name.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax { Left: SimpleNameSyntax left }:
                    _holders.Add(left.Identifier.ValueText);
                    break;
            }
        }
    }
}
