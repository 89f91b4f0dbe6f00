using Microsoft.Extensions.Configuration;
using Oversight.Hosting;
using Xunit;

namespace Oversight.Promises.Tests.Starter;

/// <summary>Two clones on one given server do not meet, unless they are told to.</summary>
public sealed class Instances
{
    private static readonly (string, string) Given = ("OVERSIGHT_RABBITMQ", "amqp://somebody:secret@broker.example/");

    [Theory]
    [InlineData("oversight", true)]
    [InlineData("o", true)]
    [InlineData("a_2", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz01234", false)]
    [InlineData("pg_mine", false)]
    [InlineData("2nd", false)]
    [InlineData("_x", false)]
    [InlineData("Mine", false)]
    [InlineData("ärger", false)]
    [InlineData("my-own", false)]
    [InlineData("a;b", false)]
    [InlineData("a\n", false)]
    public async Task A_name_that_servers_could_not_take_is_refused_by_starter_and_services_alike(string name, bool good)
    {
        using var parts = new Parts();
        var (code, _, errors) = await parts.Run("instance_settle", ("OVERSIGHT_INSTANCE", name));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("OVERSIGHT_INSTANCE", name)]).Build();
        var refused = Record.Exception(() => Assert.Equal($"{name}.grading.from-ingestion", ServiceName.Of("grading", configuration).Queue("ingestion")));

        Assert.Equal(good, code == 0);
        Assert.Equal(good, refused is null);
        if (!good)
        {
            Assert.Contains("1 to 30 lower-case letters, digits and underscores", errors, StringComparison.Ordinal);
            Assert.Contains("1 to 30 lower-case letters, digits and underscores", refused!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_clone_makes_up_a_name_on_given_servers_and_keeps_it()
    {
        using var one = new Parts();
        using var other = new Parts();
        var made = (await one.Run("instance_settle >&2; database_of grading", Given)).Out;

        Assert.Matches("^oversight_[0-9a-f]{6}_grading$", made);
        Assert.Equal(made, (await one.Run("instance_settle >&2; database_of grading", Given)).Out);
        Assert.NotEqual(made, (await other.Run("instance_settle >&2; database_of grading", Given)).Out);
        Assert.Contains($"instance {made[..^"_grading".Length]}", (await one.Run("remember mode mode services; process_rows", Given)).Out, StringComparison.Ordinal);
        Assert.Contains($"OVERSIGHT_INSTANCE={made[..^"_grading".Length]}", (await one.Run("doctor_instance", Given)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_clone_joins_on_purpose_and_stays_joined()
    {
        using var parts = new Parts();

        Assert.Equal("shared_grading", (await parts.Run("instance_settle >&2; database_of grading", Given, ("OVERSIGHT_INSTANCE", "shared"))).Out);
        Assert.Equal("shared_grading", (await parts.Run("instance_settle >&2; database_of grading", Given)).Out);
        Assert.Equal("oversight_grading", (await parts.Run("instance_settle >&2; database_of grading")).Out);
    }
}
