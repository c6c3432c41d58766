using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Fixture projects, built and fixed. The collections run side by side, the tests of each one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BuildCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Builds";
}

/// <summary>Whether a project counts as one for Azure.</summary>
[CollectionDefinition(Name)]
public sealed class AzureCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Azure";
}

/// <summary>Builds that are to fail.</summary>
[CollectionDefinition(Name)]
public sealed class GateCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Gates";
}

/// <summary>What the pages say is to be typed.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Pages";
}

/// <summary>Programs other than the build that load the package.</summary>
[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Hosts";
}
