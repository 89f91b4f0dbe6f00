using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>0 it is done, 1 it was refused or failed, 2 it was asked wrongly, 3 nobody answers; and one sentence that says why.</summary>
public sealed class ExitCodes
{
    [Theory]
    [InlineData("--as-of is a day from 1829 to 2100 such as 2022-07-08, not '2022-07'.", "status", "--as-of", "2022-07")]
    [InlineData("--as-of is a day from 1829 to 2100 such as 2022-07-08, not '2022-02-30'.", "engage", "--as-of", "2022-02-30")]
    [InlineData("--known-at is a day from 1829 to 2100 such as 2022-07-08, not '8 July 2022'.", "conflicts", "--known-at", "8 July 2022")]
    [InlineData("--recorded-at is an instant from 1829 to 2100 with its offset such as 2026-11-23T09:00:00Z, not '2026-11-23T09:00:00'.", "status", "--recorded-at", "2026-11-23T09:00:00")]
    [InlineData("--phase is scan or engage or cannot-tell or scheme-not-begun, not 'special measures'.", "status", "--phase", "special measures")]
    [InlineData("'now' is not known to oversight status.", "status", "now")]
    [InlineData("--as-of is a day from 1829 to 2100 such as 2022-07-08, not '1066-10-14'.", "status", "--as-of", "1066-10-14")]
    [InlineData("--on is a date from 1829 to 2100 such as 2022, 2022-06 or 2022-06-28, not '2126-02-20'.", "propose", "kent", "--to", "engage", "--on", "2126-02-20")]
    [InlineData("--claim is the id of a claim, as ./oversight conflicts --json gives it, not 'nope'.", "settle", "phase/kent/engage/2022-06", "--claim", "nope")]
    [InlineData("'statsu' is not known to oversight; did you mean status?", "statsu", "--as-of", "2022-07-08")]
    [InlineData("'--as-off' is not known to oversight status; did you mean --as-of?", "status", "--as-off", "2022-07-08")]
    [InlineData("'--souce' is not known to oversight import; did you mean --source?", "import", "oversight-cli.runtimeconfig.json", "--souce", "x")]
    [InlineData("'backtst' is not known to oversight rulebook; did you mean backtest?", "rulebook", "backtst", "2026-1")]
    [InlineData("'xyzzy' is not known to oversight.", "xyzzy")]
    [InlineData("Say which command.")]
    [InlineData("Required argument missing for command: 'import'.", "import")]
    [InlineData("There is no file or folder nowhere.csv.", "import", "nowhere.csv")]
    [InlineData("oversight-cli.dll is not a .csv, .json, .ndjson, .txt, .html or .pdf file.", "import", "oversight-cli.dll")]
    [InlineData("'not an address' is not an address such as http://127.0.0.1:8080.", "status", "--url", "not an address")]
    public async Task Asked_wrongly_it_says_what_is_wrong_and_asks_nobody(string sentence, params string[] words)
    {
        await using var stub = await Stub.Saying("{}");
        var said = await CommandLine.Ask(stub, words);
        Assert.Equal((2, ""), (said.Code, said.Out));
        Assert.Equal(sentence, said.Error.Split('\n')[0]);
        Assert.Empty(stub.Asked);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_rule()
    {
        await using var stub = await Stub.Saying("""{"type":"urn:oversight:rule:body.unknown","title":"body.unknown","detail":"There is no body 'atlantis'."}""", 404);
        Assert.Equal(new(1, "", "There is no body 'atlantis'. (body.unknown)\n"), await CommandLine.Ask(stub, "engage"));
    }

    [Theory]
    [InlineData("effectiveOn is a date such as 2022, not 'asOf'.", "--on is a date such as 2022, not 'asOf'.")]
    [InlineData("from is 2020-01-01 and so after to, 2019-01-01.", "--from is 2020-01-01 and so after --to, 2019-01-01.")]
    [InlineData("No body is called 'x'; GET /api/v1/status lists them all.", "No body is called 'x'; ./oversight status --all lists them all.")]
    [InlineData("The document does not tell when it was; say it as publishedOn.", "The document does not tell when it was; say it as --published-on.")]
    [InlineData("The document does not tell when it was; say it as date.", "The document does not tell when it was; say it as --date.")]
    [InlineData("The JSON of the request cannot be read at $.percent; /openapi/v1.json says what is asked for.", "The JSON of the request cannot be read at $.percent; --help says what is asked for.")]
    public async Task What_a_service_calls_a_parameter_is_told_as_an_option(string there, string here)
    {
        await using var stub = await Stub.Saying($$"""{"type":"urn:oversight:rule:request.malformed","detail":"{{there}}"}""", 400);
        Assert.Equal(new(1, "", $"{here} (request.malformed)\n"), await CommandLine.Ask(stub, "engage"));
    }

    [Fact]
    public async Task What_begins_like_an_option_can_be_looked_for()
    {
        await using var stub = await Stub.Saying("""{"found":[]}""");
        Assert.Equal(0, (await CommandLine.Ask(stub, "search", "--", "--as-off")).Code);
        Assert.Equal("/api/v1/search?q=--as-off", Assert.Single(stub.Asked).Address);
    }

    [Fact]
    public async Task A_failure_without_an_explanation_is_told_by_its_number()
    {
        await using var stub = await Stub.Saying("<html>", 500);
        Assert.Equal(new(1, "", "The answer was 500 InternalServerError.\n"), await CommandLine.Ask(stub, "engage"));
    }

    [Fact]
    public async Task A_service_that_is_down_is_told_as_such()
    {
        await using var stub = await Stub.Saying("""{"type":"urn:oversight:rule:service.unreachable","detail":"The monitoring service does not answer just now."}""", 502);
        var said = await CommandLine.Ask(stub, "status");
        Assert.Equal((3, ""), (said.Code, said.Out));
        Assert.Equal($"The monitoring service does not answer just now. (service.unreachable) Oversight at {stub.Address} is not ready; see ./oversight ps.\n", said.Error);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("import", "oversight-cli.runtimeconfig.json")]
    public async Task When_nobody_is_there_it_says_how_to_start(params string[] words)
    {
        var said = await CommandLine.Run([("OVERSIGHT_URL", "http://127.0.0.1:9")], words);
        Assert.Equal((3, ""), (said.Code, said.Out));
        Assert.StartsWith("Oversight cannot be reached at http://127.0.0.1:9 (", said.Error, StringComparison.Ordinal);
        Assert.EndsWith("). Start it with ./oversight up.\n", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("import", "oversight-cli.runtimeconfig.json")]
    public async Task No_address_is_guessed_where_nothing_was_started(params string[] words) =>
        Assert.Equal(new(3, "", "Nothing runs here; ./oversight up starts it. Where Oversight runs elsewhere, say so with --url or OVERSIGHT_URL.\n"), await CommandLine.Run([], words));

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task An_answer_from_which_a_part_is_missing_is_no_success(string json)
    {
        await using var stub = await Stub.Saying("""{"id":"kent","name":"Kent Police","service":"police","status":{"phase":"Scan","sources":[],"marks":[]},"stays":[],"grades":[],"audits":[],"conflicts":[],"missing":["audits"]}""");
        var said = await CommandLine.Ask(stub, [.. new[] { "body", "kent", json }.Where(word => word != "")]);
        Assert.Equal((3, "The audits are missing: the service that keeps them does not answer just now.\n"), (said.Code, said.Error));
        Assert.DoesNotContain("Audits: none on record", said.Out, StringComparison.Ordinal);
        if (json == "")
        {
            Assert.Contains("Audits: cannot be shown just now", said.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_else_at_the_address_is_not_taken_for_Oversight()
    {
        await using var stub = await Stub.Saying("<html>");
        var said = await CommandLine.Ask(stub, "status");
        Assert.Equal(new(3, "", $"What answers at {stub.Address}/ is not Oversight: its answer is not JSON.\n"), said);
    }

    [Fact]
    public async Task The_address_in_the_words_wins_over_the_one_in_the_environment()
    {
        await using var stub = await Stub.Saying("""{"bodies":[]}""");
        Assert.Equal(0, (await CommandLine.Run([("OVERSIGHT_URL", "http://127.0.0.1:9")], "status", "--url", stub.Address)).Code);
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_what_is_on_this_machine()
    {
        await using var stub = await Stub.Saying("""{"bodies":[]}""");
        Assert.Equal(0, (await CommandLine.Run([("OVERSIGHT_URL", stub.Address), ("http_proxy", "http://127.0.0.1:9")], "status")).Code);
    }
}
