using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

public sealed class WordingSpecs
{
    [Theory]
    [InlineData("2022-09-21", "call handling, Daniel Morgan panel findings; child-exploitation causes added later", "call handling, Daniel Morgan panel findings; […]")]
    [InlineData("2022-09-30", "named as a ground for Engage; formal text of the cause not readable; exit letter of January 2025 says the causes it lists are closed", "named as a ground for Engage; formal text of the cause not readable; […]")]
    [InlineData("2021-05-06", "not fixed by 2020; issued again that year as an accelerated cause", "not fixed by 2020; […]")]
    [InlineData("2022-05-06", "not fully addressed; issued again 2023", "not fully addressed; […]")]
    [InlineData("2024-03-11", "governance; neighbourhood policing added July 2024, 2025-04 and 4 April 2025; the end", "governance; […]; the end")]
    [InlineData("2024-09-15", "Revisit starts (continues into October 2024)", "Revisit starts […]")]
    [InlineData("2022-09-01", "Special commission report dated (web version updated 2 September 2022)", "Special commission report dated […]")]
    [InlineData("2022-09-02", "Special commission report dated (web version updated 2 September 2022)", "Special commission report dated (web version updated 2 September 2022)")]
    [InlineData("2022-09-02", "Home Secretary writes; PPOG appearance set for 19 September 2022", "Home Secretary writes; PPOG appearance set for 19 September 2022")]
    [InlineData("2021-10-01", "PEEL 2021/22, three months after the move", "PEEL 2021/22, three months after the move")]
    [InlineData("2020-12-17", "about 80,100 crimes a year unrecorded", "about 80,100 crimes a year unrecorded")]
    [InlineData("2023-01-01", "Sarah Everard abducted by a serving Met officer, later convicted of her murder", "Sarah Everard abducted by a serving Met officer, […]")]
    public void A_clause_that_tells_what_came_later_is_left_out(string knownAt, string text, string read) => Assert.Equal(read, Words(knownAt).Of(text));

    [Theory]
    [InlineData("revisited December 2022, closed with the exit letter", "[…]")]
    [InlineData("one of six grounds for Engage; closing date not found", "one of six grounds for Engage; […]")]
    [InlineData("inadequate in all three pillars; exit dated only to month by HMICFRS", "inadequate in all three pillars; […]")]
    [InlineData("issued by letter six months before the report; led to Engage; not fixed", "issued by letter six months before the report; […]")]
    public void Beside_a_beginning_nothing_tells_how_it_went_on(string text, string read) => Assert.Equal(read, Words("2022-06-01").OfBeginning(text));

    [Theory]
    [InlineData("2020-06-30", "re-inspection 2020 (2017 audit as quoted by PEEL 2021/22)", "re-inspection 2020 […]")]
    [InlineData("2021-06-30", "re-inspection 2020 (2017 audit as quoted by PEEL 2021/22)", "re-inspection 2020 (2017 audit as quoted by PEEL 2021/22)")]
    [InlineData("2021-06-30", "PEEL 2018/19 (carried out 2018; shown by press next to 2022 figures)", "PEEL 2018/19 […]")]
    [InlineData("2019-06-30", "Stop and search audit 2019 (random sample)", "Stop and search audit 2019 (random sample)")]
    public void Of_a_name_only_the_remark_in_brackets_may_be_left_out(string knownAt, string name, string read) => Assert.Equal(read, Words(knownAt).OfName(name));

    [Fact]
    public void From_the_day_on_which_it_was_written_a_text_is_whole() =>
        Assert.Equal("causes added later, in 2027", Words("2026-11-23").Of("causes added later, in 2027"));

    private static Wording Words(string knownAt) => new(DateOnly.Parse(knownAt, null), new(2026, 11, 23));
}
