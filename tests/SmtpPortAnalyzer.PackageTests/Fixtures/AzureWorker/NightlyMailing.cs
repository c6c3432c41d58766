using MimeKit;

namespace AzureWorker;

/// <summary>Sends what the day has left to send.</summary>
public sealed class NightlyMailing(ReceiptMailer receipts, InvoiceMailer invoices, ILogger<NightlyMailing> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await receipts.SendAsync("customer@contoso.com", stoppingToken);
            using var invoice = new MimeMessage();
            invoice.To.Add(MailboxAddress.Parse("accounts@contoso.com"));
            await invoices.SendAsync(invoice, stoppingToken);
            logger.LogInformation("The mail of the day is out");
            await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
        }
    }
}
