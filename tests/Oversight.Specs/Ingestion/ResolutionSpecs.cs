using Oversight.Ingestion.Register;
using Xunit;
using static Oversight.Specs.Ingestion.RegisterSpecs;

namespace Oversight.Specs.Ingestion;

public sealed class ResolutionSpecs
{
    private static readonly BodyRegister Bodies = new RegisterEvent[]
    {
        Registered("metropolitan", "Metropolitan Police Service"),
        Registered("devon-and-cornwall", "Devon and Cornwall Police"),
        Registered("hampshire-and-isle-of-wight", "Hampshire and Isle of Wight Constabulary"),
        Registered("gloucestershire", "Gloucestershire Constabulary"),
        Registered("derbyshire", "Derbyshire Constabulary"),
        Registered("gloucestershire-fire", "Gloucestershire Fire and Rescue Service", BodyService.Fire),
        Registered("london-fire-brigade", "London Fire Brigade", BodyService.Fire),
        Registered("hampshire-fire", "Hampshire Fire and Rescue Service", BodyService.Fire),
        Named("metropolitan", "the Met"),
        Named("metropolitan", "MPS"),
        Named("hampshire-and-isle-of-wight", "Hampshire Constabulary", NameKind.Former),
        Named("gloucestershire-fire", "Shire Rescue"),
        Named("hampshire-fire", "Shire Rescue", NameKind.Press),
    }.Aggregate(BodyRegister.Initial, BodyRegister.Evolve);

    [Theory]
    [InlineData("metropolitan", null, "metropolitan")]
    [InlineData("Metropolitan Police Service", null, "metropolitan")]
    [InlineData("the Met", null, "metropolitan")]
    [InlineData("Met", null, "metropolitan")]
    [InlineData("The  METROPOLITAN police-service ", null, "metropolitan")]
    [InlineData("Ｍetropolitan Pólice Service", null, "metropolitan")]
    [InlineData("M.P.S.", null, null)]
    [InlineData("Metropolitan", BodyService.Police, "metropolitan")]
    [InlineData("Devon & Cornwall Police", null, "devon-and-cornwall")]
    [InlineData("Devon&Cornwall", BodyService.Police, "devon-and-cornwall")]
    [InlineData("Hampshire Constabulary", null, "hampshire-and-isle-of-wight")]
    [InlineData("Hampshire", BodyService.Police, "hampshire-and-isle-of-wight")]
    [InlineData("Hampshire", BodyService.Fire, "hampshire-fire")]
    [InlineData("Gloucestershire", BodyService.Fire, "gloucestershire-fire")]
    [InlineData("gloucestershire", null, "gloucestershire")]
    [InlineData("gloucestershire", BodyService.Fire, "gloucestershire-fire")]
    [InlineData("Gloucestershire FRS", null, "gloucestershire-fire")]
    [InlineData("Derbyshire Police", null, "derbyshire")]
    [InlineData("London Fire & Rescue Service", null, "london-fire-brigade")]
    public void A_name_means_one_body(string text, BodyService? service, string? body) =>
        Assert.Equal(body, Bodies.Resolve(text, service).Body);

    [Theory]
    [InlineData("Loamshire Police", null, "body.unknown")]
    [InlineData("", null, "body.unknown")]
    [InlineData("Меtropolitan", null, "body.unknown")]
    [InlineData("Gloucestershire", null, "body.ambiguous")]
    [InlineData("London", null, "body.ambiguous")]
    [InlineData("Shire Rescue", null, "body.ambiguous")]
    [InlineData("London", BodyService.Police, "body.unknown")]
    [InlineData("Metropolitan Police Service", BodyService.Fire, "body.other-service")]
    [InlineData("metropolitan", BodyService.Fire, "body.other-service")]
    [InlineData("England and Wales", null, "body.is-an-aggregate")]
    [InlineData("England and Wales (43 forces)", null, "body.is-an-aggregate")]
    [InlineData("Other 28 forces inspected in the same year (press average)", null, "body.is-an-aggregate")]
    [InlineData("All forces", null, "body.is-an-aggregate")]
    [InlineData("the 43 police forces", null, "body.is-an-aggregate")]
    public void What_means_none_or_several_is_not_guessed(string text, BodyService? service, string rule)
    {
        var resolution = Bodies.Resolve(text, service);

        Assert.Null(resolution.Body);
        Assert.Equal(rule, resolution.Rule);
        Assert.NotEmpty(resolution.Because!);
    }

    [Fact]
    public void Two_services_known_by_one_name_are_told_apart_by_their_ids() =>
        Assert.Equal("'Shire Rescue' can mean gloucestershire-fire or hampshire-fire; say which by its id.", Bodies.Resolve("Shire Rescue", null).Because);

    [Fact]
    public void A_look_alike_letter_is_shown_for_what_it_is() =>
        Assert.Equal(@"No body in the register has the id or the name '\u041c\u0435tropolitan'.", Bodies.Resolve("Меtropolitan", null).Because);
}
