using System.Net.Mail;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;

namespace FunctionsInProcess
{
    public static class DailyReport
    {
        [FunctionName("DailyReport")]
        public static void Run([TimerTrigger("0 0 6 * * *")] TimerInfo timer, ILogger log)
        {
            using var client = new SmtpClient("mail.contoso.com") { Port = 25 }; // expect: SMTP001 25
            client.Send("reports@contoso.com", "board@contoso.com", "Daily report", "All is well.");
            log.LogInformation("Sent; the next report is due {Next}", timer.Schedule.GetNextOccurrence(System.DateTime.UtcNow));
        }
    }
}
