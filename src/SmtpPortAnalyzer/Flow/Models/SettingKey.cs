using System;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Where a program looks its settings up at run time.</summary>
internal enum SettingStore
{
    /// <summary>Microsoft.Extensions.Configuration: <c>appsettings.json</c>, environment variables and more.</summary>
    Configuration,

    /// <summary>The <c>appSettings</c> of <c>web.config</c> or <c>app.config</c>.</summary>
    AppSettings,

    /// <summary>The variables of the process, which settings of an application and blocks of some files become.</summary>
    Environment,
}

/// <param name="Store">Where it is looked up.</param>
/// <param name="Path">The key, with colons between section and key; <c>*</c> stands for any one name.</param>
internal readonly record struct SettingKey(SettingStore Store, string Path)
{
    /// <summary>Stands for any one name.</summary>
    public const string AnyName = "*";

    /// <summary>Whether the last section of the path has the name.</summary>
    public bool IsNamed(string name) =>
        Path.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (Path.Length == name.Length || Path[Path.Length - name.Length - 1] == ':');

    public SettingKey Below(string name) => new(Store, Path.Length == 0 ? name : name.Length == 0 ? Path : Path + ":" + name);
}
