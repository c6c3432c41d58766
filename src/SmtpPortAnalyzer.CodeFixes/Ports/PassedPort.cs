using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>A 25 that a call hands to the method or constructor that connects.</summary>
/// <param name="Call">The call.</param>
/// <param name="Port">The argument that is 25.</param>
/// <param name="Parameter">What it is handed to.</param>
/// <param name="File">The file of the call.</param>
internal sealed record PassedPort(SyntaxNode Call, ExpressionSyntax Port, IParameterSymbol Parameter, FileContext File)
{
    public IMethodSymbol Method => (IMethodSymbol)Parameter.ContainingSymbol;

    /// <summary>Null where the expression is no argument.</summary>
    public static PassedPort? Read(ExpressionSyntax port, FileContext file)
    {
        if (port.FirstAncestorOrSelf<ArgumentSyntax>(argument => argument.Expression.Span == port.Span)
            is not { Parent.Parent: { } call } own
            || file.SymbolOf(call) is not IMethodSymbol called)
            return null;

        var method = called.AsDeclared();
        return method.Parameters.FirstOrDefault(p => Callers.ArgumentFor(call, p, file) == own) is { } parameter
            ? new PassedPort(call, own.Expression, parameter, file)
            : null;
    }

    /// <summary>The argument that hands over the host which goes with the port, where the code says what it is.</summary>
    public ExpressionSyntax? HostOf(PortArrival arrival) =>
        arrival.Host?.Single is { } host && HostValue.NameOf(host) is { } name
            ? Texts.FirstOrDefault(text => File.ProvedConstant(text) is string given && given == name)
            : null;

    /// <summary>The texts that the call hands over, a host among them.</summary>
    public IEnumerable<ExpressionSyntax> Texts => Method.Parameters.Where(p => p.Type.SpecialType == SpecialType.System_String)
        .Select(p => Callers.ArgumentFor(Call, p, File)?.Expression).OfType<ExpressionSyntax>();

    /// <summary>
    /// Whether the call hands over no login, or one that stands in the code, where the connection takes its login from the call.
    /// </summary>
    public bool HandsOverNoLogin(ClientRewriter client, FileContext siteFile)
    {
        var parts = client.LoginParts.ToList();
        return Method.Parameters.Any(parameter =>
            parts.FindIndex(part => siteFile.IsLoginHandedBy(parameter, part)) is >= 0 and var index
            && (Callers.ArgumentFor(Call, parameter, File) is { } argument
                ? IsConstant(argument.Expression, HasPasswordBehind(parts, index))
                : parameter.HasExplicitDefaultValue));
    }

    private static bool HasPasswordBehind(List<ExpressionSyntax> parts, int index) =>
        index + 1 < parts.Count && parts[index + 1].Parent?.Parent == parts[index].Parent?.Parent;

    // A user name is no secret.
    private bool IsConstant(ExpressionSyntax value, bool isUserName) =>
        (File.ConstantOf(value) is { HasValue: true, Value: var written } || (written = File.ProvedConstant(value)) is not null)
        && !(isUserName && written is string { Length: > 0 });
}
