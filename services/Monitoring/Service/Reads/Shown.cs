using Oversight.Hosting;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>What the answers have in common.</summary>
internal static class Shown
{
    extension(Moment moment)
    {
        public Viewpoint Viewpoint => new(moment.AsOf, moment.KnownAt, moment.RecordedAt, moment.Strict);

        /// <summary>The instant up to which the record was read.</summary>
        public DateTimeOffset Until => moment.RecordedAt ?? moment.Now.ToUniversalTime();
    }

    /// <summary>PublicationDateUnknown is written "publication date unknown".</summary>
    public static IReadOnlyList<string> InWords(this IEnumerable<Mark> marks) =>
        [.. marks.Select(mark => string.Concat(mark.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}")))];

    /// <summary>Are there more sources than are listed? The history has them all.</summary>
    public static bool HasMore<T>(this IEnumerable<Seen<T>> seen)
        where T : notnull => seen.Any(value => value.Further);

    public static IReadOnlyList<SourceShown> Sources(this IEnumerable<Seen<MoveDate>> claims) => SourceShown.Of(claims, claim => claim.On.ToString());
}
