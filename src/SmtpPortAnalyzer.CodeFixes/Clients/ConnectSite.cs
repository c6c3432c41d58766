using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>A MailKit <c>Connect</c> or <c>ConnectAsync</c> call and its arguments by what they mean.</summary>
/// <param name="Call">The call.</param>
/// <param name="Receiver">What it is called on; null in a class that is a client itself and does not say <c>this</c>.</param>
/// <param name="Client">The variable that holds the client; null where it has none.</param>
/// <param name="IsAsync">Whether the call gives a task.</param>
/// <param name="Row">The library's methods.</param>
internal sealed record ConnectSite(
    InvocationExpressionSyntax Call, ExpressionSyntax? Receiver, ISymbol? Client, bool IsAsync, CallsClient Row)
{
    /// <summary>Whether the class is a client itself, and connects itself.</summary>
    public bool IsSelf => Receiver is null or ThisExpressionSyntax or BaseExpressionSyntax;

    /// <summary>Whether other code can name the client.</summary>
    public bool HasName => IsSelf || Client is not null;

    /// <summary>What stands before a method that is called on the client.</summary>
    public string Prefix => Receiver is null ? "" : Receiver.WithoutTrivia() + ".";

    /// <summary>The code through which the client may be used.</summary>
    public SyntaxNode Scope => IsSelf && Call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? type
        : Client is null ? EnclosingMember.Find(Call)
        : ClientUsage.ScopeOf(Client, Call);

    public ArgumentSyntax? Host { get; init; }

    public ArgumentSyntax? Port { get; init; }

    /// <summary>The <c>SecureSocketOptions</c> or, in the older overload, <c>bool useSsl</c>.</summary>
    public ArgumentSyntax? Security { get; init; }

    public ArgumentSyntax? Uri { get; init; }

    public ArgumentSyntax? Token { get; init; }

    public static ConnectSite? Read(CallsClient row, InvocationExpressionSyntax call, FileContext file)
    {
        var receiver = call.Expression is MemberAccessExpressionSyntax access && access.IsKind(SyntaxKind.SimpleMemberAccessExpression)
            ? access.Expression
            : null;
        if ((receiver is null && call.Expression is not IdentifierNameSyntax)
            || file.SymbolOf(call) is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method)
            return null;

        var client = receiver is null ? null : file.SymbolOf(receiver);
        var result = new ConnectSite(
            call, receiver, client is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol ? client : null,
            CallsClient.IsAsync(method.Name), row);
        var arguments = call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            switch (method.Parameters.ParameterFor(argument, i)?.Type)
            {
                case { SpecialType: SpecialType.System_String }:
                    result = result with { Host = argument };
                    break;
                case { SpecialType: SpecialType.System_Int32 }:
                    result = result with { Port = argument };
                    break;
                case { SpecialType: SpecialType.System_Boolean }:
                case { } type when SecureOption.RowOf(type) is not null:
                    result = result with { Security = argument };
                    break;
                case var type when file.FrameworkTypes.Is(type, FrameworkType.Uri):
                    result = result with { Uri = argument };
                    break;
                case var type when file.FrameworkTypes.Is(type, FrameworkType.CancellationToken):
                    result = result with { Token = argument };
                    break;
                default:
                    // A socket or stream that is connected already: its port is a label.
                    return null;
            }
        }

        return result.Host is null && result.Uri is null ? null : result;
    }

    /// <summary>Whether an expression is the client; without one, whether a member is called that is the client's own.</summary>
    public bool Is(ExpressionSyntax? target, FileContext file) => IsSelf
        ? target is null or ThisExpressionSyntax or BaseExpressionSyntax
        : target is not null && Client is not null && ClientUsage.Is(target, Client, Receiver!.WithoutTrivia().ToString(), file);

    /// <summary>The type of the client.</summary>
    public ITypeSymbol? TypeIn(FileContext file) => Receiver is not null ? file.TypeOf(Receiver)
        : Call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type ? file.DeclaredBy(type) as ITypeSymbol : null;
}
