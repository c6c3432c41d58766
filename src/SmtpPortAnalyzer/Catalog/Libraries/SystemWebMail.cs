using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// System.Web.Mail of .NET Framework, and CDO by COM interop: settings are fields with these names. SmtpMail writes the port 25 before it
/// applies the fields of the message. (microsoft/referencesource, System.Web/Util/SmtpMail.cs.)
/// </summary>
internal static class SystemWebMail
{
    public static readonly SmtpLibrary Library = new("System.Web.Mail")
    {
        Keys = ImmutableArray.Create(new SmtpKeys("http://schemas.microsoft.com/cdo/configuration/smtpserverport")
        {
            Host = "http://schemas.microsoft.com/cdo/configuration/smtpserver",
            Password = "http://schemas.microsoft.com/cdo/configuration/sendpassword",
            StaticHost = ("System.Web.Mail.SmtpMail", "SmtpServer"),
            Sends = ("System.Web.Mail.SmtpMail", "Send", 25),
            NeededTypes = ImmutableArray.Create("System.Web.Mail.SmtpMail", "CDO.Configuration", "CDO.IConfiguration", "CDO.Message"),
        }),
        OtherNames = ImmutableArray.Create("smtpserver", "smtpserverport", "sendpassword"),
    };
}
