using System.Net.Mail;

var recipient = args.Length > 0 ? args[0] : "operators@contoso.com";
using var client = new SmtpClient("mail.contoso.com", 25); // expect: SMTP010 25
client.Send("backup@contoso.com", recipient, "Backup", "The backup has finished.");
