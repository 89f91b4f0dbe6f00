using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.Serialization;

namespace Oversight.Promises.Tests;

/// <summary>The containers run what is in this repository, under the names and variables that the code knows, and hold no secret.</summary>
public sealed partial class Compose
{
    // What the frameworks and the images read by themselves; everything else must be named in our own code.
    private static readonly HashSet<string> KnownToImages =
    [
        "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS", "RABBITMQ_DEFAULT_USER", "RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_VHOST",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    private static readonly Dictionary<string, Dictionary<object, object>> Services = Read();

    public static TheoryData<string> Ours => [.. Services.Where(service => service.Value.ContainsKey("build")).Select(service => service.Key)];

    public static TheoryData<string> All => [.. Services.Keys];

    // The demo identity provider lets anybody in, so it never leaves the machine it runs on: in containers a real one is named.
    private const string DemoProvider = "identity";

    [Fact]
    public void Every_process_of_the_system_is_there_but_the_demo_identity_provider() => Assert.Equal(
        Repository.Projects.Where(project => project.Folder.EndsWith("/Service", StringComparison.Ordinal)).Select(project => project.Folder.Split('/')[1].ToLowerInvariant()).Where(name => name != DemoProvider).Order(),
        Ours.Select(row => row.Data).Order());

    [Theory]
    [MemberData(nameof(Ours))]
    public void A_service_is_built_from_a_project_that_exists(string service)
    {
        var project = Text(Services[service], "build", "args", "PROJECT");
        Assert.Contains($"services/{project}/Service/Oversight.{project}.csproj", Repository.Files);
        Assert.Equal(service, project.ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_variable_is_one_that_is_read(string service)
    {
        foreach (var variable in Section(Services[service], "environment").Keys.Cast<string>().Where(variable => !KnownToImages.Contains(variable)))
        {
            Assert.True(IsRead(variable), $"Nothing reads {variable}.");
        }
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void A_service_finds_the_others_under_their_names_and_the_port_they_listen_on(string service)
    {
        var port = Port().Match(Repository.Read("Dockerfile")).Groups[1].Value;
        Assert.NotEmpty(port);
        var addresses = Section(Services[service], "environment").Where(variable => ((string)variable.Key).StartsWith("Oversight__Services__", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Equal($"http://{((string)address.Key).Split("__")[2]}:{port}", address.Value));
        Assert.All(addresses, address => Assert.Contains(((string)address.Key).Split("__")[2], Services.Keys));
    }

    [Fact]
    public void Only_the_public_address_is_open_and_only_to_this_machine()
    {
        var open = Services.Where(service => service.Value.ContainsKey("ports")).ToList();
        Assert.Equal("gateway", Assert.Single(open).Key);
        var port = Assert.Single((List<object>)open[0].Value["ports"]);
        Assert.Equal($"127.0.0.1:${{OVERSIGHT_PORT:-8080}}:{Port().Match(Repository.Read("Dockerfile")).Groups[1].Value}", port);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everything_says_whether_it_is_well(string service) =>
        Assert.True(Services[service].ContainsKey("healthcheck") || Repository.Read("Dockerfile").Contains("HEALTHCHECK", StringComparison.Ordinal));

    [Fact]
    public void The_check_of_health_asks_for_a_route_that_exists() => Assert.Contains(
        HealthRoute().Match(Repository.Read("Dockerfile")).Value,
        Repository.Read("platform/Oversight.Hosting/Health.cs") + Repository.Read("services/Gateway/Service/HealthOfAll.cs"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(All))]
    public void A_database_is_named_where_it_is_made(string service)
    {
        foreach (Match database in Database().Matches(string.Join('\n', Section(Services[service], "environment").Values)))
        {
            Assert.Equal($"${{OVERSIGHT_INSTANCE:-oversight}}_{service}", database.Groups[1].Value);
            Assert.Contains($"make_database \"{database.Groups[1].Value}\" ", Repository.Read("docker/make-databases.sh"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_that_is_mounted_exists() => Assert.All(
        Services.Values.Where(service => service.ContainsKey("volumes")).SelectMany(service => (List<object>)service["volumes"])
            .Cast<string>().Where(volume => volume.StartsWith("./", StringComparison.Ordinal)),
        volume => Assert.Contains(volume[2..].Split(':')[0], Repository.Files));

    [Theory]
    [MemberData(nameof(All))]
    public void A_password_comes_from_outside(string service) => Assert.All(
        Section(Services[service], "environment"),
        variable => Assert.DoesNotMatch(@"(?i)password=(?!\$\{)|://[^/@\s:]+:(?!\$\{)[^/@\s]+@", Named(variable)));

    private static string Named(KeyValuePair<object, object> variable) =>
        variable.Key.ToString()!.Contains("PASS", StringComparison.OrdinalIgnoreCase) ? $"password={variable.Value}" : $"{variable.Value}";

    // A variable is a setting with its parts joined by two underscores; the code names it with colons or by its last part.
    private static bool IsRead(string variable)
    {
        var parts = variable.Split("__");
        string[] spoken = parts switch
        {
            ["ConnectionStrings", var name] => [$"GetConnectionString(\"{name}\")", $"ConnectionStrings:{name}"],
            ["Oversight", "Services", var name] => [$"\"{name}\""],
            ["Oversight", ..] => [$"\"{string.Join(':', parts)}\""],
            _ => [variable],
        };
        return Repository.Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && !path.StartsWith("tests/", StringComparison.Ordinal) || path.StartsWith("docker/", StringComparison.Ordinal))
            .Any(path => Repository.Read(path) is var code && spoken.Any(name => code.Contains(name, StringComparison.Ordinal)));
    }

    private static string Text(Dictionary<object, object> of, params string[] path) =>
        (string)path.Aggregate((object)of, (at, name) => ((Dictionary<object, object>)at)[name]);

    private static Dictionary<object, object> Section(Dictionary<object, object> of, string name) =>
        of.TryGetValue(name, out var section) ? (Dictionary<object, object>)section : [];

    private static Dictionary<string, Dictionary<object, object>> Read()
    {
        var parser = new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(Repository.Read("docker-compose.yml"))));
        var compose = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(parser);
        return Section(compose, "services").ToDictionary(service => (string)service.Key, service => (Dictionary<object, object>)service.Value);
    }

    [GeneratedRegex(@"EXPOSE (\d+)")]
    private static partial Regex Port();

    [GeneratedRegex(@"/health/\w+")]
    private static partial Regex HealthRoute();

    [GeneratedRegex("Database=([^;]+)")]
    private static partial Regex Database();
}
