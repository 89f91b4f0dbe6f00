using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>Import sends registers first, adds up what came of each file, and survives a lost connection.</summary>
public sealed class Importing : IDisposable
{
    private const string Register = "force,name,country,ons_code\n", Grades = "force,programme,area,grade,published_on,source_url\n";
    private const string Fine = """{"submission":"s","accepted":3,"unchanged":2,"conflicting":1,"refused":[]}""";
    private const string Unknown = """{"type":"urn:oversight:rule:file.unknown-columns","detail":"Its columns are of no known kind."}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oversight-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Registers_go_first_then_the_rest_by_name()
    {
        await using var stub = await Stub.Saying(Fine);
        Put("a-grades.csv", Grades);
        Put("b-names.csv", "body,name,kind,from,to,source_url\n");
        Put("c-services.csv", "body,name,service,country,source_url\n");
        Put("d-forces.csv", "\ufeff" + Register);
        Put("e.ndjson", """{"body":"x","occurred_on":"2022"}""");
        Put("f.json", """[{"body":"x","occurred_on":"2022"}]""");
        Put("notes.txt", "not sent");
        Put("README.md", "not sent");
        _folder.CreateSubdirectory("more");
        var said = await CommandLine.Ask(stub, "import", _folder.FullName);
        Assert.Equal(0, said.Code);
        Assert.Equal(
            ["d-forces.csv text/csv", "c-services.csv text/csv", "b-names.csv text/csv", "a-grades.csv text/csv", "e.ndjson application/x-ndjson", "f.json application/json"],
            stub.Asked.Select(asked => $"{asked.Address.Split('=')[1]} {asked.MediaType}"));
        Assert.Equal("18 accepted, 12 unchanged, 6 conflicting, 0 refused\n", said.Out);
        Assert.StartsWith("""
            Not sent, for a document is sent by its own name: notes.txt.
            Not sent, for neither records nor a document: README.md.
            Not sent, for a folder in a folder is sent by its own name: more/.

            """, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_known_under_another_source_keeps_it_and_says_so()
    {
        await using var stub = await Stub.Saying("""{"submission":"s","accepted":0,"unchanged":0,"conflicting":0,"refusedInAll":0,"refused":[],"candidates":3,"cited":"https://example.org/a"}""");
        var letter = Put("letter.html", "<p>");
        var said = await CommandLine.Ask(stub, "import", letter, "--source", "https://example.org/b");
        Assert.Equal(0, said.Code);
        Assert.EndsWith("letter.html was sent before and stays cited as https://example.org/a; sent again with another --source it changes nothing.\n", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sent before", (await CommandLine.Ask(stub, "import", letter, "--source", "https://example.org/a")).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sent before", (await CommandLine.Ask(stub, "import", letter)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_to_know_of_rows_that_were_taken_is_said_with_their_places()
    {
        await using var stub = await Stub.Saying(
            """{"submission":"s","accepted":2,"unchanged":0,"conflicting":0,"refusedInAll":0,"refused":[],"notes":[{"file":"later.csv","line":3,"message":"Nothing such is on record: cause/kent/x/y."}]}""");
        var file = Put("later.csv", "body,fact,what,on,by,detail,published_on,source_url\n");

        Assert.Equal((0, "2 accepted, 0 unchanged, 0 conflicting, 0 refused\nlater.csv:3: Nothing such is on record: cause/kent/x/y.\n"), await CommandLine.Ask(stub, "import", file) is var said ? (said.Code, said.Out) : default);
        Assert.Equal("later.csv:3: Nothing such is on record: cause/kent/x/y.", (string?)JsonNode.Parse((await CommandLine.Ask(stub, "import", file, "--json")).Out)!["notes"]![0]);
    }

    [Fact]
    public async Task A_folder_of_which_no_file_is_of_a_known_kind_is_no_success()
    {
        await using var stub = await Stub.Saying(Unknown, 422);
        Put("causes.csv", "body,title\n");
        Assert.Equal((1, "0 accepted, 0 unchanged, 0 conflicting, 0 refused\n"), await CommandLine.Ask(stub, "import", _folder.FullName) is var said ? (said.Code, said.Out) : default);
    }

    [Fact]
    public async Task A_document_is_sent_by_its_own_name_and_its_candidates_are_counted()
    {
        await using var stub = await Stub.Saying("""{"submission":"s","accepted":0,"unchanged":0,"conflicting":0,"refusedInAll":0,"refused":[],"candidates":3}""");
        var said = await CommandLine.Ask(stub, "import", Put("letter.html", "<p>"), "--source", "https://example.org/a");
        Assert.Equal("0 accepted, 0 unchanged, 0 conflicting, 0 refused\n3 candidates to be accepted or declined: ./oversight candidates\n", said.Out);
        var asked = Assert.Single(stub.Asked);
        Assert.Equal(("text/html", true), (asked.MediaType, asked.Address.EndsWith("&source=https%3A%2F%2Fexample.org%2Fa", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_summary_for_machines_has_these_members_and_no_others()
    {
        await using var stub = await Stub.Saying(
            """{"submission":"s","accepted":3,"unchanged":2,"conflicting":1,"refused":[{"file":"grades.csv","line":4,"field":"grade","rule":"grade.unknown","message":"'fine' is no grade."}]}""");
        var said = await CommandLine.Ask(stub, "import", "--json", Put("grades.csv", Grades));
        var expected = """{"accepted":3,"unchanged":2,"conflicting":1,"refusedInAll":1,"refusedWhole":0,"candidates":0,"refused":[{"file":"grades.csv","line":4,"field":"grade","rule":"grade.unknown","message":"'fine' is no grade."}],"notes":[]}""";
        Assert.Equal(0, said.Code);
        Assert.Equal(expected, JsonNode.Parse(said.Out)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Refused_rows_are_shown_with_their_places_up_to_twenty()
    {
        var rows = string.Join(',', Enumerable.Range(2, 23).Select(line => $$"""{"file":"grades.csv","line":{{line}},"field":"grade","rule":"grade.unknown","message":"'fine' is no grade."}"""));
        await using var stub = await Stub.Saying($$"""{"accepted":0,"unchanged":0,"conflicting":0,"refused":[{{rows}}]}""");
        Approved.Is("Cli/Refused", (await CommandLine.Ask(stub, "import", Put("grades.csv", Grades))).Out);
    }

    [Fact]
    public async Task Of_very_many_refused_rows_it_is_said_how_many_there_are_and_where()
    {
        await using var stub = await Stub.Saying(
            """{"submission":"s","accepted":0,"unchanged":0,"conflicting":0,"refusedInAll":12345,"refused":[{"file":"grades.csv","line":4,"field":"grade","rule":"grade.unknown","message":"'fine' is no grade."}]}""");
        var imported = (await CommandLine.Ask(stub, "import", Put("grades.csv", Grades))).Out;
        Assert.StartsWith("0 accepted, 0 unchanged, 0 conflicting, 12345 refused\n", imported, StringComparison.Ordinal);
        Assert.EndsWith("all of grades.csv: /api/v1/submissions/s/refused.csv\n", imported, StringComparison.Ordinal);
        Assert.EndsWith("and 12344 more, all in /api/v1/submissions/s/refused.csv\n", (await CommandLine.Ask(stub, "submissions", "s")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_kind_that_a_folder_holds_is_noted()
    {
        await using var stub = await Stub.Answering(asked => asked.Address.Contains("causes", StringComparison.Ordinal) ? (422, Unknown) : (200, Fine));
        Put("causes.csv", "body,title\n");
        Put("forces.csv", Register);
        var said = await CommandLine.Ask(stub, "import", _folder.FullName);
        Assert.Equal((0, "3 accepted, 2 unchanged, 1 conflicting, 0 refused\n"), (said.Code, said.Out));
        Assert.Contains("Not imported yet, because their columns are of no known kind: causes.csv.", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_no_known_kind_that_was_named_is_an_error()
    {
        await using var stub = await Stub.Saying(Unknown, 422);
        var said = await CommandLine.Ask(stub, "import", "--json", Put("causes.csv", "body,title\n"));
        Assert.Equal(1, said.Code);
        Assert.Equal(
            """{"file":"causes.csv","line":null,"field":null,"rule":"file.unknown-columns","message":"Its columns are of no known kind."}""",
            JsonNode.Parse(said.Out)!["refused"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    public async Task A_file_of_which_nothing_was_taken_is_no_success(int accepted, int unchanged, int code)
    {
        await using var stub = await Stub.Saying($$"""{"submission":"s","accepted":{{accepted}},"unchanged":{{unchanged}},"conflicting":0,"refusedInAll":4,"refused":[]}""");
        Assert.Equal(code, (await CommandLine.Ask(stub, "import", "oversight-cli.runtimeconfig.json")).Code);
    }

    [Fact]
    public async Task The_files_after_a_refused_one_are_still_sent()
    {
        await using var stub = await Stub.Answering(asked => asked.Address.Contains("=a.csv", StringComparison.Ordinal)
            ? (422, """{"type":"urn:oversight:rule:file.encoding","detail":"It is not UTF-8.","line":7}""") : (200, Fine));
        Put("a.csv", Grades);
        Put("b.csv", Grades);
        var said = await CommandLine.Ask(stub, "import", _folder.FullName);
        Assert.Equal(1, said.Code);
        Assert.StartsWith("3 accepted, 2 unchanged, 1 conflicting, 0 refused; 1 file refused whole\n", said.Out, StringComparison.Ordinal);
        Assert.Contains("a.csv:7  whole file  file.encoding  It is not UTF-8.", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again()
    {
        var attempts = 0;
        await using var stub = await Stub.Answering(_ => ++attempts switch { 1 => null, 2 => (503, "{}"), _ => (200, Fine) });
        var said = await CommandLine.Ask(stub, "import", Put("grades.csv", Grades));
        Assert.Equal((0, "3 accepted, 2 unchanged, 1 conflicting, 0 refused\n", 3), (said.Code, said.Out, attempts));
        Assert.Contains("grades.csv: the connection was lost; it is sent again in 0.5 s", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_ends_the_import_after_telling_what_was_done()
    {
        await using var stub = await Stub.Answering(asked => asked.Address.Contains("=b.csv", StringComparison.Ordinal) ? (500, "{}") : (200, Fine));
        Put("a.csv", Grades);
        Put("b.csv", Grades);
        Put("c.csv", Grades);
        var said = await CommandLine.Ask(stub, "import", _folder.FullName);
        Assert.Equal((1, "3 accepted, 2 unchanged, 1 conflicting, 0 refused\n", 2), (said.Code, said.Out, stub.Asked.Count));
        Assert.EndsWith("The answer was 500 InternalServerError.\n", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_that_a_file_is_about_is_passed_on()
    {
        await using var stub = await Stub.Saying(Fine);
        await CommandLine.Ask(stub, "import", "--body", "metropolitan", Put("time line.csv", "occurred_on\n"));
        Assert.Equal("/api/v1/submissions?name=time%20line.csv&body=metropolitan", Assert.Single(stub.Asked).Address);
    }

    [Fact]
    public async Task Two_hundred_thousand_rows_are_sent_in_less_memory_than_they_fill()
    {
        await using var stub = await Stub.Saying(Fine);
        var path = Put("grades.csv", Grades);
        await using (var file = File.AppendText(path))
        {
            for (var row = 0; row < 200_000; row++)
            {
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"metropolitan,PEEL {row},{new string('x', 200)},good,2022-09-22,https://example.org/{row}"));
            }
        }

        var said = await CommandLine.Run([("OVERSIGHT_URL", stub.Address), ("DOTNET_GCHeapHardLimit", "0x1400000")], "import", path);
        Assert.Equal((0, "3 accepted, 2 unchanged, 1 conflicting, 0 refused\n"), (said.Code, said.Out));
        Assert.Equal(new FileInfo(path).Length, Assert.Single(stub.Asked).Bytes);
        Assert.True(new FileInfo(path).Length > 2 * 0x1400000);
    }

    private string Put(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
