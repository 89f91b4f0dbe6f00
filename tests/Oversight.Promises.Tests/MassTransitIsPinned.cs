using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>MassTransit 9 is under a commercial licence; version 8 is the last under the Apache License 2.0. See docs/adr/0005.</summary>
public sealed class MassTransitIsPinned
{
    private const string Why = "MassTransit 9 is under a commercial licence, so the range stays below 9: docs/adr/0005.";

    [Fact]
    public void The_central_range_ends_before_version_9()
    {
        var ranges = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => IsMassTransit(package.Attribute("Include")!.Value)).Select(package => package.Attribute("Version")!.Value).ToList();
        Assert.NotEmpty(ranges);
        Assert.True(ranges.TrueForAll(range => range == "[8.5.12,9.0.0)"), $"{Why} It says {string.Join(" and ", ranges)}.");
    }

    [Fact]
    public void Every_lock_file_has_version_8()
    {
        var resolved = Repository.Files.Where(path => path.EndsWith("packages.lock.json", StringComparison.Ordinal)).SelectMany(MassTransitIn).ToList();
        Assert.NotEmpty(resolved);
        var later = resolved.FindAll(package => package.Version.Split('.')[0] != "8");
        Assert.True(later.Count == 0, $"{Why} {string.Join("; ", later)}");
    }

    private static IEnumerable<(string LockFile, string Package, string Version)> MassTransitIn(string path) =>
        from framework in JsonNode.Parse(Repository.Read(path))!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where IsMassTransit(package.Key) && package.Value!["resolved"] is not null
        select (path, package.Key, package.Value!["resolved"]!.GetValue<string>());

    private static bool IsMassTransit(string package) => package.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase);
}
