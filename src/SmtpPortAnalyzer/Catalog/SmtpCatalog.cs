using System;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Catalog.Libraries;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>Every mail library that is known.</summary>
internal static class SmtpCatalog
{
    /// <summary>The library of the name; null for a row of the user's own.</summary>
    public static SmtpLibrary? Find(string name) => Libraries.FirstOrDefault(library => library.Name == name);

    /// <summary>Whether a method sends, by its name: one of a client's, or one that is named for it.</summary>
    public static bool Sends(string method) => Libraries.SelectMany(library => library.Clients)
        .Any(client => client.SendMethods.Any(send => method.StartsWith(send, StringComparison.Ordinal)));

    /// <summary>The object that carries a user name and a password for any client that takes one.</summary>
    public static CredentialType Credential =>
        Libraries.SelectMany(library => library.Credentials).First(type => type.UserName is not null);

    /// <summary>The enumeration by which some library is told to encrypt, and of which the type is; null for any other type.</summary>
    public static CallsFix? EncryptionOf(string? type) =>
        Libraries.Select(library => library.Fix).OfType<CallsFix>().FirstOrDefault(fix => fix.EncryptionType == type);

    /// <summary>Whether a value of the name turns the encryption of some library off.</summary>
    public static bool TurnsEncryptionOff(string value) => Libraries.Any(library => library.Fix is CallsFix fix && fix.Off == value);

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
