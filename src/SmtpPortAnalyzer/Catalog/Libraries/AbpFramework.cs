using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>The ABP Framework keeps mail settings by name. (abpframework/abp 218a594.)</summary>
internal static class AbpFramework
{
    public static readonly SmtpLibrary Library = new("ABP Framework")
    {
        Keys = ImmutableArray.Create(new SmtpKeys("Abp.Mailing.Smtp.Port")
        {
            Host = "Abp.Mailing.Smtp.Host",
            Password = "Abp.Mailing.Smtp.Password",
            NeededTypes = ImmutableArray.Create("Volo.Abp.Emailing.EmailSettingNames"),
        }),
    };
}
