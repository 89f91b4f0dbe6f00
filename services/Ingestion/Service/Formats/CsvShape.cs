namespace Oversight.Ingestion.Formats;

/// <summary>Follows the rows of a CSV file byte by byte, without keeping any: finds what makes it unreadable as a whole.</summary>
internal sealed class CsvShape
{
    public const int LongestRow = 1024 * 1024, MostColumns = 200;

    // Where a row without any quote ends is certain, so it alone is refused, as far as memory should bear it.
    private const int LongestPlainRow = 8 * LongestRow;

    private bool _begun, _hasQuote, _inQuotes, _quotedCell, _atCellStart = true, _afterCr, _hasHeader;
    private int _line = 1, _rowStart = 1, _openedOn, _rowLength, _cells = 1, _columns;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (!_begun && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        _begun = true;
        foreach (var b in bytes)
        {
            Add(b);
        }
    }

    /// <summary>The file ends here.</summary>
    public void Finish()
    {
        if (_inQuotes)
        {
            throw new UnreadableFileException("file.truncated", $"The quote opened on line {_openedOn} is never closed; the file seems to be cut off.", _openedOn);
        }

        if (_hasHeader && _rowLength > 0 && _cells < _columns)
        {
            throw new UnreadableFileException("file.truncated",
                $"The file stops in the middle of line {_rowStart}, with {_cells} of {_columns} cells and no end of line.", _rowStart);
        }
    }

    private void Add(byte b)
    {
        if (b is (byte)'\r' or (byte)'\n')
        {
            EndLine(b);
            return;
        }

        _afterCr = false;
        _hasQuote |= b == '"';
        if (++_rowLength > LongestRow && (_hasQuote || !_hasHeader || _rowLength > LongestPlainRow))
        {
            throw new UnreadableFileException("file.line-too-long",
                $"The row that begins on line {_rowStart} is longer than {LongestRow / 1024} KiB; a closing quote or a line break may be missing.", _rowStart);
        }

        switch (b)
        {
            case (byte)'"' when _quotedCell || _atCellStart:
                _openedOn = _atCellStart ? _line : _openedOn;
                (_quotedCell, _inQuotes, _atCellStart) = (true, !_inQuotes, false);
                break;
            case (byte)',' when !_inQuotes:
                _cells++;
                (_quotedCell, _atCellStart) = (false, true);
                RefuseTooManyColumns();
                break;
            default:
                _atCellStart = false;
                break;
        }
    }

    private void EndLine(byte b)
    {
        var endsCrLf = b == '\n' && _afterCr;
        _afterCr = b == '\r';
        if (endsCrLf)
        {
            return;
        }

        _line++;
        if (_inQuotes)
        {
            _rowLength++;
            return;
        }

        if (_rowLength > 0 && !_hasHeader)
        {
            (_hasHeader, _columns) = (true, _cells);
        }

        (_rowStart, _rowLength, _cells, _quotedCell, _atCellStart, _hasQuote) = (_line, 0, 1, false, true, false);
    }

    private void RefuseTooManyColumns()
    {
        if (!_hasHeader && _cells > MostColumns)
        {
            throw new UnreadableFileException("file.too-many-columns", $"The header on line {_rowStart} has more than {MostColumns} columns.", _rowStart);
        }
    }
}
