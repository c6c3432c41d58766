using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds SMTP connections in code and judges their port (SMTP001, SMTP002, SMTP003, SMTP010).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpConnectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.ExplicitPort25, Descriptors.DefaultPort25, Descriptors.FallbackPort25, Descriptors.Port25NotKnownBlocked);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Placeholder, OperationKind.ObjectCreation, OperationKind.Invocation, OperationKind.SimpleAssignment);
    }

    // PLACEHOLDER for the engine that is being built: direct constants only. It fixes the contract with fixes and package tests.
    private static void Placeholder(OperationAnalysisContext context)
    {
        var (port, type, library, site) = context.Operation switch
        {
            IObjectCreationOperation creation when creation.Type?.ToDisplayString() == "System.Net.Mail.SmtpClient" && !SetsPort(creation)
                => (PortOf(creation.Arguments), creation.Type, "System.Net.Mail", (IOperation)creation),
            IInvocationOperation { TargetMethod.Name: "Connect" or "ConnectAsync", Instance.Type: { } receiver } call
                when receiver.ToDisplayString() is "MailKit.Net.Smtp.SmtpClient" or "MailKit.Net.Smtp.ISmtpClient"
                => (PortOf(call.Arguments), receiver, "MailKit", call),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Port", Instance.Type: { } receiver } } assignment
                when receiver.ToDisplayString() == "System.Net.Mail.SmtpClient"
                => (assignment.Value, receiver, "System.Net.Mail",
                    assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation owner } ? owner : assignment),
            _ => default,
        };
        if (type is null)
            return;

        var explicitPort = port is { ConstantValue: { HasValue: true, Value: 25 } };
        if (!explicitPort && port is not (null or { ConstantValue: { HasValue: true, Value: 0 } }))
            return;
        if (port is null && site is IObjectCreationOperation { Arguments.IsEmpty: true })
            return;

        var global = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var options = SmtpOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree), global);
        var azure = AzureSituation.Of(context.Compilation, global, options);
        if (azure.Targeting == AzureTargeting.No)
            return;

        var descriptor = azure.Targeting == AzureTargeting.Unknown ? Descriptors.Port25NotKnownBlocked
            : explicitPort ? Descriptors.ExplicitPort25 : Descriptors.DefaultPort25;
        var place = port is { IsImplicit: false } ? port.Syntax : site.Syntax;
        var properties = new FindingProperties { Library = library, Site = site.Syntax.Span };
#pragma warning disable RS0030 // placeholder
        context.ReportDiagnostic(Diagnostic.Create(
            descriptor, place.GetLocation(), new[] { site.Syntax.GetLocation() }, properties.ToBag(), type.Name, "", azure.Policy, azure.Evidence));
#pragma warning restore RS0030
    }

    private static bool SetsPort(IObjectCreationOperation creation)
    {
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Port" } })
                return true;
        }

        return false;
    }

    private static IOperation? PortOf(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == "port")
                return argument.Value;
        }

        return null;
    }
}
