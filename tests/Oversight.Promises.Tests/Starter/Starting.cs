using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests.Starter;

/// <summary>One contract that waits for a person, or a long way to catch up, keeps nobody from starting.</summary>
public sealed class Starting
{
    private const string Unready = """
        {"status":"Unhealthy","checks":[{"name":"everything-moves","status":"Unhealthy","description":"1 contracts are parked (GET \u0022/internal/v1/parked\u0022)","data":{"inbox grading":{"head":9}}}]}
        """;

    [Fact]
    public async Task What_runs_and_is_not_ready_is_a_warning_that_says_why_and_where_to_look()
    {
        await using var service = await Stub.Answering(asked => asked.Address == "/health/ready" ? (503, Unready) : (200, "{}"));
        using var parts = new Parts();
        var port = new Uri(service.Address).Port;

        var (code, said, errors) = await parts.Run($"remember ports grading {port}; process_remember grading $$ x; services_await grading; services_warn grading");

        Assert.Equal(0, code);
        Assert.Contains($"grading runs on 127.0.0.1:{port}", said, StringComparison.Ordinal);
        Assert.Contains("WARNING: grading runs, but it is not ready (503): 1 contracts are parked (GET \"/internal/v1/parked\")\n", errors, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}/health/ready", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_well_gets_no_warning()
    {
        await using var service = await Stub.Saying("{}");
        using var parts = new Parts();

        var (code, _, errors) = await parts.Run($"remember ports grading {new Uri(service.Address).Port}; process_remember grading $$ x; services_await grading; services_warn grading");

        Assert.Equal((0, ""), (code, errors));
    }

    [Fact]
    public async Task A_service_whose_process_has_ended_has_not_started()
    {
        using var parts = new Parts();

        var (code, _, errors) = await parts.Run("remember ports grading 9; echo 'the last word' >\"$OVERSIGHT_HOME/logs/grading.log\"; services_await grading");

        Assert.Equal(1, code);
        Assert.Contains("the last word", errors, StringComparison.Ordinal);
        Assert.Contains("grading did not start: not running", errors, StringComparison.Ordinal);
    }
}
