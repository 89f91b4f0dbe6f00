using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>An address that nobody made is answered by a page all the same.</summary>
public sealed class Addresses
{
    [Theory]
    [InlineData("/error?status=1", 404)]
    [InlineData("/error?status=999", 404)]
    [InlineData("/error?status=200", 404)]
    [InlineData("/error?status=403", 403)]
    [InlineData("/error", 500)]
    public async Task What_is_no_error_is_answered_as_a_page_that_is_not_there(string address, int status)
    {
        var page = await Page.At(address);
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
    }

    [Theory]
    [InlineData("/changes?after=abc", "“abc” is nothing that this page can take as after")]
    [InlineData("/changes?after=-5", "“-5” is nothing")]
    [InlineData("/changes?after=100000000000000000000", "“100000000000000000000” is nothing")]
    [InlineData("/provenance/x?line=first", "“first” is nothing that this page can take as line")]
    public async Task A_number_that_is_none_is_refused_in_words(string address, string says)
    {
        var page = await Page.At(address);
        Assert.Equal(400, page.Status);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
    }
}
