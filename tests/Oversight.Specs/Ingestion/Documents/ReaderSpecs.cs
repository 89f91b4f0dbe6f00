using System.Text;
using CsCheck;
using Oversight.Core;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;
using Oversight.Testing;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>Text, web pages and PDF files as blocks, and what is refused.</summary>
public sealed class ReaderSpecs
{
    [Fact]
    public void Plain_text_is_kept_to_the_letter()
    {
        const string Text = "\r\n Head\r\n\r\nOne  two\r\nthree.\r\n\r\n• a\r\n• b\r\n";
        var document = Read(Text);
        Assert.Equal(Text, document.Text);
        Assert.Equal(["Heading:Head", "Paragraph:One  two\r\nthree.", "ListItem:• a", "ListItem:• b"], Blocks(document));
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph_and_columns_are_cells()
    {
        var document = Read("The force has been inspected, and the report that came of it says\nthat there is a good deal to do before anybody will be satisfied.\n\nArea\tGrade\nPreventing crime\tGood\n");
        Assert.Equal(["Paragraph", "TableCell", "TableCell", "TableCell", "TableCell"], document.Blocks.Select(block => block.Kind.ToString()));
        Assert.Equal(new CellPlace(0, 1, 1), document.Blocks[^1].Cell);
    }

    [Fact]
    public void A_page_is_its_article_and_the_rest_is_around_it()
    {
        var document = Page("""
            <title>Kent Police</title><meta property="article:published_time" content="2022-09-22T10:00:00Z">
            <nav><a href="/">Home</a></nav><div class="cookie-banner"><p>Cookies are kept here for you.</p></div>
            <script>document.write("x")</script><p hidden>Hidden words.</p>
            <article><h1>Kent   Police</h1><p>It was rated <b>good</b> at
            preventing crime.</p><aside>Aside words.</aside><ul><li>One item of a list of things</li></ul>
            <table><tr><th>Area</th><td>Grade</td></tr></table><p><a href="/x">Read more: other news</a></p>
            <p>Words enough that an article is told apart from a teaser, which is always shorter than this one is. Words enough that an article is told apart from a teaser.</p></article>
            <footer><p>Footer words.</p></footer>
            """);
        Assert.Equal(
            ["Heading:Kent Police", "Paragraph:It was rated good at preventing crime.", "ListItem:One item of a list of things", "TableCell:Area", "TableCell:Grade"],
            Blocks(document).Where(block => !block.StartsWith("Chrome", StringComparison.Ordinal)).Take(5));
        Assert.Equal(["Chrome:Home", "Chrome:Cookies are kept here for you.", "Chrome:Aside words.", "Chrome:Read more: other news", "Chrome:Footer words."],
            Blocks(document).Where(block => block.StartsWith("Chrome", StringComparison.Ordinal)));
        Assert.Equal(("Kent Police", PartialDate.Parse("2022-09-22")), (document.Title, document.Dated!.Value));
        Assert.DoesNotContain("Hidden", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("write", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_is_read_by_what_it_says()
    {
        var page = Encoding.Latin1.GetBytes("<html><head><meta charset=\"iso-8859-1\"></head><body><p>Caf\u00e9 \u00a320</p></body></html>");
        Assert.Equal("Café £20", DocumentReader.Read(page, DocumentForm.Html).Text);
    }

    [Fact]
    public void A_pdf_file_is_read_in_lines_without_its_running_head()
    {
        var document = DocumentReader.Read(PdfFile.Of("# Findings\n\nThe force was graded on several areas and this line is\nwrapped over two.\n\nArea\tGrade\nPreventing crime\tGood", "# More\n\nSecond page."), DocumentForm.Pdf);
        Assert.Equal(
            ["Heading:Findings", "Paragraph:The force was graded on several areas and this line is wrapped over two.",
                "TableCell:Area", "TableCell:Grade", "TableCell:Preventing crime", "TableCell:Good", "Heading:More", "Paragraph:Second page."],
            Blocks(document));
    }

    [Theory]
    [InlineData("03-report")]
    [InlineData("24-core-questions")]
    public void The_sample_of_a_pdf_file_is_what_its_text_makes(string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "Samples", "documents", name);
        var made = PdfFile.Of(File.ReadAllText($"{path}.source.md").Split("\n---\n"));
        if (Environment.GetEnvironmentVariable("OVERSIGHT_APPROVE") == "1")
        {
            File.WriteAllBytes($"{path}.pdf", made);
        }

        Assert.Equal(DocumentReader.Read(File.ReadAllBytes($"{path}.pdf"), DocumentForm.Pdf).Text, DocumentReader.Read(made, DocumentForm.Pdf).Text);
    }

    [Theory]
    [InlineData("", DocumentForm.Text, "document.empty")]
    [InlineData("a\0b", DocumentForm.Text, "document.encoding")]
    [InlineData("%PDF-1.7 and no more", DocumentForm.Pdf, "document.damaged")]
    [InlineData("<html><body><script>x</script></body></html>", DocumentForm.Html, "document.no-text")]
    public void What_cannot_be_read_is_refused(string text, DocumentForm form, string rule) => Refused(Encoding.UTF8.GetBytes(text), form, rule);

    [Fact]
    public void Broken_utf_8_a_file_too_large_and_a_pdf_file_without_text_are_refused()
    {
        Refused([0x41, 0xFF, 0xFE, 0x41], DocumentForm.Text, "document.encoding");
        Refused(new byte[DocumentReader.LargestInBytes + 1], DocumentForm.Text, "document.too-large");
        Refused(Encoding.UTF8.GetBytes(new string('x', DocumentReader.LongestText + 1)), DocumentForm.Text, "document.too-long");
        var empty = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        empty.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        Refused(empty.Build(), DocumentForm.Pdf, "document.no-text");
        var many = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        for (var page = 0; page <= 400; page++)
        {
            many.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        }

        Refused(many.Build(), DocumentForm.Pdf, "document.too-many-pages");
    }

    [Fact]
    public void A_page_is_read_however_deep_it_goes_and_refused_where_that_is_an_attack()
    {
        Assert.StartsWith("Words.", Page("<p>Words.</p>" + string.Concat(Enumerable.Repeat("<div>", 1_000)) + "deep").Text, StringComparison.Ordinal);
        Refused(Encoding.UTF8.GetBytes("<p>Words.</p>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep"), DocumentForm.Html, "document.too-deep");
    }

    [Theory]
    [InlineData("<b>", 100, "document.too-deep")]
    [InlineData("<b>x</b>", 100, null)]
    [InlineData("<p>x", 200_001, "document.too-large")]
    public void Elements_that_are_too_many_or_would_become_so_are_refused(string element, int times, string? rule)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(element, times)) + "<p>Words.");
        Assert.Equal(rule, Record.Exception(() => DocumentReader.Read(page, DocumentForm.Html)) is RejectedException refusal ? refusal.Rule : null);
    }

    [Fact]
    public void A_small_pdf_file_that_unpacks_to_very_much_is_refused() => Refused(PdfFile.Swelling(BoundedFilters.Most + 1), DocumentForm.Pdf, "document.too-large");

    [Fact]
    public void No_reader_goes_on_when_nobody_waits_any_more()
    {
        var over = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => TextReading.Of("Words."u8, over));
        Assert.Throws<OperationCanceledException>(() => HtmlReading.Of(Encoding.UTF8.GetBytes("<p>Words."), over));
        Assert.Throws<OperationCanceledException>(() => PdfReading.Of(PdfFile.Of("Words."), over));
    }

    [Fact]
    public void A_cut_pdf_file_is_read_or_refused_and_never_fails_otherwise()
    {
        var file = PdfFile.Of("# Findings\n\nThe force was graded.");
        Gen.Int[1, file.Length].Sample(length =>
        {
            try
            {
                DocumentReader.Read(file.AsMemory(0, length), DocumentForm.Pdf);
            }
            catch (RejectedException refusal)
            {
                Assert.StartsWith("document.", refusal.Rule, StringComparison.Ordinal);
            }
        }, iter: 60);
    }

    [Fact]
    public void The_shipped_register_is_the_one_that_an_import_makes()
    {
        Assert.Equal(Samples.Bodies.Bodies.OrderBy(body => body.Key), ShippedRegister.Bodies.Bodies.OrderBy(body => body.Key));
        Assert.Equal(Samples.Bodies.Names.Keys.Order(), ShippedRegister.Bodies.Names.Keys.Order());
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", DocumentForm.Text)]
    [InlineData("TEXT/HTML", DocumentForm.Html)]
    [InlineData("application/pdf", DocumentForm.Pdf)]
    [InlineData("image/png", null)]
    public void A_media_type_names_a_form(string mediaType, DocumentForm? form) => Assert.Equal(form, DocumentReader.FormOf(mediaType));

    private static void Refused(byte[] bytes, DocumentForm form, string rule)
    {
        var refusal = Assert.Throws<RejectedException>(() => DocumentReader.Read(bytes, form));
        Assert.Equal(rule, refusal.Rule);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    private static DocumentText Read(string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), DocumentForm.Text);

    private static DocumentText Page(string html) => DocumentReader.Read(Encoding.UTF8.GetBytes($"<!doctype html><html><body>{html}</body></html>"), DocumentForm.Html);

    private static IEnumerable<string> Blocks(DocumentText document) => document.Blocks.Select(block => $"{block.Kind}:{document.Text[block.Start..block.End]}");
}
