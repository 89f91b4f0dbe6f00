using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>What people do who look after the services: they see what was refused or parked, and say that they have.</summary>
public sealed class Keeping
{
    private const string Refused = """
        [{"id":"ingestion/unreadable","source":"ingestion","rule":"unreadable","because":"It could not be read and lies in oversight.grading.from-ingestion_error: 'n' is no value.","times":2,"firstAt":"2026-11-23T09:00:00.1234567+00:00","lastAt":"2026-11-23T09:00:05.7654321+00:00"}]
        """;

    private const string Parked = """
        [{"id":"1","source":"ingestion","sequence":7,"type":"ingestion.grade-reported.v1","body":"kent","rule":"programme.unknown","because":"There is no such programme."},
         {"id":"2","source":"ingestion","sequence":9,"type":"ingestion.grade-reported.v1","body":"kent","rule":"held-behind","because":"Something before it about this body is parked."}]
        """;

    [Fact]
    public async Task What_was_refused_is_listed_and_just_that_is_forgotten()
    {
        string? sent = null;
        await using var grading = await Stub.Answering(asked => (200, asked.Method == "GET" ? Refused : """{"forgotten":1}"""), body => sent = body);
        await using var other = await Stub.Answering(asked => (200, asked.Method == "GET" ? "[]" : """{"forgotten":0}"""));
        var addresses = Addresses(other, grading, other);

        var listed = await CommandLine.Run(addresses, "refused");
        Assert.Equal(new(0, """
            Service  From       Times  Last                              Why
            grading  ingestion  2      23 November 2026 at 09:00:05 UTC  It could not be read and lies in oversight.grading.from-ingestion_error: 'n' is no value. (unreadable)

            """, ""), listed);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Refused), JsonNode.Parse((await CommandLine.Run(addresses, "refused", "--json")).Out)!["grading"]));
        Assert.All(grading.Asked, asked => Assert.Equal("GET /internal/v1/refused", $"{asked.Method} {asked.Address}"));

        Assert.Equal(new(0, $"{listed.Out}\nForgotten.\n", ""), await CommandLine.Run(addresses, "refused", "forget"));
        Assert.Equal("POST /internal/v1/refused/forget", $"{grading.Asked.Last().Method} {grading.Asked.Last().Address}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Refused), JsonNode.Parse(sent!)));
        Assert.Equal(new(0, "Nothing was refused.\n", ""), await CommandLine.Run(addresses, "refused", "forget", "--service", "monitoring"));
    }

    [Fact]
    public async Task What_was_refused_meanwhile_stays_and_is_said_to()
    {
        await using var grading = await Stub.Answering(asked => (200, asked.Method == "GET" ? Refused : """{"forgotten":0}"""));
        var said = await CommandLine.Run(Addresses(grading, grading, grading), "refused", "forget", "--service", "grading");
        Assert.EndsWith("\n0 of 1 forgotten; of the others there are more by now.\n", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_parked_is_listed_by_what_holds_it_up_and_tried_again()
    {
        var isMended = false;
        await using var grading = await Stub.Answering(asked => asked.Method == "GET" ? (200, isMended ? "[]" : Parked) : Mend());
        await using var other = await Stub.Answering(asked => (200, asked.Method == "GET" ? "[]" : """{"released":0}"""));
        var addresses = Addresses(other, grading, other);

        Assert.Equal(new(0, """
            Service  From       At  Body  What                         Why                                              Behind it
            grading  ingestion  7   kent  ingestion.grade-reported.v1  There is no such programme. (programme.unknown)  1

            """, ""), await CommandLine.Run(addresses, "parked"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Parked), JsonNode.Parse((await CommandLine.Run(addresses, "parked", "--json")).Out)!["grading"]));

        Assert.Equal(new(0, "2 released.\nNothing is parked.\n", ""), await CommandLine.Run(addresses, "parked", "retry"));
        Assert.Equal(["POST /internal/v1/parked/retry", "GET /internal/v1/parked"], grading.Asked.TakeLast(2).Select(asked => $"{asked.Method} {asked.Address}"));

        (int, string) Mend()
        {
            isMended = true;
            return (200, """{"released":2}""");
        }
    }

    [Fact]
    public async Task A_service_that_does_not_answer_hides_nothing_of_the_others()
    {
        await using var grading = await Stub.Saying(Refused);
        var said = await CommandLine.Run([("Oversight__Services__grading", grading.Address), ("Oversight__Services__monitoring", "http://127.0.0.1:9")], "refused");

        Assert.Equal(3, said.Code);
        Assert.Contains("grading  ingestion  2", said.Out, StringComparison.Ordinal);
        Assert.StartsWith("Of grading:\n", said.Out, StringComparison.Ordinal);
        Assert.Contains("ingestion: Where ingestion itself answers is not known here.", said.Error, StringComparison.Ordinal);
        Assert.Contains("monitoring: Oversight cannot be reached at http://127.0.0.1:9 (", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_told_as_such()
    {
        Assert.Equal("--service is ingestion or grading or monitoring, not 'gateway'.", (await CommandLine.Run([], "refused", "--service", "gateway")).Error.Split('\n')[0]);
        Assert.Equal("'forgive' is not known to oversight refused.", (await CommandLine.Run([], "refused", "forgive")).Error.Split('\n')[0]);
    }

    private static (string, string)[] Addresses(Stub ingestion, Stub grading, Stub monitoring) =>
        [("Oversight__Services__ingestion", ingestion.Address), ("Oversight__Services__grading", grading.Address), ("Oversight__Services__monitoring", monitoring.Address)];
}
