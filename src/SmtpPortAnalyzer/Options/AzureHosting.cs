namespace SmtpPortAnalyzer.Options;

/// <summary>Where in Azure the code runs. The names are the values of <c>azure_hosting</c>.</summary>
internal enum AzureHosting
{
    /// <summary>Not said: the service that the evidence names, else the subscription alone decides.</summary>
    Auto,
    VirtualMachine,
    AppService,
    AppServiceManagedInstance,
    AppServiceEnvironment,
    Functions,
    FunctionsFlexConsumption,
    FunctionsConsumption,
    LogicApps,
    ContainerApps,
    ContainerInstances,
    Kubernetes,
    CloudServices,
    Other,
}
