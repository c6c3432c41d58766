using System.Collections.Immutable;
using SmtpPortAnalyzer.Catalog.Libraries;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>Every mail library that is known.</summary>
internal static class SmtpCatalog
{
    /// <summary>In the order of <c>docs/detected-apis.md</c>.</summary>
    public static readonly ImmutableArray<SmtpLibrary> Libraries = ImmutableArray.Create(
        SystemNetMail.Library,
        MailKit.Library,
        SystemWebMail.Library,
        WebPages.Library,
        FluentEmailSmtp.Library,
        FluentEmailMailKit.Library,
        NetCoreMailKit.Library,
        SerilogEmail.Library,
        NLogMail.Library,
        NLogMailKit.Library,
        Log4Net.Library,
        CoravelMailer.Library,
        AspNetBoilerplate.Library,
        AbpFramework.Library,
        QuartzJobs.Library,
        ElmahCore.Library,
        UmbracoCms.Library,
        OrchardCore.Library,
        Orchard.Library,
        ElsaEmail.Library,
        NopCommerce.Library,
        Smartstore.Library,
        VirtoCommerce.Library,
        Cofoundry.Library,
        Cloudscribe.Library,
        MailMergeLib.Library,
        CastleCore.Library,
        MasuitTools.Library,
        StackExchangeExceptional.Library,
        CakeEmail.Library,
        HealthChecks.Library,
        AsposeEmail.Library,
        EASendMail.Library,
        GemBoxEmail.Library,
        Chilkat.Library,
        RebexMail.Library,
        MailBee.Library,
        LimilabsMail.Library,
        SpireEmail.Library,
        ActiveUpMail.Library,
        DotNetOpenMail.Library,
        Sockets.Library);
}
