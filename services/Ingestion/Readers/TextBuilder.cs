using System.Collections.Immutable;
using System.Text;
using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Readers;

/// <summary>Puts the blocks of a document one under the other, with an empty line between them and single spaces inside.</summary>
internal sealed class TextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private int _start = -1;
    private bool _spaced, _others;
    private BlockKind _kind;
    private CellPlace? _cell;

    public void Add(string text, BlockKind kind, CellPlace? cell)
    {
        if (_start >= 0 && (kind != _kind || cell != _cell))
        {
            Close();
        }

        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                _spaced = true;
                continue;
            }

            if (_start < 0)
            {
                Begin(kind, cell);
            }
            else if (_spaced)
            {
                _text.Append(' ');
            }

            _spaced = false;
            if (Ligatures.Of(c) is { } letters)
            {
                _text.Append(letters);
                continue;
            }

            _text.Append(c);
        }
    }

    /// <summary>What comes next is another block.</summary>
    public void Close()
    {
        if (_start >= 0)
        {
            var text = _text.ToString(_start, _text.Length - _start);
            // Stories after a heading such as "Most read" are others until somebody writes a sentence.
            _others = (_others && (text.Length < 120 || text[^1] is not ('.' or '"' or '”' or '!')) && _kind is BlockKind.Heading or BlockKind.ListItem or BlockKind.Paragraph or BlockKind.Chrome)
                || (_kind != BlockKind.TableCell && Furniture.BeginsOthers(text));
            var isChrome = _kind != BlockKind.TableCell && (_others || Furniture.Is(text));
            _blocks.Add(new(isChrome ? BlockKind.Chrome : _kind, _start, _text.Length, _cell));
        }

        (_start, _spaced) = (-1, false);
    }

    public DocumentText Build(string? title, PartialDate? dated)
    {
        Close();
        return new(_text.ToString(), _blocks.ToImmutable(), title, dated);
    }

    private void Begin(BlockKind kind, CellPlace? cell)
    {
        if (_text.Length > DocumentReader.LongestText)
        {
            throw DocumentReader.TooLong();
        }

        if (_text.Length > 0)
        {
            _text.Append("\n\n");
        }

        (_start, _kind, _cell, _spaced) = (_text.Length, kind, cell, false);
    }
}
