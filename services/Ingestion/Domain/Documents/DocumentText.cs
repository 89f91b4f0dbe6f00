using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Ingestion.Documents;

/// <summary>What a stretch of a document is for.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableCell,

    /// <summary>A menu, an advertisement, related links, a cookie notice, a footer: around the document and not of it.</summary>
    Chrome,
}

/// <summary>Where a cell stands.</summary>
public readonly record struct CellPlace(int Table, int Row, int Column);

/// <summary>A stretch of the text.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Start">Of its first character in the text.</param>
/// <param name="End">After its last character.</param>
/// <param name="Cell">Of a cell only.</param>
public sealed record Block(BlockKind Kind, int Start, int End, CellPlace? Cell = null);

/// <summary>A document as plain text, whatever it came as.</summary>
/// <param name="Text">What every offset counts in.</param>
/// <param name="Blocks">In reading order; they do not overlap.</param>
/// <param name="Title">What the document calls itself, where that is not in its text.</param>
/// <param name="Dated">The day it was published, where its own particulars say so.</param>
public sealed record DocumentText(string Text, ImmutableArray<Block> Blocks, string? Title = null, PartialDate? Dated = null);
