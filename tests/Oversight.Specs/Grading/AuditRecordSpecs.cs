using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.ProgrammeRecords;
using Xunit;
using static Oversight.Grading.ProgrammeRecords.GradingCommand;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

public sealed class AuditRecordSpecs() : Spec<ProgrammeRecord, GradingCommand, GradingEvent>(ProgrammeRecord.Decider)
{
    private const string Label = "PEEL 2021/22";

    [Fact]
    public void A_rate_is_assessed_with_its_generation_of_method() =>
        Given().When(new Assess("metropolitan", Label, Grounds(76), Report)).Then(new AuditAssessed("metropolitan", Label, Grounds(76), "stop-search-2021-22", Report));

    [Fact]
    public void Seventy_five_contests_seventy_six() =>
        Given(new AuditAssessed("metropolitan", Label, Grounds(76), "stop-search-2021-22", Report))
            .When(new Assess("metropolitan", Label, Grounds(75), Press))
            .Then(new AuditContested("metropolitan", Label, Grounds(75), "stop-search-2021-22", Press));

    [Fact]
    public void A_third_source_of_a_contested_rate_supports_it() =>
        Given(new AuditAssessed("metropolitan", Label, Grounds(76), "stop-search-2021-22", Report),
              new AuditContested("metropolitan", Label, Grounds(75), "stop-search-2021-22", Press))
            .When(new Assess("metropolitan", Label, Grounds(75), Third))
            .Then(new AuditSupported("metropolitan", Label, Grounds(75), "stop-search-2021-22", Third));

    [Fact]
    public void The_same_number_with_more_noughts_supports_it() =>
        Given(new AuditAssessed("metropolitan", Label, Rate(89.5m, null), "rolling-2016-2020", Report))
            .When(new Assess("metropolitan", Label, Rate(89.50m, 1.64m), Press))
            .Then(new AuditSupported("metropolitan", Label, Rate(89.50m, 1.64m), "rolling-2016-2020", Press));

    [Fact]
    public void Another_half_width_for_the_same_rate_contests_it() =>
        Given(new AuditAssessed("metropolitan", Label, Rate(89.5m, 1.64m), "rolling-2016-2020", Report),
              new AuditSupported("metropolitan", Label, Rate(89.5m, null), "rolling-2016-2020", Third))
            .When(new Assess("metropolitan", Label, Rate(89.5m, 1.66m), Press))
            .Then(new AuditContested("metropolitan", Label, Rate(89.5m, 1.66m), "rolling-2016-2020", Press));

    [Fact]
    public void A_claim_that_is_on_record_adds_nothing() =>
        Given(new AuditAssessed("metropolitan", Label, Grounds(76), "stop-search-2021-22", Report))
            .When(new Assess("metropolitan", Label, Grounds(76), Report)).ThenNothing();

    [Fact]
    public void An_inspection_that_no_round_claims_has_an_unknown_method() =>
        Given().When(new Assess("dyfed-powys", "Cause of concern revisit 2022", Rate(91.6m, null, "Cause of concern revisit 2022"), Report))
            .Then(new AuditAssessed("dyfed-powys", "Cause of concern revisit 2022", Rate(91.6m, null, "Cause of concern revisit 2022"), "unknown", Report));

    [Theory]
    [InlineData(-0.1, null, null)]
    [InlineData(100.1, null, null)]
    [InlineData(50, -1.0, null)]
    [InlineData(50, null, 0)]
    public void A_figure_that_cannot_be_is_refused(double percent, double? halfWidth, int? sample) =>
        Given().When(new Assess("metropolitan", Label, new(AuditKind.Recording, Label, "violent", (decimal)percent, (decimal?)halfWidth, sample), Report))
            .ThenRejected("audit.impossible-figure");

    private static readonly Provenance
        Report = Source("https://example.org/report"), Press = Source("https://example.org/press"), Third = Source("https://example.org/third", null);

    private static AuditFigure Grounds(decimal percent) => new(AuditKind.StopSearch, Label, AuditFigure.WithReasonableGrounds, percent, null, null);

    private static AuditFigure Rate(decimal percent, decimal? halfWidth, string inspection = "Crime Data Integrity inspection 2018") =>
        new(AuditKind.Recording, inspection, "all crime excluding fraud", percent, halfWidth, null);
}
