using System;
using MailKit.Net.Smtp;
using MailKit.Security;

class MailKitCases(string user, string password)
{
    void Explicit25()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 25, SecureSocketOptions.StartTls); // wrong: MailKit, port 25, encrypted
        client.Authenticate(user, password);
    }

    void Default25()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 0, SecureSocketOptions.StartTls); // wrong: MailKit, port 0, which is 25
        client.Authenticate(user, password);
    }

    void Plain587()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, SecureSocketOptions.None); // wrong: MailKit, port 587 in clear text
        client.Authenticate(user, password);
    }

    void Implicit587()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, true); // wrong: MailKit, TLS from the first byte on 587
        client.Authenticate(user, password);
    }

    void StartTls465()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 465, SecureSocketOptions.StartTls); // wrong: MailKit, STARTTLS on 465
        client.Authenticate(user, password);
    }

    void Uri()
    {
        using var client = new SmtpClient();
        client.Connect(new Uri("smtp://smtp.contoso.com:587/?starttls=never")); // wrong: MailKit, a URI without encryption
        client.Authenticate(user, password);
    }

    void NoLogin()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, SecureSocketOptions.StartTls); // wrong: MailKit, nobody logs in
    }

    void Password()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate(user, "Xk3!v9qT"); // wrong: MailKit, a password in the code
    }

    void Good()
    {
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, SecureSocketOptions.StartTls); // right: MailKit, port 587, encrypted, logged in
        client.Authenticate(user, password);
    }
}
