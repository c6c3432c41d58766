namespace SmtpPortAnalyzer.Options;

/// <summary>The kinds of Azure subscription that the policy tells apart. The names are the values of <c>azure_subscription</c>.</summary>
internal enum AzureSubscription
{
    Unknown,
    EnterpriseAgreement,
    McaEnterprise,
    EnterpriseDevTest,
    PayAsYouGo,
    PayAsYouGoDevTest,
    AzurePlan,
    CloudSolutionProvider,
    MicrosoftPartnerNetwork,
    ActionPack,
    Msdn,
    VisualStudio,
    AzurePass,
    AzureInOpen,
    Education,
    Students,
    Bizspark,
    AzureSponsorship,
    FreeTrial,
}
