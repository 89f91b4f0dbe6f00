using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Cli.SigningIn;

/// <summary>Who is signed in, until when, and the token that shows it.</summary>
internal sealed record Session(string Token, string Subject, string Name, IReadOnlyList<string> Roles, DateTimeOffset Until, string Authority)
{
    /// <summary>Reads who a token is for; whether it holds is the system's to say.</summary>
    public static Session From(string token, Uri authority, string rolesClaim)
    {
        try
        {
            var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
            var claims = JsonNode.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')))!;
            var subject = claims.Text("sub") ?? "not known";
            return new(token, subject, claims.Text("name") ?? claims.Text("preferred_username") ?? subject,
                claims.Text(rolesClaim) is { } role ? [role] : [.. claims.Texts(rolesClaim)],
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(claims.Text("exp") ?? "0", CultureInfo.InvariantCulture)), authority.ToString());
        }
        catch (Exception fault) when (fault is IndexOutOfRangeException or FormatException or JsonException)
        {
            throw new Failure("The token of the identity provider cannot be read.");
        }
    }

    public string InWords => $"{Name} ({Subject}), {(Roles.Count == 0 ? "in no role" : string.Join(" and ", Roles.Select(role => role.Replace('-', ' '))))}";
}

/// <summary>Keeps who is signed in where, readable by nobody else; a token goes to the address it was got for and to no other.</summary>
internal static class Sessions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static string File => Path.Combine(
        Environment.GetEnvironmentVariable("OVERSIGHT_HOME") is { Length: > 0 } home && Directory.Exists(home) ? home
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "oversight"),
        "sign-in.json");

    public static Session? At(Uri address) => All().GetValueOrDefault(address.ToString());

    public static void Keep(Uri address, Session? session)
    {
        var all = All();
        if (session is null)
        {
            all.Remove(address.ToString());
        }
        else
        {
            all[address.ToString()] = session;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var fresh = $"{File}.{Environment.ProcessId}";
        var only = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, Encoding.UTF8, only))
        {
            writer.Write(JsonSerializer.Serialize(all, Json));
        }

        System.IO.File.Move(fresh, File, overwrite: true);
    }

    private static Dictionary<string, Session> All()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Dictionary<string, Session>>(System.IO.File.ReadAllText(File), Json) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
