using System;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Common;

/// <summary>
/// A type of the framework, or of a package that code is written against like the framework, under all metadata names that it has there.
/// This is the one list of them: a type is never told by its bare name, which a program may give to a type of its own.
/// </summary>
internal sealed class FrameworkType
{
    private FrameworkType(params string[] metadataNames)
    {
        MetadataNames = metadataNames.ToImmutableArray();
        BareNames = MetadataNames.Select(name => name.Substring(name.LastIndexOf('.') + 1).Split('`')[0])
            .ToImmutableHashSet(StringComparer.Ordinal);
    }

    public ImmutableArray<string> MetadataNames { get; }

    /// <summary>How source names the type: what a type is judged by that does not bind.</summary>
    public ImmutableHashSet<string> BareNames { get; }

    public static FrameworkType CancellationToken { get; } = new("System.Threading.CancellationToken");

    public static FrameworkType Convert { get; } = new("System.Convert");

    /// <summary>Makes of a text what a type is: <c>TypeDescriptor.GetConverter(typeof(T)).ConvertFromString(text)</c>.</summary>
    public static FrameworkType TypeConverter { get; } = new("System.ComponentModel.TypeConverter");

    public static FrameworkType Math { get; } = new("System.Math");

    public static FrameworkType NumberStyles { get; } = new("System.Globalization.NumberStyles");

    public static FrameworkType Environment { get; } = new("System.Environment");

    public static FrameworkType FormatProvider { get; } = new("System.IFormatProvider");

    public static FrameworkType Uri { get; } = new("System.Uri");

    public static FrameworkType UriBuilder { get; } = new("System.UriBuilder");

    /// <summary>A task that gives nothing.</summary>
    public static FrameworkType PlainTask { get; } = new("System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask");

    public static FrameworkType Task { get; } = new(
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1");

    public static FrameworkType Tuple { get; } = new(
        "System.Tuple", "System.Tuple`2", "System.Tuple`3", "System.Tuple`4", "System.Tuple`5", "System.ValueTuple", "System.ValueTuple`2",
        "System.ValueTuple`3", "System.ValueTuple`4", "System.ValueTuple`5");

    public static FrameworkType Lazy { get; } = new("System.Lazy`1");

    public static FrameworkType KeyValuePair { get; } = new("System.Collections.Generic.KeyValuePair`2");

    public static FrameworkType TaskAwaiter { get; } = new(
        "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.TaskAwaiter`1",
        "System.Runtime.CompilerServices.ValueTaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter`1",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable", "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1");

    /// <summary>What makes data of a lambda.</summary>
    public static FrameworkType ExpressionTree { get; } = new("System.Linq.Expressions.Expression`1");

    public static FrameworkType Dns { get; } = new("System.Net.Dns");

    public static FrameworkType OutOfRange { get; } = new("System.ArgumentOutOfRangeException");

    /// <summary>What knows the members of a type at run time.</summary>
    public static FrameworkType Type { get; } = new("System.Type");

    public static FrameworkType IPAddress { get; } = new("System.Net.IPAddress");

    public static FrameworkType CredentialCache { get; } = new("System.Net.CredentialCache");

    /// <summary>What a client takes as a login without asking what it holds.</summary>
    public static FrameworkType Credentials { get; } = new("System.Net.ICredentials", "System.Net.ICredentialsByHost");

    /// <summary>What gives access tokens of Microsoft Entra.</summary>
    public static FrameworkType TokenCredential { get; } = new("Azure.Core.TokenCredential");

    public static FrameworkType HttpClientFactory { get; } = new("System.Net.Http.IHttpClientFactory");

    /// <summary>What gives the settings of <c>Web.config</c> and <c>App.config</c>.</summary>
    public static FrameworkType ConfigurationManager { get; } = new(
        "System.Configuration.ConfigurationManager", "System.Configuration.ConfigurationSettings",
        "System.Web.Configuration.WebConfigurationManager");

    /// <summary>The collection that appSettings are, and many another.</summary>
    public static FrameworkType NameValues { get; } = new("System.Collections.Specialized.NameValueCollection");

    public static FrameworkType AppSettingsReader { get; } = new("System.Configuration.AppSettingsReader");

    public static FrameworkType ConfigurationPath { get; } = new("Microsoft.Extensions.Configuration.ConfigurationPath");

    public static FrameworkType Configuration { get; } = new("Microsoft.Extensions.Configuration.IConfiguration");

    public static FrameworkType ConfigurationSection { get; } = new("Microsoft.Extensions.Configuration.IConfigurationSection");

    /// <summary>Gives a property of a settings class its default, as text.</summary>
    public static FrameworkType DefaultSettingValueAttribute { get; } = new("System.Configuration.DefaultSettingValueAttribute");

    /// <summary>Says what a property is at first: to those who show it, and to the parsers of a command line that fill it.</summary>
    public static FrameworkType DefaultValueAttribute { get; } = new("System.ComponentModel.DefaultValueAttribute");

    /// <summary>Marks a property that a command line fills, by a library that takes its default from another attribute.</summary>
    public static FrameworkType CommandLineAttribute { get; } = new(
        "Spectre.Console.Cli.CommandOptionAttribute", "Spectre.Console.Cli.CommandArgumentAttribute");

    public static FrameworkType GeneratedCodeAttribute { get; } = new("System.CodeDom.Compiler.GeneratedCodeAttribute");

    public static FrameworkType ConfigurationKeyNameAttribute { get; } =
        new("Microsoft.Extensions.Configuration.ConfigurationKeyNameAttribute");

    public static FrameworkType Options { get; } =
        new("Microsoft.Extensions.Options.IOptions`1", "Microsoft.Extensions.Options.IOptionsSnapshot`1");

    public static FrameworkType ServiceCollection { get; } = new("Microsoft.Extensions.DependencyInjection.IServiceCollection");

    /// <summary>What knows the name of the environment that the program runs in.</summary>
    public static FrameworkType HostEnvironment { get; } = new(
        "Microsoft.Extensions.Hosting.IHostEnvironment", "Microsoft.Extensions.Hosting.IHostingEnvironment",
        "Microsoft.AspNetCore.Hosting.IWebHostEnvironment", "Microsoft.AspNetCore.Hosting.IHostingEnvironment");

    /// <summary>The names of the usual environments.</summary>
    public static FrameworkType EnvironmentNames { get; } = new(
        "Microsoft.Extensions.Hosting.Environments", "Microsoft.Extensions.Hosting.EnvironmentName",
        "Microsoft.AspNetCore.Hosting.EnvironmentName");

    /// <summary>What marks a method that Azure Functions calls.</summary>
    public static FrameworkType FunctionAttribute { get; } = new(
        "Microsoft.Azure.Functions.Worker.FunctionAttribute", "Microsoft.Azure.WebJobs.FunctionNameAttribute");
}
