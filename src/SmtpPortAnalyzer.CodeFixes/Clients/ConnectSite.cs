using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>A MailKit <c>Connect</c> or <c>ConnectAsync</c> call and its arguments by what they mean.</summary>
internal sealed record ConnectSite(
    InvocationExpressionSyntax Call, ExpressionSyntax Receiver, ISymbol? Client, bool IsAsync, CallsClient Row)
{
    public ArgumentSyntax? Host { get; init; }

    public ArgumentSyntax? Port { get; init; }

    /// <summary>The <c>SecureSocketOptions</c> or, in the older overload, <c>bool useSsl</c>.</summary>
    public ArgumentSyntax? Security { get; init; }

    public ArgumentSyntax? Uri { get; init; }

    public ArgumentSyntax? Token { get; init; }

    public static ConnectSite? Read(CallsClient row, InvocationExpressionSyntax call, FileContext file)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access || !access.IsKind(SyntaxKind.SimpleMemberAccessExpression)
            || file.SymbolOf(call) is not IMethodSymbol method)
            return null;

        var client = file.SymbolOf(access.Expression);
        var result = new ConnectSite(
            call, access.Expression, client is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol ? client : null,
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
}
