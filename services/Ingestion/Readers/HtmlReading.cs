using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Readers;

/// <summary>A web page: what it tells, apart from what stands around it. Nothing is fetched and no script runs.</summary>
internal static class HtmlReading
{
    private const int Deepest = 250, MostElements = 200_000;

    private static readonly HashSet<string> Unseen =
        ["script", "style", "noscript", "title", "template", "head", "svg", "math", "iframe", "object", "canvas", "video", "audio", "select", "button", "input", "textarea", "map", "dialog", "source", "picture"];

    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "ins", "del", "label", "img"];

    public static DocumentText Of(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Nesting.Check(bytes.Span);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var elements = 0;
        using var page = new HtmlParser(new HtmlParserOptions { OnCreated = (_, _) => Count() }).ParseDocument(stream);
        if (page.Body is not { } body)
        {
            return new("", []);
        }

        var main = MainContent.Of(body);
        var builder = new TextBuilder();
        new Walk(main, builder, ct).Into(body, BlockKind.Paragraph, isChrome: main != body, isMain: main == body, 0);
        var document = builder.Build(page.Title, PageDate.Of(page, main));
        return document.Text.Count(c => c == '\ufffd') > 20 + (document.Text.Length / 200)
            ? throw new RejectedException("document.encoding", "The page is not in the encoding it says it is in; too many of its characters cannot be read.")
            : document;

        void Count()
        {
            ct.ThrowIfCancellationRequested();
            if (++elements > MostElements)
            {
                throw new RejectedException("document.too-large", $"The page has more than {MostElements} elements.");
            }
        }
    }

    private sealed class Walk(IElement main, TextBuilder builder, CancellationToken ct)
    {
        private int _tables;
        private CellPlace? _cell;

        public void Into(IElement element, BlockKind kind, bool isChrome, bool isMain, int depth)
        {
            ct.ThrowIfCancellationRequested();
            if (depth > Deepest || Unseen.Contains(element.LocalName) || MainContent.IsHidden(element))
            {
                return;
            }

            if (element == main)
            {
                (isChrome, isMain) = (false, true);
                builder.Close();
            }

            // The headline often stands above the article.
            var isHeadline = !isMain && element.LocalName == "h1" && main.QuerySelector("h1") is null;
            var around = !isHeadline && (isChrome || (element != main && MainContent.IsAround(element, main)));
            var own = Kind(element, kind);
            if (element.LocalName is "table" && _cell is null && !around && MainContent.IsTableOfData(element))
            {
                Table(element, depth);
                return;
            }

            if (element.LocalName is "dl" && _cell is null && !around)
            {
                List(element, depth);
                return;
            }

            var isBlock = !Inline.Contains(element.LocalName) && _cell is null;
            if (isBlock)
            {
                builder.Close();
            }

            foreach (var child in element.ChildNodes)
            {
                switch (child)
                {
                    case IText text:
                        builder.Add(text.Data, around ? BlockKind.Chrome : own, _cell);
                        break;
                    case IElement { LocalName: "br" } when _cell is null:
                        builder.Close();
                        break;
                    case IElement inner:
                        if (_cell is not null && !Inline.Contains(inner.LocalName))
                        {
                            builder.Add(" ", own, _cell);
                        }

                        Into(inner, isHeadline ? BlockKind.Heading : own, around, isMain, depth + 1);
                        break;
                    default:
                        break;
                }
            }

            if (isBlock)
            {
                builder.Close();
            }
        }

        private void Table(IElement table, int depth)
        {
            var (number, row) = (_tables++, 0);
            foreach (var line in table.QuerySelectorAll("tr"))
            {
                var column = 0;
                foreach (var cell in line.Children.Where(child => child.LocalName is "td" or "th"))
                {
                    Cell(cell, new(number, row, column), depth);
                    column += int.TryParse(cell.GetAttribute("colspan"), out var span) && span is > 1 and < 50 ? span : 1;
                }

                row++;
            }
        }

        // A term and what is said of it are a row of two cells.
        private void List(IElement list, int depth)
        {
            var (number, row, column) = (_tables++, -1, 0);
            foreach (var part in list.QuerySelectorAll("dt, dd"))
            {
                (row, column) = part.LocalName == "dt" ? (row + 1, 0) : (Math.Max(0, row), column + 1);
                Cell(part, new(number, row, column), depth);
            }
        }

        private void Cell(IElement cell, CellPlace place, int depth)
        {
            builder.Close();
            _cell = place;
            Into(cell, BlockKind.TableCell, isChrome: false, isMain: true, depth + 1);
            _cell = null;
            builder.Close();
        }

        private static BlockKind Kind(IElement element, BlockKind kind) => element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "legend" or "summary" => BlockKind.Heading,
            "li" => BlockKind.ListItem,
            "td" or "th" or "dt" or "dd" => kind == BlockKind.TableCell ? kind : BlockKind.Paragraph,
            _ => kind,
        };
    }
}
