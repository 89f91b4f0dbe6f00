using System.IO.Compression;
using Oversight.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Oversight.Ingestion.Readers;

/// <summary>Unpacks the streams of one PDF file as long as they do not swell beyond what is read: a small file can hold terabytes.</summary>
internal sealed class BoundedFilters(CancellationToken ct) : IFilterProvider
{
    /// <summary>The most bytes that all streams of a file may come to.</summary>
    public const long Most = 128L << 20;

    // A packed byte of this kind, which no program has written for decades, can stand for thousands.
    private const int LongestLzw = 128 * 1024;

    private long _left = Most;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private Filter[] Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Filter(filter, this))];

    private void Spend(long bytes) => _left = bytes <= _left ? _left - bytes
        : throw new RejectedException("document.too-large", $"What the PDF file has packed comes to more than {Most >> 20} MiB; it may be made so on purpose.");

    private sealed class Filter(IFilter inner, BoundedFilters budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Check();
            budget.Spend(inner is FlateFilter ? Unpacked(input) : inner is LzwFilter && input.Length > LongestLzw ? long.MaxValue : input.Length);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        // Unpacked once to be counted, a little at a time and never more than may be.
        private long Unpacked(Memory<byte> input)
        {
            var (all, piece) = (0L, new byte[64 * 1024]);
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
                for (int read; all <= budget._left && (read = stream.Read(piece)) > 0; all += read)
                {
                    budget.Check();
                }
            }
            catch (InvalidDataException)
            {
                // Damaged: what could be read counts, and what is made of the rest is the parser's.
            }

            return all;
        }
    }

    private void Check() => ct.ThrowIfCancellationRequested();
}
