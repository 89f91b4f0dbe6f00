using Oversight.Contracts;
using Oversight.Core;
using Oversight.Ingestion;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;
using Xunit;
using Said = Oversight.Contracts.Ingestion.V1;

namespace Oversight.Specs.Ingestion;

/// <summary>What the others hear of.</summary>
public sealed class PublishingSpecs
{
    public static TheoryData<Type> Facts => [.. EventNames<FactEvent>.Types.Values];

    public static TheoryData<Type> Registers => [.. EventNames<RegisterEvent>.Types.Values];

    [Theory, MemberData(nameof(Facts))]
    public void Every_fact_is_said(Type type) => Says(Publishing.Contract((FactEvent)Specs.Samples.Of(type)));

    [Theory, MemberData(nameof(Registers))]
    public void Everything_about_the_register_is_said(Type type) => Says(Publishing.Contract((RegisterEvent)Specs.Samples.Of(type)));

    [Fact]
    public void A_grade_is_said_in_the_words_of_the_contract()
    {
        var claimed = Claims.Events(Claims.Graded(Grade.RequiresImprovement, "https://a", "2022-09-22"))[0];

        var said = Assert.IsType<Said.GradeReported>(Publishing.Contract(claimed));
        Assert.Equal(("metropolitan", "requires-improvement", "first", "2022-09-22", 1), (said.Body, said.Grade, said.Source.Standing, said.Source.PublishedOn, said.Source.Revision));
    }

    [Fact]
    public void A_move_is_said_in_the_words_of_the_contract()
    {
        var said = Assert.IsType<Said.PhaseMoveReported>(Publishing.Contract(Claims.Events(Claims.Moved(Phase.Engage, "2022-06", "https://a"))[0]));

        Assert.Equal(("engage", "Engage", "2022-06", null), (said.Phase, said.Label, said.EffectiveOn, said.Until));
    }

    private static void Says(IContract contract) => Assert.Equal("sample", contract.Body);
}
