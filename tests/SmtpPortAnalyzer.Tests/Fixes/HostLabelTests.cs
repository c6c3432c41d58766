using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Servers of one organization may have one login; an address and a name below that of a cloud say no organization.</summary>
public class HostLabelTests
{
    [Theory]
    [InlineData("smtp.acme.com", "acme.com")]
    [InlineData("SMTP.Eu.Acme.com", "acme.com")]
    [InlineData("smtp.acme.co.uk", "acme.co.uk")]
    [InlineData("10.0.0.5", "10.0.0.5")]
    [InlineData("2001:db8::25", "2001:db8::25")]
    [InlineData("email-smtp.eu-west-1.amazonaws.com", "email-smtp.eu-west-1.amazonaws.com")]
    [InlineData("relay.westeurope.cloudapp.azure.com", "relay.westeurope.cloudapp.azure.com")]
    [InlineData("relay", "relay")]
    public void OwnerOf(string host, string owner) => Assert.Equal(owner, HostLabel.OwnerOf(host));
}
