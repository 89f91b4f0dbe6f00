using Oversight.Ingestion.Submissions;
using Xunit;
using static Oversight.Ingestion.Submissions.SubmissionCommand;
using static Oversight.Ingestion.Submissions.SubmissionEvent;

namespace Oversight.Specs.Ingestion;

public sealed class SubmissionSpecs() : Spec<Submission, SubmissionCommand, SubmissionEvent>(Submission.Decider)
{
    private static readonly SubmissionReceived Received = new("grades.csv", "text/csv", "ab12", 100, null, null);
    private static readonly Receive Receive = new("grades.csv", "text/csv", "ab12", 100, null, null);
    private static readonly RefusedRow Bad = new(5, "grade", "grade.unknown", "No such grade.");

    [Fact]
    public void A_document_is_received() => When(Receive).Then(Received);

    [Fact]
    public void The_same_bytes_under_another_name_are_the_same_document() =>
        Given(Received).When(Receive with { Name = "copy of grades.csv" }).ThenNothing();

    [Fact]
    public void What_was_refused_may_be_sent_again_under_another_name() =>
        Given(Received, new SubmissionRefused("file.media-type-contradicts", "It says JSON.", null)).When(Receive with { Name = "good.csv" })
            .Then(Received with { Name = "good.csv" });

    [Fact]
    public void Nothing_is_read_that_was_not_received() => When(ReadRows(2, 501)).ThenRejected("submission.not-received");

    [Fact]
    public void Each_part_read_is_on_record() => Given(Received).When(ReadRows(2, 501)).Then(Read(2, 501));

    [Fact]
    public void A_part_read_again_without_news_adds_nothing() =>
        Given(Received, Read(2, 501, refused: Bad)).When(new ReadRows(2, 501, 0, 499, 0, [Bad])).ThenNothing();

    [Fact]
    public void A_row_that_is_refused_no_longer_is_news() =>
        Given(Received, Read(2, 501, refused: Bad)).When(new ReadRows(2, 501, 1, 499, 0, [])).Then(new RowsRead(2, 501, 1, 499, 0, []));

    [Fact]
    public void A_document_is_read_to_its_end_once() =>
        Given(Received, Read(2, 501), Read(502, 600, refused: Bad)).When(new FinishReading()).Then(new SubmissionRead(1000, 0, 0, 1));

    [Fact]
    public void A_document_is_refused_whole() =>
        Given(Received).When(new Refuse("file.truncated", "It stops.", 7)).Then(new SubmissionRefused("file.truncated", "It stops.", 7));

    [Fact]
    public void What_was_read_stays_read_however_badly_it_is_sent_again() =>
        Given(Received, Read(2, 501)).When(new Refuse("file.media-type-contradicts", "It says JSON.", null)).ThenNothing();

    [Fact]
    public void A_document_is_unfinished_until_its_end_and_knows_how_far_it_was_read()
    {
        var submission = new SubmissionEvent[] { Received, Read(2, 501) }.Aggregate(Submission.Initial, Submission.Evolve);

        Assert.True(submission.IsUnfinished);
        Assert.Equal(501, submission.ReadTo);
        Assert.False(Submission.Evolve(submission, new SubmissionRead(500, 0, 0, 0)).IsUnfinished);
        Assert.False(Submission.Evolve(submission, new SubmissionRefused("file.truncated", "It stops.", 7)).IsUnfinished);
    }

    [Fact]
    public void What_the_bytes_mean_makes_the_submission()
    {
        var id = Submission.IdOf("ab12", "text/csv", "kent");

        Assert.Equal(id, Submission.IdOf("ab12", "text/csv", "kent"));
        Assert.Equal(5, new HashSet<string>
        {
            id, Submission.IdOf("ab13", "text/csv", "kent"), Submission.IdOf("ab12", "application/json", "kent"),
            Submission.IdOf("ab12", "text/csv", "essex"), Submission.IdOf("ab12", "text/csv", null),
        }.Count);
        Assert.Equal(id, Submission.IdIn(Submission.StreamOf(id)));
    }

    private static RowsRead Read(int from, int to, params RefusedRow[] refused) => new(from, to, 500, 0, 0, refused);

    private static ReadRows ReadRows(int from, int to) => new(from, to, 500, 0, 0, []);
}
