using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// The members by which a wrapper's connection is configured: properties of the object that carries its settings, or parameters of the call
/// that takes them.
/// </summary>
internal abstract class WrapperMembers
{
    /// <summary>Every value that a member gets; null among them is one that is set on some ways only, or for others as well.</summary>
    public abstract IEnumerable<ExpressionSyntax> Of(string member);

    /// <summary>Whether a value of it may be given for others as well, or on some ways only.</summary>
    public abstract bool IsUncertain(string member);

    /// <summary>The member's type; null where there is no such member.</summary>
    public abstract ITypeSymbol? TypeOf(string member);

    /// <summary>Gives a value to a member that has none.</summary>
    public abstract bool Add(RelayEdit edit, string member, Func<string, string?> value, params string[] after);

    /// <summary>Members of an object.</summary>
    public sealed class OfObject(ClientUsage usage, ITypeSymbol type, SyntaxNode site, FileContext file) : WrapperMembers
    {
        private readonly ConfigurationPlaces _places = new(usage, site, null, file);

        public override IEnumerable<ExpressionSyntax> Of(string member) => usage.Of(member).Select(write => write.Value);

        public override bool IsUncertain(string member) => usage.Of(member).Any(write => write.IsShared || write.IsConditional);

        public override ITypeSymbol? TypeOf(string member) => type.SelfAndBaseTypes().SelectMany(t => t.GetMembers(member))
            .OfType<IPropertySymbol>().FirstOrDefault(property => property.SetMethod is not null)?.Type;

        public override bool Add(RelayEdit edit, string member, Func<string, string?> value, params string[] after) =>
            _places.Add(edit, member, value, after);
    }

    /// <summary>Arguments of a call. What it does not take, another overload of the same name may.</summary>
    public sealed class OfCall(InvocationExpressionSyntax call, IMethodSymbol method, FileContext file) : WrapperMembers
    {
        public override IEnumerable<ExpressionSyntax> Of(string member) =>
            Parameter(method, member) is { } parameter && Callers.ArgumentFor(call, parameter, file) is { } argument
                ? new[] { argument.Expression }
                : [];

        public override bool IsUncertain(string member) => false;

        public override ITypeSymbol? TypeOf(string member) => Overloads().Select(overload => Parameter(overload, member))
            .FirstOrDefault(parameter => parameter is not null)?.Type;

        public override bool Add(RelayEdit edit, string member, Func<string, string?> value, params string[] after)
        {
            if (TypeOf(member) is null || call.ArgumentList.Arguments.LastOrDefault() is not { } last)
                return false;

            var line = edit.Layout.StartsLine(last.SpanStart) ? last.SpanStart : call.ArgumentList.SpanStart;
            if (value(edit.Layout.Indentation(line)) is not { } text)
                return false;

            edit.Edits.Insert(last.Span.End, edit.Layout.BetweenArguments(last) + member + ": " + text);
            return true;
        }

        private IEnumerable<IMethodSymbol> Overloads() => method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(other => other.DeclaredAccessibility == Accessibility.Public).Prepend(method);

        private static IParameterSymbol? Parameter(IMethodSymbol method, string name) =>
            method.Parameters.FirstOrDefault(parameter => parameter.Name == name);
    }
}
