using Oversight.Core;

namespace Oversight.Identity;

/// <summary>Somebody who does not exist, for trying the system out.</summary>
/// <param name="Id">What they are signed in as.</param>
/// <param name="Name">Their name.</param>
/// <param name="Roles">What they are.</param>
internal sealed record DemoPerson(string Id, string Name, params Role[] Roles);

internal static class DemoPeople
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("vera", "Vera Wren", Role.Viewer),
        new("anil", "Anil Marsh", Role.Analyst),
        new("ines", "Ines Holloway", Role.Inspector),
        new("ivor", "Ivor Penhale", Role.Inspector),
        new("clara", "Clara Thornbury", Role.ChiefInspector),
        new("conrad", "Conrad Adeyemi", Role.ChiefInspector),
        new("otto", "Otto Brandreth", Role.Auditor),
        new("ada", "Ada Quill", Role.Administrator),
    ];

    /// <summary>By id or by name, in any capitals.</summary>
    public static DemoPerson? Find(string? asked) => All.FirstOrDefault(person =>
        person.Id.Equals(asked?.Trim(), StringComparison.OrdinalIgnoreCase) || person.Name.Equals(asked?.Trim(), StringComparison.OrdinalIgnoreCase));
}
