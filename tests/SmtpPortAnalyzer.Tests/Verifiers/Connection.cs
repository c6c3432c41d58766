using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>Checks the findings of the connection analyzer against the markup in the source.</summary>
internal static class Connection
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Mail;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;

        """;

    /// <summary>Types in a file that imports System.Net.Mail and the usual rest.</summary>
    public static Task TypesAsync([StringSyntax("C#-test")] string types) => FileAsync(Usings + types);

    /// <summary>Members of a class in such a file.</summary>
    public static Task MembersAsync([StringSyntax("C#-test")] string members) => TypesAsync("class C\n{\n" + members + "\n}\n");

    /// <summary>Statements of a method in such a file; <c>host</c>, <c>message</c> and <c>flag</c> are parameters.</summary>
    public static Task StatementsAsync([StringSyntax("C#-test")] string statements) =>
        MembersAsync("void M(string host, MailMessage message, bool flag)\n{\n" + statements + "\n}");

    /// <summary>Statements of an asynchronous method that gets a MailKit client.</summary>
    public static Task MailKitAsync([StringSyntax("C#-test")] string statements, string receiver = "MailKit.Net.Smtp.SmtpClient") =>
        FileAsync($$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Security;
        class Derived : MailKit.Net.Smtp.SmtpClient { }
        class C
        {
            async Task M({{receiver}} client, string host, CancellationToken token)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """);

    public static Task FileAsync([StringSyntax("C#-test")] string source, ImmutableArray<MetadataReference> references = default)
    {
        var test = new SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider> { TestCode = source };
        if (!references.IsDefault)
            test.References = references;
        return test.RunAsync();
    }
}
