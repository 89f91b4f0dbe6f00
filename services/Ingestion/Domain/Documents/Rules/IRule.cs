namespace Oversight.Ingestion.Documents.Rules;

/// <summary>Reads one kind of statement. Its names in <see cref="Candidate.Rule"/> are permanent.</summary>
internal interface IRule
{
    IEnumerable<Candidate> Read(Reading reading);
}

/// <summary>How a rule writes down what it read.</summary>
internal static class Quoting
{
    /// <summary>The candidate with a quote that begins earlier.</summary>
    public static Candidate From(this Candidate candidate, int start, Reading reading) =>
        candidate with { Start = start, Quote = reading.Document.Text[start..candidate.End] };

    extension(Sentence sentence)
    {
        /// <summary>One candidate for every body that the sentence speaks of there; none where it speaks of others.</summary>
        public IEnumerable<Candidate> Claim(
            Reading reading, Words.Span quote, Subject subject, CandidateKind kind, string rule, decimal confidence, Func<Candidate, Candidate> with)
        {
            var (start, end) = (sentence.Start(quote.Start), sentence.End(quote.End));
            return subject.IsOurs
                ? subject.Bodies.Select(body => with(new Candidate(kind, rule, Math.Min(1, confidence + subject.Sure), start, end, reading.Document.Text[start..end]) { Body = body }))
                : [];
        }
    }
}
