using Oversight.Ingestion.Register;
using Xunit;
using static Oversight.Ingestion.Register.RegisterCommand;
using static Oversight.Ingestion.Register.RegisterEvent;

namespace Oversight.Specs.Ingestion;

public sealed class RegisterSpecs() : Spec<BodyRegister, RegisterCommand, RegisterEvent>(BodyRegister.Decider)
{
    [Fact]
    public void A_body_is_registered_once() =>
        When(Register("kent", "Kent Police")).Then(Registered("kent", "Kent Police"));

    [Fact]
    public void A_body_registered_again_by_another_file_changes_nothing() =>
        Given(Registered("kent", "Kent Police")).When(Register("kent", "Kent Police") with { Submission = "s2", Line = 9 }).ThenNothing();

    [Fact]
    public void A_body_is_not_registered_under_another_name() =>
        Given(Registered("kent", "Kent Police")).When(Register("kent", "Kent Constabulary")).ThenRejected("body.registered-otherwise");

    [Fact]
    public void Two_bodies_of_one_service_do_not_share_a_name() =>
        Given(Registered("kent", "Kent Police")).When(Register("kent-2", "KENT  Police")).ThenRejected("body.name-taken");

    [Theory]
    [InlineData("")]
    [InlineData("Kent")]
    [InlineData("kent/1")]
    [InlineData("kent--1")]
    [InlineData("kеnt")]
    public void An_id_is_plain_words_and_hyphens(string id) => When(Register(id, "Kent Police")).ThenRejected("body.id-invalid");

    [Fact]
    public void A_body_has_further_names() =>
        Given(Registered("kent", "Kent Police")).When(Name("kent", "KP")).Then(Named("kent", "KP"));

    [Fact]
    public void A_name_given_again_changes_nothing() =>
        Given(Registered("kent", "Kent Police"), Named("kent", "KP")).When(Name("kent", "KP") with { Line = 7 }).ThenNothing();

    [Fact]
    public void A_name_needs_a_body_in_the_register() => When(Name("kent", "KP")).ThenRejected("body.unknown");

    [Fact]
    public void The_name_of_one_body_is_no_other_name_of_another() =>
        Given(Registered("kent", "Kent Police"), Registered("essex", "Essex Police")).When(Name("essex", "Kent Police")).ThenRejected("body.name-taken");

    internal static RegisterBody Register(string id, string name, BodyService service = BodyService.Police) =>
        new(id, name, service, "England", null, null, "s1", 2);

    internal static BodyRegistered Registered(string id, string name, BodyService service = BodyService.Police) =>
        new(id, name, service, "England", null, null, "s1", 2);

    internal static NameBody Name(string id, string name, NameKind kind = NameKind.Alias) => new(id, name, kind, null, null, null, "s1", 3);

    internal static BodyNamed Named(string id, string name, NameKind kind = NameKind.Alias) => new(id, name, kind, null, null, null, "s1", 3);
}
