using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests.Starter;

/// <summary>One contract that waits for a person, or a long way to catch up, keeps nobody from starting.</summary>
public sealed class Starting
{
    private const string Unready = """
        {"status":"Unhealthy","checks":[{"name":"everything-moves","status":"Unhealthy","description":"1 contracts are parked (\u0022./oversight parked\u0022)","data":{"inbox grading":{"head":9}}}]}
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
        Assert.Contains("WARNING: grading runs, but it is not ready (503): 1 contracts are parked (\"./oversight parked\")\n", errors, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_service_that_has_ended_is_called_dead_with_where_to_look()
    {
        using var parts = new Parts();

        const string Died = "remember mode mode services; remember ports grading 9; printf '1 1 x\\n' >\"$OVERSIGHT_HOME/run/grading\"; ";
        const string Says = "has ended by itself: ./oversight logs grading says why, ./oversight up starts it again";
        Assert.Contains($"DEAD, {Says}", (await parts.Run(Died + "ps_table")).Out, StringComparison.Ordinal);
        var (code, said, _) = await parts.Run(Died + "doctor");
        Assert.Equal(1, code);
        Assert.Matches($"(?m)^  DEAD +grading {Says}$", said);
        Assert.Matches("(?m)^grading .* not running$", (await parts.Run("rm \"$OVERSIGHT_HOME/run/grading\"; ps_table")).Out);
    }

    [Theory]
    [InlineData("{\"status\":\"Unhealthy\",\"services\":{\"grading\":{\"status\":503}}}", "see http://127.0.0.1:9/health/ready and ./oversight logs gateway")]
    [InlineData("{\"status\":503,\"detail\":\"The grading service does not answer just now.\"}", "The grading service does not answer just now")]
    public async Task Why_something_is_not_ready_is_never_raw_json(string json, string sentence)
    {
        using var parts = new Parts();
        Assert.Equal($"not ready (503): {sentence}", (await parts.Run($"remember ports public 9; process_remember gateway $$ x; http_get() {{ printf '503\n%s' '{json}'; }}; service_not ready gateway")).Out);
    }

    [Theory]
    [InlineData("parked", "http://127.0.0.1:2 http://127.0.0.1:1")]
    [InlineData("parked", " http://elsewhere.example", "OVERSIGHT_URL", "http://elsewhere.example")]
    public async Task The_client_is_told_where_the_services_of_this_clone_answer_and_no_others(string word, string told, params string[] environment)
    {
        using var parts = new Parts();

        var (_, said, _) = await parts.Run($$"""
            printf '#!/bin/sh\necho "$Oversight__Services__grading $OVERSIGHT_URL"\n' >"$OVERSIGHT_HOME/dotnet"
            chmod +x "$OVERSIGHT_HOME/dotnet"
            PATH=$OVERSIGHT_HOME:$PATH
            cli_program() { printf '%s' "$OVERSIGHT_HOME/dotnet"; }
            remember ports public 1
            remember ports grading 2
            hand_over {{word}}
            """, [.. environment.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(told.Trim(), said);
    }

    [Fact]
    public async Task All_services_in_one_process_answer_where_each_alone_would()
    {
        using var parts = new Parts();

        var (_, said, _) = await parts.Run("""
            remember mode mode embedded
            internal_ports_settle
            process_remember embedded $$ x
            before=$(service_addresses)
            port_listening() { return 0; }
            internal_ports_settle
            connection_string() { :; }
            [[ $(service_addresses) == "$before" ]] && service_settings embedded | grep -cFx "$before"
            """);

        Assert.Equal("3", said);
    }
}
