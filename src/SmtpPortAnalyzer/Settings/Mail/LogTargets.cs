using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>The mail targets of logging libraries, which connect without a line of code, and to port 25 where none is written.</summary>
internal static class LogTargets
{
    /// <summary>The names under which NLog and NLog.MailKit register their mail targets.</summary>
    private static readonly ImmutableHashSet<string> s_nlogTypes =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Mail", "Email", "Smtp", "SmtpClient", "MailKit");

    private static readonly ImmutableHashSet<string> s_log4netTypes =
        ImmutableHashSet.Create(StringComparer.Ordinal, "log4net.Appender.SmtpAppender", "log4net.Ext.Mail.Appender.SmtpAppender");

    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root)
    {
        var nodes = root.DescendantsAndSelf().ToList();
        var hasNLogDefault = nodes.Any(node =>
            node.Is("default-target-parameters") && IsNLogMail(node) && node.Child("smtpPort") is not null);
        foreach (var node in nodes)
        {
            var setting =
                IsNLogTarget(node) && IsNLogMail(node) ? NLog(node, hasNLogDefault)
                : IsAppender(node) && IsLog4NetMail(node) ? Log4Net(node)
                : IsSerilogSink(node) && IsSerilogMail(node) ? Serilog(node)
                : node.Is("write-to") && node.Parent?.Is("serilog") == true ? SerilogInAppSettings(node)
                : null;
            if (setting is not null)
                yield return setting;
        }
    }

    /// <summary>Whether the node is a target of one of these libraries, mail or not: what is in it has a meaning of its own.</summary>
    public static bool Holds(SettingsNode node) => IsNLogTarget(node) || IsAppender(node) || IsSerilogSink(node);

    /// <summary>The mail target that is reported at a place because it has no port; null where there is none.</summary>
    public static SettingsNode? WithoutPortAt(SettingsNode root, TextSpan place) => root.DescendantsAndSelf().FirstOrDefault(node =>
        Holds(node) && IsMail(node) && (node.NameSpan == place || node.Child("Name")?.TextSpan == place));

    /// <summary>Whether such a target sends mail.</summary>
    public static bool IsMail(SettingsNode target) =>
        IsNLogTarget(target) ? IsNLogMail(target) : IsAppender(target) ? IsLog4NetMail(target) : IsSerilogMail(target);

    /// <summary>Where a mail target sends its mail to; null where it does not say.</summary>
    public static SettingsNode? HostOf(SettingsNode target) =>
        target.DescendantsAndSelf().FirstOrDefault(node => node.Text is not null
            && (node.Is("smtpServer") || node.Is("smtpHost") || node.Is("host") || node.Is("mailServer")));

    private static bool IsNLogTarget(SettingsNode node) =>
        node.Child("type") is not null && node.Ancestors().Any(parent => parent.Is("targets"));

    private static bool IsNLogMail(SettingsNode node) => node.TextOf("type") is { } type && s_nlogTypes.Contains(type);

    private static SmtpSetting? NLog(SettingsNode target, bool hasDefault)
    {
        var isPickup = target.TextOf("deliveryMethod") is { } method && !method.Equals("Network", StringComparison.OrdinalIgnoreCase);
        if (isPickup || target.TextOf("pickupDirectoryLocation") is { Length: > 0 }
            || target.Child("useSystemNetMailSettings")?.IsTrue == true)
            return null;

        var host = NLogVariables.Resolve(target.Child("smtpServer"));
        var port = target.Child("smtpPort");
        if (port is null && (host?.Text is null or "" || hasDefault))
            return null;

        return Setting(
            Named(target), NLogVariables.Resolve(port), target, host, "smtpPort", target.Name == "target" ? "smtpPort" : null);
    }

    private static bool IsAppender(SettingsNode node) => node.Is("appender") && node.Child("type") is not null;

    private static bool IsLog4NetMail(SettingsNode node) =>
        node.TextOf("type") is { } type && s_log4netTypes.Contains(type.Split(',')[0].Trim());

    private static SmtpSetting? Log4Net(SettingsNode appender)
    {
        var host = appender.Child("smtpHost");
        var port = appender.Child("port");
        return port is null && host?.Text is null or "" ? null : Setting(Named(appender), port, appender, host, "port");
    }

    /// <summary>
    /// <c>"WriteTo": [{ "Name": "Email", "Args": { … } }]</c>, also with the sink's name as a key in place of the number, and in what
    /// another sink is told to write to: Async, Logger, Conditional.
    /// </summary>
    /// <summary>Whether it is one of Serilog's, which has its settings below it.</summary>
    public static bool IsSerilogSink(SettingsNode node) =>
        node.Child("Args") is not null && node.Child("Name") is not null && (IsSinkList(node) || node.Ancestors().Any(IsSinkList));

    private static bool IsSerilogMail(SettingsNode node) => "Email".Equals(node.TextOf("Name"), StringComparison.OrdinalIgnoreCase);

    private static bool IsSinkList(SettingsNode? node) => node is not null && (node.Is("WriteTo") || node.Is("AuditTo"));

    private static SmtpSetting? Serilog(SettingsNode sink)
    {
        // The arguments themselves, or an object of them: options, connectionInfo.
        var arguments = sink.Child("Args")!;
        foreach (var place in new[] { arguments }.Concat(arguments.Children))
        {
            var host = place.Child("host") ?? place.Child("mailServer");
            var port = place.Child("port");
            if (port is null && host?.Text is null or "")
                continue;

            var name = sink.Child("Name")!;
            return port is null
                ? SmtpSetting.WithoutPort(sink.Path, name.TextSpan, place, host, "port")
                : Setting(port.Path, port, sink, host, "port");
        }

        return null;
    }

    /// <summary><c>serilog:write-to:Email.host</c> of <c>appSettings</c>, where no <c>serilog:write-to:Email.port</c> is beside.</summary>
    private static SmtpSetting? SerilogInAppSettings(SettingsNode sinks)
    {
        var host = sinks.Child("Email.host") ?? sinks.Child("Email.mailServer");
        return host is { Text.Length: > 0 } && sinks.Child("Email.port") is null
            ? SmtpSetting.WithoutPort(host.Path, host.NameSpan, sinks, host, "Email.port")
            : null;
    }

    private static SmtpSetting? Setting(
        string name, SettingsNode? port, SettingsNode owner, SettingsNode? host, string portName, string? missing = null)
    {
        if (port is null)
            return SmtpSetting.WithoutPort(name, owner.NameSpan, owner, host, portName) with { MissingAttribute = missing };

        return PortNumber.IsBlocked(port) ? SmtpSetting.OfPort(port, host) with { Name = name } : null;
    }

    private static string Named(SettingsNode node) => node.TextOf("name") is { Length: > 0 } name ? node.Name + " " + name : node.Path;
}
