using System.Text;
using MimeKit;
using Oversight.Core;
using Oversight.Monitoring.Changes;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Records;
using Xunit;

namespace Oversight.Specs.Follows;

/// <summary>How a mail to somebody who follows reads.</summary>
public sealed class DigestSpecs
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly DigestLinks Links = new("https://oversight.example.org", "a-token");

    private static readonly MailSettings Settings = new(MailboxAddress.Parse("oversight@example.org"), Links.Public, null, "a-folder");

    private static readonly FollowEvent.DigestBegun Digest = new("f-1", 7, 9, At);

    [Fact]
    public void The_subject_says_what_changed() => Assert.Equal("Metropolitan Police Service: Returned to Scan", Digests.Subject(Follow(), [Met(Change("Returned to Scan"))]));

    [Fact]
    public void Of_several_changes_it_says_the_first_and_how_many() =>
        Assert.Equal("Metropolitan Police Service: Changed: Hearing, and 1 more", Digests.Subject(Follow(), [Met(Change("Hearing", "changed"), Change("Verdict"))]));

    [Fact]
    public void Of_grades_it_says_which()
    {
        var grade = Change("PEEL 2025-27: 1 grade") with { Detail = "Investigating crime: good" };
        Assert.Equal("Metropolitan Police Service: PEEL 2025-27: 1 grade (Investigating crime: good)", Digests.Subject(Follow(), [Met(grade)]));
        Assert.Contains("* PEEL 2025-27: 1 grade (Investigating crime: good), 28 June 2022", Digests.Write(Follow(), [Met(grade)], Links).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_bodies_it_says_how_many() =>
        Assert.Equal("what I follow: 3 changes of 2 bodies", Digests.Subject(Follow(), [Met(Change("one"), Change("two")), Met(Change("three"))]));

    [Fact]
    public void It_names_what_how_it_read_its_sources_its_page_and_how_to_stop()
    {
        var text = Digests.Write(Follow(), [Met(Change("Hearing", "changed") with { Before = "Hearing, in June", Marks = ["conflicting"] })], Links);

        string[] said =
        [
            "* Changed: Hearing, 28 June 2022 (conflicting)", "Before: Hearing, in June", "https://oversight.example.org/bodies/metropolitan#court%2F2022", "Source: https://example.org/a-letter",
            "You get this because you follow \"what I follow\" by mail, every morning on which something has changed.", "https://oversight.example.org/following/f-1", "https://oversight.example.org/unsubscribe/a-token",
        ];
        Assert.All(said, line => Assert.Contains(line, text.Plain, StringComparison.Ordinal));
        Assert.DoesNotContain("<img", text.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<a href=\"https://oversight.example.org/unsubscribe/a-token\">", text.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hearing\r\nBcc: everybody@example.org")]
    [InlineData("Hearing\n\nBody of another's making")]
    [InlineData("Hearing\u2028\u0000\u001b[31m")]
    public void Nothing_that_a_source_says_makes_a_header_or_a_line_of_its_own(string title)
    {
        var mail = Mail(Met(Change(title)) with { Name = $"Kent{title}" });
        var read = MimeMessage.Load(Written(mail), TestContext.Current.CancellationToken);

        Assert.Equal(["Auto-Submitted", "Content-Type", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "Message-Id", "Precedence", "Subject", "To"], Fields(mail).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(read.Subject!, char.IsControl);
        Assert.Equal(["ines@example.org"], read.GetRecipients().Select(to => to.Address));
        Assert.DoesNotContain(read.TextBody!.Split('\n'), line => line.StartsWith("Bcc", StringComparison.Ordinal) || line.StartsWith("Body of", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_source_says_is_no_markup() =>
        Assert.DoesNotContain("<script", Digests.Write(Follow() with { Name = "<script>" }, [Met(Change("<script>alert(1)</script>"))], Links).Html, StringComparison.Ordinal);

    [Fact]
    public void It_says_why_where_the_record_does_in_so_many_words_and_no_more()
    {
        var text = Digests.Write(Follow(), [Met(Change("Moved to Engage") with { Reason = "Systemic <concerns>\r\nSubject: none" }, Change("Hearing") with { Reason = new string('x', 5_000) }, Change("Verdict"))], Links);

        Assert.Contains("  Why: Systemic <concerns> Subject: none\n", text.Plain.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<br>Why: Systemic &lt;concerns&gt; Subject: none", text.Html, StringComparison.Ordinal);
        Assert.Contains($"Why: {new string('x', 500)}…", text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 501), text.Plain + text.Html, StringComparison.Ordinal);
        Assert.Equal(2, text.Plain.Split("Why: ").Length - 1);
    }

    [Fact]
    public void A_mail_can_be_stopped_at_one_click()
    {
        var headers = Mail(Met(Change("Hearing"))).Headers;

        Assert.Equal(("<https://oversight.example.org/api/v1/unsubscribe/a-token>", "List-Unsubscribe=One-Click"), (headers[HeaderId.ListUnsubscribe], headers[HeaderId.ListUnsubscribePost]));
    }

    [Fact]
    public void The_same_digest_is_the_same_mail_and_the_next_one_is_another()
    {
        var (one, again, next) = (Mail(Met(Change("Hearing"))), Mail(Met(Change("Hearing"))), DigestMail.Of(new("", "", ""), Digest with { After = 9, Upto = 12 }, "ines@example.org", Settings, Links));

        Assert.Equal((one.MessageId, one.Date), (again.MessageId, again.Date));
        Assert.NotEqual(one.MessageId, next.MessageId);
    }

    [Fact]
    public void A_subject_is_never_endless() => Assert.True(Digests.Subject(Follow(), [Met(Change(new string('x', 149 - 29) + "\U0001F600" + new string('x', 500)))]).Length <= 151);

    [Theory]
    [InlineData("ines@example.org", "ines@example.org")]
    [InlineData(" ines.h+x@mail.example.org ", "ines.h+x@mail.example.org")]
    [InlineData("ines", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("ines@", null)]
    [InlineData("@example.org", null)]
    [InlineData("ines@example.org, all@example.org", null)]
    [InlineData("Ines <ines@example.org>", null)]
    [InlineData("ines@example.org\r\nBcc: all@example.org", null)]
    [InlineData("ines@example.org\u0000", null)]
    [InlineData("ines@a@example.org", null)]
    public void An_address_is_one_plain_address(string? asked, string? address) => Assert.Equal(address, MailSettings.Address(asked));

    private static MimeMessage Mail(BodyChanges changes) => DigestMail.Of(Digests.Write(Follow(), [changes], Links), Digest, "ines@example.org", Settings, Links);

    // As they stand in what is sent, whatever a library makes of it.
    private static IEnumerable<string> Fields(MimeMessage mail) => Encoding.UTF8.GetString(Written(mail).ToArray()).ReplaceLineEndings("\n").Split("\n\n")[0]
        .Split('\n').Where(line => !char.IsWhiteSpace(line[0])).Select(line => line.Split(':')[0]);

    private static MemoryStream Written(MimeMessage mail)
    {
        var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        bytes.Position = 0;
        return bytes;
    }

    private static Follow Follow() => new("f-1", "what I follow", FollowFilter.Everything, new(MailFrequency.Daily, Guid.Empty), 7, 7, At);

    private static BodyChanges Met(params ChangeShown[] changes) => new("metropolitan", "Metropolitan Police Service", At, changes.Length, changes);

    private static ChangeShown Change(string title, string what = "new") => new(what, "court/2022", PartialDate.Parse("2022-06-28"), "court", title, null, [],
        [new SourceShown("https://example.org/a-letter", null, null, null, null, "a-submission", 2, Guid.Empty, "a-fact", At)]);
}
