namespace Oversight.Ingestion.Readers;

/// <summary>Puts the wrapped cells of a table into one line for each row: what stands in the middle of a row of two lines is on neither of them.</summary>
internal static class PdfTables
{
    // In sizes of the letters.
    private const double NarrowestGap = 0.6, WidestStep = 1.9, WidestRowStep = 4;

    // Lines of one cell stand nearer to each other than rows do.
    private const double Nearer = 1.12;

    public static List<PdfLine> Merged(List<PdfLine> lines)
    {
        var merged = new List<PdfLine>();
        for (var i = 0; i < lines.Count;)
        {
            var (region, gap) = Region(lines, i);
            var rows = Rows(region, gap);
            // What only looked like one more row, such as a short line of the next paragraph, is none.
            while (rows is null && region.Count > 2)
            {
                region.RemoveAt(region.Count - 1);
                rows = Rows(region, gap);
            }

            if (rows is not null)
            {
                merged.AddRange(rows);
                i += region.Count;
            }
            else
            {
                merged.Add(lines[i++]);
            }
        }

        return merged;
    }

    // The lines from one in two parts on which all leave the same stripe of the page free.
    private static (List<PdfLine> Lines, (double Left, double Right) Gap) Region(List<PdfLine> lines, int start)
    {
        if (lines[start].Parts.Count != 2)
        {
            return ([], default);
        }

        var region = new List<PdfLine> { lines[start] };
        var gap = (Left: lines[start].Parts[0].Right, Right: lines[start].Parts[1].Left);
        for (var i = start + 1; i < lines.Count; i++)
        {
            var (before, line) = (lines[i - 1], Divided(lines[i], gap));
            var step = (before.Baseline - line.Baseline) / line.Size;
            if (step <= 0 || line.Size > before.Size + 1 || step > (line.Parts.Count == 2 ? WidestRowStep : WidestStep) || line.Parts.Count > 2 || Narrowed(gap, line) is not { } narrowed || narrowed.Right - narrowed.Left < line.Size * NarrowestGap)
            {
                break;
            }

            gap = narrowed;
            region.Add(line);
        }

        return (region, gap);
    }

    // A long first cell comes so near to the second that the gap between them looks like one between words.
    private static PdfLine Divided(PdfLine line, (double Left, double Right) gap)
    {
        if (line.Parts is not [{ Words: var words }])
        {
            return line;
        }

        for (var i = 1; i < words.Count; i++)
        {
            var (left, right) = (words[i - 1].Right, words[i].Left);
            if (left <= gap.Right && right >= gap.Left && right - left >= line.Size * NarrowestGap)
            {
                return line with { Parts = [new([.. words.Take(i)]), new([.. words.Skip(i)])] };
            }
        }

        return line;
    }

    private static (double Left, double Right)? Narrowed((double Left, double Right) gap, PdfLine line)
    {
        foreach (var part in line.Parts)
        {
            if (part.Right <= gap.Right && part.Left < gap.Left)
            {
                gap.Left = Math.Max(gap.Left, part.Right);
            }
            else if (part.Left >= gap.Left)
            {
                gap.Right = Math.Min(gap.Right, part.Left);
            }
            else
            {
                return null;
            }
        }

        return gap;
    }

    // Null where the lines are the rows already, or no table at all.
    private static List<PdfLine>? Rows(List<PdfLine> lines, (double Left, double Right) gap)
    {
        if (lines.Count < 3 || lines.TrueForAll(line => line.Parts.Count == 2) || !lines.Exists(line => line.Parts.Count == 2))
        {
            return null;
        }

        bool IsFirst(PdfPart part) => part.Left < gap.Right - 1;
        var steps = lines.Zip(lines.Skip(1)).Where(pair => IsFirst(pair.First.Parts[0]) && IsFirst(pair.Second.Parts[0])).Select(pair => pair.First.Baseline - pair.Second.Baseline).ToList();
        var first = lines.Where(line => IsFirst(line.Parts[0])).ToList();
        var pitch = steps.Count == 0 ? 0 : steps.Min();
        var rows = new List<List<PdfLine>>();
        foreach (var line in first)
        {
            var isWithin = rows.Count > 0 && rows[^1][^1] is var before && (steps.Exists(step => step > pitch * Nearer)
                ? before.Baseline - line.Baseline <= pitch * Nearer
                : line.Parts.Count == 1);
            if (isWithin)
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        // A second cell that is longer than its first one goes on below it.
        List<PdfLine>? RowOf(PdfLine line) => rows.Find(row => line.Top > row[^1].Bottom && line.Bottom < row[0].Top) ?? rows.FindLast(row => row[0].Baseline > line.Baseline);
        var second = lines.FindAll(line => !IsFirst(line.Parts[^1])).ToLookup(RowOf);
        var made = rows.ConvertAll(row => Row(row, [.. second[row]], IsFirst));
        return made.Count > 1 && made.TrueForAll(row => row.Parts.Count == 2) ? made : null;
    }

    private static PdfLine Row(List<PdfLine> first, List<PdfLine> second, Func<PdfPart, bool> isFirst)
    {
        var parts = new List<PdfPart> { Cell([.. first.Select(line => line.Parts[0])]) };
        if (second.Count > 0)
        {
            parts.Add(Cell([.. second.Select(line => line.Parts.Last(part => !isFirst(part)))]));
        }

        return first[0] with { Parts = parts, Bottom = first[^1].Bottom };
    }

    private static PdfPart Cell(List<PdfPart> parts) => new([.. parts.SelectMany(part => part.Words)]);
}
