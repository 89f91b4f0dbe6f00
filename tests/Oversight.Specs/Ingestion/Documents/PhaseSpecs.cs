using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>Moves into Engage and back to Scan, and what newspapers call them.</summary>
public sealed class PhaseSpecs
{
    [Theory]
    [InlineData("The force was moved into Engage on 28 June 2022.", "phase Engage 2022-06-28")]
    [InlineData("The force has been in special measures since June.", "phase Engage 2022-06")]
    [InlineData("In June, Kent Police was placed in special measures.", "phase Engage 2022-06")]
    [InlineData("Kent Police, which was put into special measures in December, has a new chief.", "phase Engage 2021-12")]
    [InlineData("The watchdog has today moved Kent Police into an enhanced level of monitoring.", "phase Engage 2022-09-22")]
    [InlineData("Kent Police has been placed under enhanced monitoring.", "phase Engage")]
    [InlineData("Kent Police is one of six forces in special measures.", "phase Engage")]
    [InlineData("Kent Police has been removed from enhanced monitoring.", "phase Scan")]
    [InlineData("The force has been moved back to the default phase of monitoring, Scan.", "phase Scan")]
    [InlineData("The force is no longer in special measures.", "phase Scan")]
    [InlineData("Kent Police has come out of special measures.", "phase Scan")]
    [InlineData("The force exited Engage in May 2022.", "phase Scan 2022-05")]
    [InlineData("Kent Police has been in engage since December 2020, when it was said to be failing.", "phase Engage 2020-12")]
    public void A_move_is_read(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("The force has not been placed in special measures.")]
    [InlineData("Kent Police avoided being put into special measures.")]
    [InlineData("The force could be moved into Engage.")]
    [InlineData("It may be placed in special measures if it does not improve.")]
    [InlineData("The force is at risk of being put into special measures.")]
    [InlineData("Essex Police is in special measures.")]
    [InlineData("A force can be moved into Engage when it does not respond to a cause of concern.")]
    [InlineData("Forces in Engage receive more scrutiny.")]
    [InlineData("The force has not been removed from Engage.")]
    [InlineData("Witnesses may ask the court for special measures to support them.")]
    [InlineData("The force wants to engage young people in monitoring.")]
    [InlineData("In 2015 the force was put into special measures.")]
    [InlineData("Claims that Kent Police has been put into special measures are untrue.")]
    [InlineData("Reports that Kent Police has been taken out of special measures are wrong.")]
    [InlineData("When we judge that the force has made progress, I will consider returning it to Scan.")]
    [InlineData("The force is in the default phase of monitoring along with most other forces.")]
    [InlineData("The force, which spent almost two years in special measures until May 2021, continues its recovery.")]
    [InlineData("The force was placed in special measures in December 2020. It came out in March 2022.")]
    [InlineData("Unlike neighbouring Essex Police, which left special measures last year, Kent Police has its own staff.")]
    [InlineData("Essex Police is also in special measures.")]
    public void What_only_looks_like_one_is_not(string text) => Assert.Empty(Extracted.InShort(text));

    [Fact]
    public void A_list_of_forces_is_a_candidate_for_each() => Assert.Equal(
        ["phase Engage", "phase cleveland Engage", "phase wiltshire Engage"],
        Extracted.InShort("Three forces in Engage\n\nCleveland Police, Wiltshire Police and Kent Police are all in Engage.", alone: true).Order());

    [Fact]
    public void Without_the_documents_own_date_in_June_is_no_date() =>
        Assert.Equal(["phase Engage"], Extracted.InShort("Kent Police was moved into Engage in June.", alone: true));
}
