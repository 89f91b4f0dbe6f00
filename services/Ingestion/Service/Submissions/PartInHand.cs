using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Submissions;

/// <summary>Some rows on their way into the record: what they ask for, and what becomes of each.</summary>
internal sealed class PartInHand
{
    private readonly IReadOnlyList<Row> _rows;
    private readonly RecordKind _kind;
    private readonly List<RefusedRow> _refused = [];
    private readonly List<int> _rowOfRegister = [], _rowOfFacts = [];
    private readonly Dictionary<int, RowOutcome> _outcomes = [];

    public PartInHand(IReadOnlyList<Row> rows, RecordKind kind, Reading reading)
    {
        (_rows, _kind) = (rows, kind);
        for (var i = 0; i < rows.Count; i++)
        {
            var (content, flaw) = Cells.Read(kind, rows[i], reading);
            switch (content)
            {
                case RowContent.OfRegister(var command):
                    OfRegister.Add((BodyRegister.Stream, command));
                    _rowOfRegister.Add(i);
                    break;
                case RowContent.OfFacts(var claims) all:
                    if (all.Name is { } name)
                    {
                        OfRegister.Add((BodyRegister.Stream, name));
                        _rowOfRegister.Add(i);
                    }

                    foreach (var claim in claims)
                    {
                        OfFacts.Add((claim.Stream, claim));
                        _rowOfFacts.Add(i);
                    }

                    break;
                default:
                    Refuse(i, flaw!);
                    break;
            }
        }
    }

    public List<(string Stream, RegisterCommand Command)> OfRegister { get; } = [];

    public List<(string Stream, FactCommand Command)> OfFacts { get; } = [];

    public void Note(IReadOnlyList<Decided<RegisterEvent>> decided)
    {
        for (var i = 0; i < decided.Count; i++)
        {
            Note(_rowOfRegister[i], decided[i].Rejected, decided[i].Events.Count > 0 ? RowOutcome.Accepted : RowOutcome.Unchanged);
        }
    }

    public void Note(IReadOnlyList<Decided<FactEvent>> decided)
    {
        for (var i = 0; i < decided.Count; i++)
        {
            Note(_rowOfFacts[i], decided[i].Rejected, RowOutcomes.Of(decided[i].Events));
        }
    }

    public SubmissionCommand.ReadRows Report() => new(
        _rows[0].Line, _rows[^1].Line, Count(RowOutcome.Accepted), Count(RowOutcome.Unchanged), Count(RowOutcome.Conflicting),
        [.. _refused.OrderBy(row => row.Line)]);

    private int Count(RowOutcome outcome) => _outcomes.Values.Count(of => of == outcome);

    private void Note(int row, RejectedException? rejected, RowOutcome outcome)
    {
        if (rejected is not null)
        {
            Refuse(row, new(rejected.Rule == "body.name-taken" ? "name" : _kind.Columns[0].Name, rejected.Rule, rejected.Message));
        }
        else if (outcome > _outcomes.GetValueOrDefault(row, RowOutcome.Unchanged) || !_outcomes.ContainsKey(row))
        {
            _outcomes[row] = outcome;
        }
    }

    private void Refuse(int row, Flaw flaw) => _refused.Add(new(_rows[row].Line, flaw.Field, flaw.Rule, flaw.Message));
}
