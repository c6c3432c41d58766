using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Quartz's SendMailJob takes its settings from the job data, and has no switch for TLS. (quartznet d97e782.)</summary>
internal static class QuartzJobs
{
    public static readonly SmtpLibrary Library = new("Quartz")
    {
        Keys = ImmutableArray.Create(new SmtpKeys("smtp_port")
        {
            Host = "smtp_host",
            Password = "smtp_password",
            Owners = ImmutableArray.Create("Quartz.JobDataMap", "Quartz.JobBuilder", "Quartz.TriggerBuilder", "Quartz.IJobConfigurator"),
            NeededTypes = ImmutableArray.Create("Quartz.Job.SendMailJob"),
        }),
    };
}
