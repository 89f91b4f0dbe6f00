namespace Oversight.Core;

/// <summary>What a reader must be told beside an answer.</summary>
public enum Mark
{
    /// <summary>The dates are not known precisely enough to say whether it stood.</summary>
    CannotTell,

    /// <summary>Sources disagree; nobody has settled it.</summary>
    Conflicting,

    /// <summary>The date is not known to the day, and the day asked about lies within it.</summary>
    DateImprecise,

    /// <summary>No source says when.</summary>
    DateUnknown,

    /// <summary>No source that says so has a publication date.</summary>
    PublicationDateUnknown,

    /// <summary>It was published about then, perhaps later.</summary>
    PublicationDateImprecise,

    /// <summary>Who says so does not say when; another source dates the report.</summary>
    PublicationDayByAnotherSource,

    /// <summary>It left Engage later on, but no source says when it had entered.</summary>
    EntryUnknown,

    /// <summary>Sources put it into Engage again although none says that it had left.</summary>
    EnteredAgain,

    /// <summary>The figure rests on fewer than thirty cases; read the count.</summary>
    TinyDenominator,

    /// <summary>How many cases the figure rests on was not published.</summary>
    DenominatorUnknown,

    /// <summary>Somebody disputes it; that leaves it as it is.</summary>
    Disputed,

    /// <summary>A source dates it before something that has to come first.</summary>
    OutOfOrder,

    /// <summary>It came before the move into Engage that it belongs to.</summary>
    BeforeEntry,

    /// <summary>It came after the return to Scan that it belongs to.</summary>
    AfterExit,

    /// <summary>Nobody can tell to which stay in Engage it belongs, if to any.</summary>
    StayUnknown,

    /// <summary>Its kind is none that is known here, and is kept as printed.</summary>
    KindUnknown,

    /// <summary>It was decided in this system, and nobody has published it yet.</summary>
    NotPublished,

    /// <summary>It is dated before the body existed in law, as what was found while bodies were inspected as one that later became one.</summary>
    BeforeItExistedInLaw,

    /// <summary>It is dated after the body had become part of another one.</summary>
    AfterItHadMerged,

    /// <summary>The body was formed, or became part of another one, about then; whether it existed cannot be told.</summary>
    ExistenceUnclear,

    /// <summary>In that year the scheme of phases took the place of an earlier one; on which day is not on record.</summary>
    SchemeUnclear,

    /// <summary>A later move is on record that a strict read leaves out, for no source of it was surely published by then.</summary>
    LaterMoveNotSurelyPublished,

    /// <summary>Sources disagree, and a rule or a person has said which of them counts.</summary>
    Settled,

    /// <summary>Its publisher changed what it had said.</summary>
    Corrected,

    /// <summary>Its publisher took it back.</summary>
    Withdrawn,

    /// <summary>What it is about is on record nowhere else.</summary>
    NothingSuchOnRecord,

    /// <summary>No source dates the report itself; what is counted from its publication is counted from that of its grades.</summary>
    CountedFromTheDayItsGradesWerePublished,

    /// <summary>The same of a report that is known by its figures.</summary>
    CountedFromTheDayItsFiguresWerePublished,

    /// <summary>Nobody dates the report itself; the days are counted from the one on which the causes of concern were published that came with it.</summary>
    CountedFromTheDayItsCausesWerePublished,

    /// <summary>Words that were written with knowledge of what came later are left out.</summary>
    LaterWordsLeftOut,

    /// <summary>A settlement has set it aside: another side counts.</summary>
    Overruled,

    /// <summary>A source prints a count and a percentage that cannot both be right; both are kept.</summary>
    CountAndPercentDisagree,

    /// <summary>A source prints that it came without a recommendation, which every cause of concern has.</summary>
    PrintedWithoutRecommendations,

    /// <summary>Investigations took that form no longer on the day that is given.</summary>
    FormNoLongerInUse,
}

/// <summary>How marks are written.</summary>
public static class Marks
{
    extension(Mark mark)
    {
        /// <summary>PublicationDateUnknown is written "publication date unknown".</summary>
        public string InWords => string.Concat(mark.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));
    }

    extension(IEnumerable<Mark> marks)
    {
        /// <summary>Each in words, in the same order.</summary>
        public IReadOnlyList<string> InWords => [.. marks.Select(mark => mark.InWords)];
    }
}
