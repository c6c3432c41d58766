using System;
using System.Collections.Generic;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>Sections of products that send mail by themselves, and to port 25 where none is written.</summary>
internal static class ProductSections
{
    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            if (IsUmbraco(node) && node.Child("Port") is null && node.Child("Host") is { Text.Length: > 0 } host
                && !IsPickup(node))
            {
                yield return SmtpSetting.WithoutPort(node.Path, node.NameSpan, node, host, "Port");
            }
        }
    }

    /// <summary><c>Umbraco:CMS:Global:Smtp</c></summary>
    private static bool IsUmbraco(SettingsNode node) =>
        node.Is("Smtp") && node.Parent is { Parent: { Parent: { } top } cms } global
        && global.Is("Global") && cms.Is("CMS") && top.Is("Umbraco");

    private static bool IsPickup(SettingsNode section) =>
        section.TextOf("PickupDirectoryLocation") is { Length: > 0 }
        || section.TextOf("DeliveryMethod")?.IndexOf("Pickup", StringComparison.OrdinalIgnoreCase) >= 0;
}
