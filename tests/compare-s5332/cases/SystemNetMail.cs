using System.Net;
using System.Net.Mail;

/// <summary>One connection a method. "wrong:" is a connection that fails in Azure or gives something away, "right:" is one that does not.</summary>
class SystemNetMailCases(ICredentialsByHost login, bool flag, string host, int port)
{
    void Explicit25() => _ = new SmtpClient("smtp.contoso.com", 25) { EnableSsl = true, Credentials = login }; // wrong: port 25, encrypted

    void Default25() => _ = new SmtpClient("smtp.contoso.com") { EnableSsl = true, Credentials = login }; // wrong: no port, which is 25, encrypted

    void Plain25() => _ = new SmtpClient("smtp.contoso.com", 25); // wrong: port 25 in clear text

    void Constant25()
    {
        var mailer = new Mailer("smtp.contoso.com", 25, login); // wrong: port 25 through a constructor
        mailer.ToString();
    }

    void Plain587() => _ = new SmtpClient("smtp.contoso.com", 587) { Credentials = login }; // wrong: port 587 in clear text

    void PlainFlag() => _ = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = false, Credentials = login }; // wrong: port 587, EnableSsl = false

    void PlainStatement(MailMessage message)
    {
        var client = new SmtpClient("smtp.contoso.com", 587) { Credentials = login };
        client.EnableSsl = false; // wrong: port 587, EnableSsl = false in a statement
        client.Send(message);
    }

    void TakenBack(MailMessage message)
    {
        var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = login };
        client.EnableSsl = false; // wrong: EnableSsl = true taken back
        client.Send(message);
    }

    void Port465() => _ = new SmtpClient("smtp.contoso.com", 465) { EnableSsl = true, Credentials = login }; // wrong: port 465, which this client cannot speak with

    void NoLogin() => _ = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }; // wrong: port 587, nobody logs in

    void Password() => _ = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("shop", "Xk3!v9qT") }; // wrong: a password in the code

    void RunTimePort() => _ = new SmtpClient(host, port); // wrong: in clear text to a port known only at run time

    void Good() => _ = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = login }; // right: port 587, encrypted, logged in

    void GoodStatements(MailMessage message)
    {
        var client = new SmtpClient("smtp.contoso.com", 587); // right: encrypted and logged in by statements
        client.Credentials = login;
        client.EnableSsl = true;
        client.Send(message);
    }

    void GoodBranches(MailMessage message)
    {
        SmtpClient client;
        if (flag)
            client = new SmtpClient("smtp.contoso.com", 587); // right: encrypted behind a branch
        else
            client = new SmtpClient("smtp.fabrikam.com", 587); // right: encrypted behind the other branch
        client.EnableSsl = true;
        client.Credentials = login;
        client.Send(message);
    }

    void GoodHelper(MailMessage message)
    {
        var client = new SmtpClient("smtp.contoso.com", 587); // right: encrypted by a method that it is handed to
        Secure(client);
        client.Send(message);
    }

    void Secure(SmtpClient client)
    {
        client.EnableSsl = true;
        client.Credentials = login;
    }

    SmtpClient _client = new SmtpClient("smtp.contoso.com", 587); // right: a field that another method encrypts

    void Use(MailMessage message)
    {
        _client.EnableSsl = true;
        _client.Credentials = login;
        _client.Send(message);
    }

    void FromSetting() => _ = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = flag, Credentials = login }; // right: a setting decides

    void Local() => _ = new SmtpClient("localhost", 25); // right: on the machine itself

    void Private() => _ = new SmtpClient("10.0.0.4", 25); // right: in a private network

    void Pickup() => _ = new SmtpClient("smtp.contoso.com") { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = "/mail" }; // right: delivery into a folder
}

class Mailer(string host, int port, ICredentialsByHost login)
{
    public SmtpClient Create() => new SmtpClient(host, port) { EnableSsl = true, Credentials = login };
}
