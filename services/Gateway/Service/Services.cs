using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>The services behind the public address, asked about themselves.</summary>
internal sealed class Services(HttpClient http, IConfiguration configuration)
{
    /// <summary>A JSON document of a service, whatever its status code; null when it does not answer.</summary>
    public async Task<JsonObject?> Ask(string service, string path, CancellationToken ct) => (await Get(service, path, ct))?.Body;

    /// <summary>The same with its status code, and how it would like to be asked by whom it did not know.</summary>
    public async Task<(int Status, JsonObject Body, string Challenge)?> Get(string service, string path, CancellationToken ct, string? authorization = null)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Routes.Address(configuration, service)), path));
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }

            using var response = await http.SendAsync(request, ct);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(ct)) is JsonObject body ? ((int)response.StatusCode, body, response.Headers.WwwAuthenticate.ToString()) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
