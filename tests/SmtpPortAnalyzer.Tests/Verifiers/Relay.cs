using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>Checks the findings about encryption, login, passwords and sockets, and those about the port beside them.</summary>
internal static class Relay
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Mail;
        using System.Net.Sockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;

        """;

    private const string MailKitUsings = """
        using System;
        using System.Net;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        """;

    /// <summary>Types in a file that imports System.Net.Mail and the usual rest.</summary>
    public static Task TypesAsync([StringSyntax("C#-test")] string types, params string[] disabled) =>
        FileAsync(Usings + types, disabled: disabled);

    /// <summary>Statements of a method in such a file.</summary>
    public static Task StatementsAsync([StringSyntax("C#-test")] string statements, params string[] disabled) => TypesAsync($$"""
        class C
        {
            async Task M(string host, MailMessage message, bool flag, IConfiguration configuration, ICredentialsByHost credentials)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """, disabled);

    /// <summary>Types in a file that imports MailKit.</summary>
    public static Task MailKitTypesAsync([StringSyntax("C#-test")] string types, params string[] disabled) =>
        FileAsync(MailKitUsings + types, disabled: disabled);

    /// <summary>Statements of a method that has MailKit's <c>client</c>, made by itself.</summary>
    public static Task MailKitAsync([StringSyntax("C#-test")] string statements, params string[] disabled) => MailKitTypesAsync($$"""
        class C
        {
            async Task M(string host, MimeMessage message, bool flag, string user, string password, SecureSocketOptions options, CancellationToken token)
            {
                await Task.Yield();
                using var client = new SmtpClient();
                {{statements}}
            }
        }
        """, disabled);

    public static Task FileAsync([StringSyntax("C#-test")] string source, ImmutableArray<MetadataReference> references = default,
        string[]? disabled = null, Action<SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider>>? more = null)
    {
        var test = new SmtpTest<SmtpAnalyzer, EmptyCodeFixProvider> { TestCode = source, JudgesMoreThanThePort = true };
        test.DisabledDiagnostics.AddRange(disabled ?? []);
        if (!references.IsDefault)
            test.References = references;
        more?.Invoke(test);
        return test.RunAsync();
    }
}
