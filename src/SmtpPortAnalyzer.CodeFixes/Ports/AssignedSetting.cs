using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// A port that code gives to an object of the program's own: in an initializer, a <c>with</c>, a lambda that configures options, a
/// constructor.
/// </summary>
internal static class AssignedSetting
{
    /// <summary>
    /// The property or field that gets the value; null where none does, and where the same code names a host that listens on 25 alone.
    /// </summary>
    public static ISymbol? Find(ExpressionSyntax value, FileContext file)
    {
        if (MemberFor(value, file) is not { DeclaringSyntaxReferences.IsEmpty: false } symbol
            || symbol is not (IPropertySymbol or IFieldSymbol) || PortPlace.Submission(value, file) is null
            || ClientRows.AreOf(symbol.ContainingType))
            return null;

        return Beside(value, file).Any(other => NamesExchanger(other.Value, file)) ? null : symbol;
    }

    /// <summary>The values by which the same code turns encryption off.</summary>
    public static IReadOnlyList<SetValue> SwitchesOff(ExpressionSyntax value, FileContext file) =>
        Beside(value, file).Where(other => TurnsEncryptionOff(other, file)).ToList();

    /// <summary>What the same initializer, body or call sets as that by which a setting gets the value.</summary>
    public static IEnumerable<SetValue> Beside(ExpressionSyntax value, FileContext file) => WholeOf(value, file).Parent switch
    {
        AssignmentExpressionSyntax assignment =>
            (assignment.Parent as InitializerExpressionSyntax ?? EnclosingMember.Find(assignment)).DescendantNodes()
                .OfType<AssignmentExpressionSyntax>().Select(other => new SetValue(file.SymbolOf(other.Left), other.Right)),
        ArgumentSyntax when PassedPort.Read(value, file) is { } passed => passed.Method.Parameters
            .Select(parameter => (Member: MemberOf(parameter, file), Callers.ArgumentFor(passed.Call, parameter, file)?.Expression))
            .Where(other => other.Expression is not null).Select(other => new SetValue(other.Member, other.Expression!)),
        _ => [],
    };

    /// <summary>
    /// Turns on a switch of the same object, behind what sets the port; null where the same code sets it, or there is no room for it.
    /// </summary>
    public static TextChange? TurnOnBeside(ExpressionSyntax value, ISymbol flag, FileContext file)
    {
        // dto.Port ?? 25: a port that is given, perhaps that of TLS from the first byte, goes with what the program does today.
        if (WholeOf(value, file) != value
            || value.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } port
            || Beside(value, file).Any(other => PortUses.Is(other.Member, flag))
            || flag.HeldType()?.SpecialType != SpecialType.System_Boolean
            || flag is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }
            || !file.Model.IsAccessible(port.SpanStart, flag is IPropertySymbol { SetMethod: { } setter } ? setter : flag))
            return null;

        var layout = new Layout(file.Root.SyntaxTree.GetText(file.CancellationToken), file.Root);
        var line = layout.LineBreak(port.SpanStart) + layout.Indentation(port.SpanStart);
        return (port.Left, port.Parent) switch
        {
            (IdentifierNameSyntax, InitializerExpressionSyntax) when !layout.StartsLine(port.SpanStart) =>
                new TextChange(new TextSpan(port.Span.End, 0), ", " + flag.Name + " = true"),
            (IdentifierNameSyntax, InitializerExpressionSyntax) when IsFollowedByComment(port) =>
                new TextChange(new TextSpan(port.SpanStart, 0), flag.Name + " = true," + line),
            (IdentifierNameSyntax, InitializerExpressionSyntax) =>
                new TextChange(new TextSpan(port.Span.End, 0), "," + line + flag.Name + " = true"),
            (MemberAccessExpressionSyntax
            {
                Expression: (IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax) and var owner
            }, ExpressionStatementSyntax { Parent: BlockSyntax } statement)
                when layout.LineEndAfter(statement.Span.End) is { } end && IsSetLater(flag) =>
                new TextChange(new TextSpan(end, 0), line + owner.WithoutTrivia() + "." + flag.Name + " = true;"),
            (IdentifierNameSyntax, ExpressionStatementSyntax { Parent: BlockSyntax } statement)
                when layout.LineEndAfter(statement.Span.End) is { } end =>
                new TextChange(new TextSpan(end, 0), line + flag.Name + " = true;"),
            _ => null,
        };
    }

    private static bool IsFollowedByComment(AssignmentExpressionSyntax element) =>
        element.GetLastToken() is var last && last.TrailingTrivia.Concat(last.GetNextToken().TrailingTrivia)
            .Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);

    private static bool IsSetLater(ISymbol flag) => flag is not IPropertySymbol { SetMethod.IsInitOnly: true };

    private static ISymbol? MemberFor(ExpressionSyntax value, FileContext file)
    {
        var whole = WholeOf(value, file);
        return whole.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == whole =>
                file.SymbolOf(assignment.Left),
            ArgumentSyntax when PassedPort.Read(value, file) is { } passed => MemberOf(passed.Parameter, file),
            _ => null,
        };
    }

    /// <summary>
    /// All that is set, where the value only stands in for what is missing: <c>Port = dto.Port ?? 25</c>,
    /// <c>Port = int.Parse(text ?? "25")</c>.
    /// </summary>
    public static ExpressionSyntax WholeOf(ExpressionSyntax value, FileContext file)
    {
        while (true)
        {
            var outer = value.Parent switch
            {
                ParenthesizedExpressionSyntax inner => inner,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either when either.Right == value => either,
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
                    when IsStandIn(argument, call, file) => call,
                _ => (ExpressionSyntax?)null,
            };
            if (outer is null)
                return value;
            value = outer;
        }
    }

    // configuration.GetValue("Smtp:Port", 25), int.Parse(text ?? "25")
    private static bool IsStandIn(ArgumentSyntax argument, InvocationExpressionSyntax call, FileContext file) =>
        SettingReader.StandInOf(call, file) == argument
        || (call.ArgumentList.Arguments[0] == argument && SettingReader.ReadAs(call, file)
            is SpecialType.System_Int32 or SpecialType.System_UInt16 or SpecialType.System_Int16);

    // new Relay("smtp.contoso.com", 25): what the constructor sets from the parameter.
    private static ISymbol? MemberOf(IParameterSymbol parameter, FileContext asking)
    {
        if (parameter is not { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            || parameter.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || asking.Beside(reference.SyntaxTree) is not { } file)
            return null;

        return constructor.ContainingType.GetMembers().FirstOrDefault(member =>
            member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false } && file.MayHold(member, parameter));
    }

    /// <summary>Whether a property gives what a field holds: <c>get { return _port; }</c>.</summary>
    public static bool Reads(IPropertySymbol property, ISymbol field, FileContext file) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(file.CancellationToken) is PropertyDeclarationSyntax declaration
        && (declaration.ExpressionBody?.Expression ?? Getter(declaration)) is { } value
        && SymbolEqualityComparer.Default.Equals(file.Beside(value.SyntaxTree)?.SymbolOf(value), field);

    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter
            ? getter.ExpressionBody?.Expression ?? (getter.Body?.Statements.FirstOrDefault() as ReturnStatementSyntax)?.Expression
            : null;

    // Security = false, Security = SecureSocketOptions.None, Security = dto.Security ?? false
    private static bool TurnsEncryptionOff(SetValue set, FileContext file) =>
        (file.ProvedConstant(set.Value) is false || SwitchDefault.ToOn(set.Value, file) is not null
            || (set.Value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var value }
                && SmtpCatalog.TurnsEncryptionOff(value)))
        && set.Member is { Name: var name } && SettingRoles.IsEncryption(name);

    private static bool NamesExchanger(ExpressionSyntax value, FileContext file) =>
        file.TypeOf(value)?.SpecialType == SpecialType.System_String && MailExchanger.MayBe(value, file);
}

/// <summary>A value that code gives to a member of a settings object.</summary>
/// <param name="Member">The member; null where the compiler finds none.</param>
/// <param name="Value">The value.</param>
internal sealed record SetValue(ISymbol? Member, ExpressionSyntax Value);
