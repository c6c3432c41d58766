using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>The words that names of settings are made of, and what they say of mail.</summary>
internal static class SettingWords
{
    public static readonly ImmutableHashSet<string> Sending = ImmutableHashSet.Create(
        "smtp", "smpt", "mail", "email", "emails", "mails", "mailer", "mailing", "emailer", "emailing", "sendmail", "gmail", "mailkit",
        "correo", "correos", "correio", "posta", "courriel", "courriels", "messagerie", "poczta");

    /// <summary>What one of is in each of them.</summary>
    public static readonly ImmutableArray<string> SendingStems =
        ImmutableArray.Create("smtp", "smpt", "mail", "corre", "posta", "courriel", "messagerie", "poczta");

    /// <summary>
    /// Words of fetching mail, and of servers that take it. Stand-ins for a mail server are no words of sending either
    /// (<see cref="LocalHosts.StandIns"/>), be they written as one word or as several.
    /// </summary>
    public static readonly ImmutableHashSet<string> NotSending = ImmutableHashSet.Create(
        "pop", "pop3", "imap", "imap4", "listener", "listeners", "listen", "listening", "receive", "receiver", "receiving", "inbound",
        "incoming", "bind", "binding", "local", "development", "test", "tests", "mock", "fake", "catcher");

    /// <summary>Other things that have ports.</summary>
    public static readonly ImmutableHashSet<string> OtherProtocols = ImmutableHashSet.Create(
        "redis", "proxy", "socks", "ldap", "ftp", "sftp", "ssh", "http", "https", "web", "api", "grpc", "amqp", "rabbitmq", "rabbit",
        "mqtt", "kafka",
        "sql", "database", "db", "mongo", "mongodb", "mysql", "postgres", "elastic", "elasticsearch", "dns", "syslog", "metrics", "health",
        "debug", "blocked", "forbidden", "denied", "disallowed", "banned", "barred");

    /// <summary>What a host is called, the usual name first.</summary>
    public static readonly ImmutableArray<string> Hosts = ImmutableArray.Create(
        "host", "server", "hostname", "servername", "servidor", "serveur", "serwer", "hote", "hôte", "anfitrion", "anfitrión");

    /// <summary>What a user name is called, the usual name first.</summary>
    public static readonly ImmutableArray<string> UserNames = ImmutableArray.Create(
        "username", "user", "login", "usuario", "usuário", "utente", "utilisateur", "benutzer", "benutzername", "uzytkownik", "użytkownik");

    /// <summary>What a password is called, the usual name first.</summary>
    public static readonly ImmutableArray<string> Passwords = ImmutableArray.Create(
        "password", "pass", "pwd", "passwd", "passphrase", "passcode", "passwort", "kennwort", "contraseña", "contrasena", "clave", "senha",
        "palavrapasse", "motdepasse", "haslo", "hasło", "heslo", "parola", "şifre", "sifre", "wachtwoord", "salasana", "lösenord");

    /// <summary>Words that may be about a host where a port stands beside.</summary>
    public static readonly ImmutableHashSet<string> Host = ImmutableHashSet.CreateRange(Hosts).Union(new[]
    {
        "hosts", "servers", "relay", "gateway", "smarthost", "serveraddress", "address", "ip", "hostip", "domain", "url", "uri",
        "endpoint", "smtphost", "smtpserver", "mailhost", "mailserver", "emailhost", "emailserver",
    });

    /// <summary>Words that show that something logs in, or sends.</summary>
    public static readonly ImmutableHashSet<string> Login = ImmutableHashSet.CreateRange(UserNames).Union(Passwords).Union(new[]
    {
        "credentials", "from", "sender", "account", "ssl", "tls", "starttls", "recipient", "subject",
    });

    /// <summary>Parts of the names of settings that decide about encryption.</summary>
    public static readonly ImmutableArray<string> Encryption = ImmutableArray.Create("ssl", "tls", "secur", "encrypt");

    /// <summary>Those of them that mean STARTTLS beyond doubt: UseSsl may mean TLS from the first byte.</summary>
    public static readonly ImmutableArray<string> StartTls = ImmutableArray.Create("starttls", "enablessl", "enabletls");

    /// <summary>What switches that say whether to log in are called by.</summary>
    public static readonly ImmutableArray<string> LoginSwitches = ImmutableArray.Create("auth", "login", "logon", "logsin", "credential");

    /// <summary>What they are called by where the identity of the process logs in, or a token.</summary>
    public static readonly ImmutableArray<string> Identities = ImmutableArray.Create("default", "windows", "integrated", "ntlm", "oauth");

    /// <summary>What is longer is a text, or a path of its own, and no name of a setting.</summary>
    private const int MaxLength = 200;

    /// <summary>Of how many words one name is made at most that is written as several.</summary>
    private const int MaxRun = 3;

    /// <summary>
    /// The second of its kind is of the kind: "Smtp2", "mailserver01". In the middle of a name the number may be a word: "Mail2Sms".
    /// </summary>
    private static readonly char[] s_digits = "0123456789".ToCharArray();

    /// <summary>Names that are written without a break between the words.</summary>
    private static readonly ImmutableHashSet<string> s_ports = ImmutableHashSet.Create(
        "smtpport", "smptport", "mailport", "emailport", "smtpserverport", "mailserverport", "emailserverport", "smtphostport",
        "mailhostport", "mailsmtpport",
        "emailsmtpport");

    /// <summary>What a port is called.</summary>
    private static readonly ImmutableHashSet<string> s_port = ImmutableHashSet.Create(
        "port", "puerto", "porta", "poort", "portnummer", "portnumber");

    /// <summary>What a number is called that stands before or behind the word for a port.</summary>
    private static readonly ImmutableHashSet<string> s_number =
        ImmutableHashSet.Create("number", "no", "num", "nr", "nro", "numero", "número", "numéro", "nummer", "numer");

    /// <summary>Words of no weight: <c>PuertoDeCorreo</c>, <c>PortaDelServer</c>.</summary>
    private static readonly ImmutableHashSet<string> s_of = ImmutableHashSet.Create(
        "de", "do", "del", "di", "du", "da", "la", "le", "el", "of");

    /// <summary>
    /// The words of a name, in lower case: <c>SMTPServer_Port</c> is smtp, server, port; <c>Abp.Mailing.Smtp.Port</c> ends in smtp, port. A
    /// long text has none.
    /// </summary>
    public static ImmutableArray<string> Split(string name)
    {
        if (name.Length > MaxLength)
            return ImmutableArray<string>.Empty;

        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isSeparator = i < name.Length && !char.IsLetterOrDigit(name[i]);
            if (i < name.Length && !isSeparator && !(i > start && StartsWord(name, i)))
                continue;

            if (i > start)
                words.Add(InFull(name.Substring(start, i - start).ToLowerInvariant()));
            start = isSeparator ? i + 1 : i;
        }

        return words.ToImmutable();
    }

    /// <summary>
    /// What stands before "port" in the name of a port: <c>SmtpServerPort</c> has smtp, server. Null where the name is of no port.
    /// </summary>
    public static ImmutableArray<string>? OfPort(string name)
    {
        var words = Split(name);
        if (words.Length > 1 && s_number.Contains(words[words.Length - 1]))
            words = words.RemoveAt(words.Length - 1);
        if (words.Length > 1 && s_number.Contains(words[0]))
            words = words.RemoveAt(0);
        if (words.Length == 0)
            return null;

        var last = words[words.Length - 1];
        if (s_port.Contains(last))
            return words.RemoveAt(words.Length - 1);

        if (s_ports.Contains(last))
            return words.SetItem(words.Length - 1, last.Substring(0, last.Length - "port".Length));

        // Many languages have the port first, and then whose it is: PuertoSmtp, PortServeurMail.
        var owner = words.RemoveAt(0).RemoveAll(s_of.Contains);
        return s_port.Contains(words[0]) && SaySending(owner) && owner.All(IsOfMailServer) ? owner : null;
    }

    /// <summary>Whether the name may be of a host, where a port stands beside.</summary>
    public static bool IsHost(string name) => Split(name) is { IsEmpty: false } words && Host.Contains(words[words.Length - 1]);

    /// <summary>Whether that is what a text with host and port in it is called.</summary>
    public static bool IsConnection(ImmutableArray<string> words) =>
        words.Length > 0 && (words[words.Length - 1] is "connection" or "connectionstring"
            || (words.Length > 1 && words[words.Length - 1] == "string" && words[words.Length - 2] == "connection"));

    /// <summary>Whether they speak of fetching mail, of what takes it, or of a stand-in for a mail server.</summary>
    public static bool SayNotSending(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            // "MailHog", "smtp-4-dev"
            var run = words[i];
            if (NotSending.Contains(run) || LocalHosts.StandIns.Contains(run))
                return true;

            for (var next = i + 1; next < words.Count && next < i + MaxRun; next++)
            {
                run += words[next];
                if (LocalHosts.StandIns.Contains(run))
                    return true;
            }
        }

        return false;
    }

    private static bool IsOfMailServer(string word) => Hosts.Contains(word) || word == "relay" || IsSending(word);

    public static bool SayOther(IReadOnlyList<string> words) => SayNotSending(words) || words.Any(OtherProtocols.Contains);

    public static bool SaySending(IEnumerable<string> words) =>
        words.Any(IsSending) || IsSending((words.LastOrDefault() ?? "").TrimEnd(s_digits));

    private static bool IsSending(string word) => Sending.Contains(word) || Sending.Any(mail => IsCompound(word, mail));

    /// <summary>A compound without a break, as in "smtpserver" and "mailsettings".</summary>
    private static bool IsCompound(string word, string mail) =>
        word.StartsWith(mail, StringComparison.Ordinal)
        && word.Substring(
            mail.Length) is "server" or "host" or "settings" or "setting" or "config" or "configuration" or "options" or "client" or "smtp";

    private static string InFull(string word) => word switch
    {
        "addr" => "address",
        "srv" or "svr" => "server",
        _ => word,
    };

    private static bool StartsWord(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
