using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Who may reference whom. A service learns about another by contract, never by its code.</summary>
public sealed class Dependencies
{
    private const string Banned = "Microsoft.CodeAnalysis.BannedApiAnalyzers", Anything = "*";

    // A name that ends in * stands for every name that begins so.
    private static readonly (string Project, string[] Projects, string[] Packages)[] Table =
    [
        ("Oversight.Contracts", [], []),
        ("Oversight.Core", [], [Banned]),
        ("Oversight.Hosting", ["Oversight.Core", "Oversight.Contracts"],
            ["Marten", "Npgsql*", "DistributedLock.Postgres", "MassTransit*", "OpenTelemetry*", "Microsoft.AspNetCore.OpenApi", "Microsoft.AspNetCore.Authentication.JwtBearer"]),

        ("Oversight.Ingestion.Domain", ["Oversight.Core"], [Banned]),
        ("Oversight.Grading.Domain", ["Oversight.Core"], [Banned]),
        ("Oversight.Monitoring.Domain", ["Oversight.Core"], [Banned]),

        ("Oversight.Ingestion.Readers", ["Oversight.Ingestion.Domain", "Oversight.Core"], ["AngleSharp", "PdfPig"]),
        ("Oversight.Ingestion", ["Oversight.Ingestion.Domain", "Oversight.Ingestion.Readers", "Oversight.Core", "Oversight.Hosting", "Oversight.Contracts"], ["Marten", "Npgsql", "CsvHelper"]),
        ("Oversight.Grading", ["Oversight.Grading.Domain", "Oversight.Core", "Oversight.Hosting", "Oversight.Contracts"], ["Marten", "Npgsql"]),
        ("Oversight.Monitoring", ["Oversight.Monitoring.Domain", "Oversight.Core", "Oversight.Hosting", "Oversight.Contracts"], ["Marten", "Npgsql", "MailKit"]),
        ("Oversight.Gateway", ["Oversight.Hosting"], ["Yarp.ReverseProxy"]),
        ("Oversight.Portal", ["Oversight.Core", "Oversight.Hosting"], ["Microsoft.AspNetCore.Authentication.OpenIdConnect"]),
        ("Oversight.Identity", ["Oversight.Core", "Oversight.Hosting"], ["OpenIddict.Server.AspNetCore"]),
        ("Oversight.Embedded", ["Oversight.Ingestion", "Oversight.Grading", "Oversight.Monitoring", "Oversight.Gateway", "Oversight.Identity", "Oversight.Portal", "Oversight.Hosting"], []),
        // It talks HTTP, but for reading documents, which works with nothing running.
        ("Oversight.Cli", ["Oversight.Core", "Oversight.Ingestion.Domain", "Oversight.Ingestion.Readers"], ["System.CommandLine", "Spectre.Console"]),

        ("Oversight.Specs", [Anything], [Anything]),
        ("Oversight.Testing", [Anything], [Anything]),
        ("Oversight.Promises.Tests", [Anything], [Anything]),
        ("Oversight.Service.Tests", [Anything], [Anything]),
        ("Oversight.EndToEnd.Tests", [Anything], [Anything]),
        ("Oversight.Bench", [Anything], [Anything]),
    ];

    public static TheoryData<string> Names => [.. Repository.Projects.Select(project => project.Name)];

    public static TheoryData<string> Domains => [.. Repository.Projects.Select(project => project.Name).Where(name => name.EndsWith(".Domain", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_references_what_the_table_allows_and_nothing_else(string name)
    {
        var project = Named(name);
        var rule = Assert.Single(Table, rule => rule.Project == name);
        Assert.All(project.References, reference => Assert.True(Allows(rule.Projects, reference), $"{name} may not reference {reference}."));
        Assert.All(project.Packages, package => Assert.True(Allows(rule.Packages, package), $"{name} may not use {package}."));
    }

    [Fact]
    public void Nothing_but_a_test_or_a_measurement_references_a_test() =>
        Assert.Empty(Repository.Projects.Where(project => !IsTest(project) && !project.Folder.StartsWith("bench/", StringComparison.Ordinal))
            .Where(project => project.References.Any(reference => IsTest(Named(reference)))).Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_comes_by_reference_and_never_by_a_side_door(string name)
    {
        var project = Named(name);
        Assert.Empty(project.Included("Reference"));
        Assert.Empty(project.Included("Compile"));
        Assert.Empty(project.Included("Import"));
    }

    [Theory]
    [MemberData(nameof(Domains))]
    [InlineData("Oversight.Core")]
    public void A_pure_project_bans_the_clock_chance_and_the_world_outside(string name)
    {
        var project = Named(name);
        Assert.Contains(Banned, project.Packages);
        Assert.Contains(project.Included("AdditionalFiles"), file => file.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.All([project.Path, "Directory.Build.props", ".editorconfig"], file => Assert.DoesNotContain("RS0030", Repository.Read(file), StringComparison.Ordinal));
        Assert.Equal("Microsoft.NET.Sdk", project.Xml.Root!.Attribute("Sdk")!.Value);
        Assert.Empty(project.Included("FrameworkReference"));
    }

    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Guid.NewGuid")]
    [InlineData("System.Random")]
    [InlineData("System.Environment")]
    [InlineData("System.IO.File")]
    [InlineData("System.Threading.Tasks.Task")]
    public void The_banned_symbols_name(string symbol) =>
        Assert.Contains(symbol, Repository.Read("platform/Oversight.Core/BannedSymbols.txt"), StringComparison.Ordinal);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Oversight.sln").Replace('\\', '/');
        Assert.Empty(Repository.Projects.Where(project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => project.Path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_leaves_versions_to_the_central_file_and_locks_what_it_got(string name)
    {
        var project = Named(name);
        Assert.DoesNotContain(project.Xml.Descendants("PackageReference"), package =>
            package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null);
        Assert.Contains($"{project.Folder}/packages.lock.json", Repository.Files);
    }

    private static Project Named(string name) => Repository.Projects.Single(project => project.Name == name);

    private static bool IsTest(Project project) => project.Folder.StartsWith("tests/", StringComparison.Ordinal);

    private static bool Allows(string[] allowed, string name) =>
        allowed.Any(pattern => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern);
}
