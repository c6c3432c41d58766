using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>ASP.NET Boilerplate keeps mail settings by name. (aspnetboilerplate a2ccd05.)</summary>
internal static class AspNetBoilerplate
{
    public static readonly SmtpLibrary Library = new("ASP.NET Boilerplate")
    {
        Keys = ImmutableArray.Create(new SmtpKeys("Abp.Net.Mail.Smtp.Port")
        {
            Host = "Abp.Net.Mail.Smtp.Host",
            Password = "Abp.Net.Mail.Smtp.Password",
            NeededTypes = ImmutableArray.Create("Abp.Net.Mail.EmailSettingNames"),
        }),
    };
}
