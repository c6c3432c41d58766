using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Program;
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

        var method = called.ReducedFrom ?? called;
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
    public bool HandsOverNoLogin(ClientRewriter client, FileContext siteFile) => Method.Parameters.Any(parameter =>
        client.LoginParts.Any(part => IsFrom(part, parameter, siteFile))
        && (Callers.ArgumentFor(Call, parameter, File) is { } argument
            ? File.ConstantOf(argument.Expression).HasValue || File.ProvedConstant(argument.Expression) is not null
            : parameter.HasExplicitDefaultValue));

    /// <summary>Whether a value is the parameter itself, or a field or property that the constructor alone sets from it.</summary>
    public static bool IsFrom(ExpressionSyntax value, IParameterSymbol parameter, FileContext file) =>
        file.SymbolOf(value) is { } symbol
        && (SymbolEqualityComparer.Default.Equals(symbol, parameter)
            || SymbolEqualityComparer.Default.Equals(PositionalProperty.ParameterOf(symbol, file.CancellationToken), parameter)
            || IsSetFrom(symbol, parameter, file));

    /// <summary>Whether a field or property is set from a parameter of the constructor, and by nothing else.</summary>
    public static bool IsSetFrom(ISymbol symbol, IParameterSymbol parameter, FileContext file)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol)
            || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            || !SymbolEqualityComparer.Default.Equals(symbol.ContainingType, constructor.ContainingType)
            || constructor.ContainingType.DeclaringSyntaxReferences.Length != 1)
            return false;

        var writes = constructor.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken).DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => a.SyntaxTree == file.Model.SyntaxTree && SymbolEqualityComparer.Default.Equals(file.SymbolOf(a.Left), symbol))
            .ToList();
        return writes.Count == 1 && SymbolEqualityComparer.Default.Equals(file.SymbolOf(writes[0].Right), parameter);
    }
}
