using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Oversight.Service.Tests.Identity;

/// <summary>What a service answered somebody.</summary>
internal sealed record Answered(HttpStatusCode Status, string? ETag, JsonNode? Body, string? Challenge)
{
    public string? Rule => (string?)Body?["title"];
}

internal static class AsPerson
{
    extension(ServiceRunning service)
    {
        /// <summary>Asks with a token, or with none.</summary>
        public async Task<Answered> As(string? token, HttpMethod method, string path, object? body = null, string? ifMatch = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            if (ifMatch is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            }

            using var answer = await service.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return new(answer.StatusCode, answer.Headers.ETag?.Tag, text is "" ? null : JsonNode.Parse(text), answer.Headers.WwwAuthenticate.ToString());
        }
    }
}
