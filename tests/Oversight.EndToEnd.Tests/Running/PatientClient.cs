using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>Sends a file again and again until it is answered, as the command line client does.</summary>
internal static class PatientClient
{
    /// <returns>How often it had to be sent before every row had been taken in.</returns>
    public static async Task<int> Send(HttpClient http, string name, string csv)
    {
        var (until, seen) = (DateTime.UtcNow.AddMinutes(3), "nothing");
        for (var attempt = 1; DateTime.UtcNow < until; attempt++)
        {
            try
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
                content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
                using var answer = await http.PostAsync(new Uri($"/api/v1/submissions?name={name}", UriKind.Relative), content);
                seen = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
                if (answer.IsSuccessStatusCode)
                {
                    TakenInWhole(name, csv, seen[4..]);
                    return attempt;
                }

                if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)
                {
                    break;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                seen = fault.Message;
            }

            await Task.Delay(500);
        }

        throw new InvalidOperationException($"{name} was not taken in: {seen}");
    }

    private static void TakenInWhole(string name, string csv, string json)
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(json);
        var rows = csv.Count(c => c == '\n') - 1;
        var taken = new[] { "accepted", "unchanged", "conflicting" }.Sum(outcome => answer.GetProperty(outcome).GetInt32());
        if (taken != rows || answer.GetProperty("refused").GetArrayLength() > 0)
        {
            throw new InvalidOperationException($"{name} has {rows} rows, and {taken} were taken in: {json[..Math.Min(json.Length, 2000)]}");
        }
    }
}
