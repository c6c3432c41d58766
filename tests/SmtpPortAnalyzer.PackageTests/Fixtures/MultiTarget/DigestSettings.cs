namespace MultiTarget
{
    /// <summary>Read by a connection in another file.</summary>
    public class DigestSettings
    {
        public string SmtpHost { get; set; } = "mail.contoso.com";

        public int SmtpPort { get; set; } = 25; // expect: SMTP003 25

        public bool EnableSsl { get; set; }
    }
}
