using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Oversight.Portal.Time;

namespace Oversight.Portal.Api;

/// <summary>Why the services gave no answer, as they said it.</summary>
/// <param name="Title">The rule that refused it.</param>
/// <param name="Detail">A sentence for a person.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Submission">The submission that was refused, if one was kept.</param>
/// <param name="Near">The ids of bodies whose names are near to what was asked for.</param>
public sealed record Problem(string? Title, string? Detail, int Status, string? Submission = null, IReadOnlyList<string>? Near = null)
{
    /// <summary>Nobody answered: a service is down, which takes away its part of a page and no more.</summary>
    public bool IsSilence => Status >= 500;
}

/// <summary>What was answered, or why nothing was.</summary>
public sealed record Answer<T>(T? Value, Problem? Problem, string? ETag = null)
    where T : class;

/// <summary>The services, asked as anybody may ask them: at the public address, with the instants of the page and in the name of whoever looks at it.</summary>
public sealed class OversightApi(HttpClient http, Instants instants, IHttpContextAccessor context)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), PatienceWithUploads = TimeSpan.FromSeconds(100);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Asks for something that is different at different instants.</summary>
    /// <param name="path">Such as /api/v1/status, with its own query if it has one.</param>
    public Task<Answer<T>> Get<T>(string path)
        where T : class => GetAt<T>(path, instants);

    /// <summary>The same at other instants than the page's.</summary>
    public Task<Answer<T>> GetAt<T>(string path, Instants at)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(at);
        return Send<T>(HttpMethod.Get, at.OnRecord.AddedTo(path));
    }

    /// <summary>Asks for something that has no instants, or does something.</summary>
    /// <param name="method">GET, POST, PUT or DELETE.</param>
    /// <param name="path">The address.</param>
    /// <param name="body">What is sent along as JSON, if anything.</param>
    /// <param name="ifMatch">The version that the person saw, if it matters.</param>
    public async Task<Answer<T>> Send<T>(HttpMethod method, string path, object? body = null, string? ifMatch = null)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: Json);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Answered<T>(request, Patience);
    }

    /// <summary>How the services are, which is told with the status of an error where one of them is ill.</summary>
    public async Task<Answer<Health>> Health()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        return await Answered<Health>(request, Patience, (content, ct) => content.ReadFromJsonAsync<Health>(Json, ct), evenIfUnavailable: true);
    }

    /// <summary>Hands a document over as it is.</summary>
    public async Task<Answer<T>> Upload<T>(string path, Stream document, string mediaType)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(document) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await Answered<T>(request, PatienceWithUploads);
    }

    /// <summary>The beginning of a document as text.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="mostBytes">How much of it is read.</param>
    public async Task<Answer<Beginning>> Text(string path, int mostBytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Answered<Beginning>(request, Patience, async (content, ct) =>
        {
            await using var stream = await content.ReadAsStreamAsync(ct);
            var bytes = new byte[mostBytes + 1];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return new(Encoding.UTF8.GetString(bytes, 0, Math.Min(read, mostBytes)).TrimStart('\uFEFF'), read > mostBytes);
        });
    }

    private Task<Answer<T>> Answered<T>(HttpRequestMessage request, TimeSpan patience)
        where T : class => Answered<T>(request, patience, (content, ct) => content.ReadFromJsonAsync<T>(Json, ct));

    private async Task<Answer<T>> Answered<T>(HttpRequestMessage request, TimeSpan patience, Func<HttpContent, CancellationToken, Task<T?>> read, bool evenIfUnavailable = false)
        where T : class
    {
        var asking = context.HttpContext!;
        if (asking.User.Identity is { IsAuthenticated: true } && await asking.GetTokenAsync("access_token") is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        var gone = asking.RequestAborted;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(gone);
        enough.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
            if (!response.IsSuccessStatusCode && !(evenIfUnavailable && response.StatusCode == HttpStatusCode.ServiceUnavailable))
            {
                return new(null, await Said(response, enough.Token));
            }

            return new(response.StatusCode == HttpStatusCode.NoContent ? null : await read(response.Content, enough.Token), null, response.Headers.ETag?.ToString());
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or IOException || (fault is OperationCanceledException && !gone.IsCancellationRequested))
        {
            return new(null, new("service.unreachable", "The service does not answer just now; nothing is lost, try again shortly.", StatusCodes.Status503ServiceUnavailable));
        }
    }

    private static async Task<Problem> Said(HttpResponseMessage response, CancellationToken ct)
    {
        var problem = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await response.Content.ReadFromJsonAsync<Problem>(Json, ct) : null;
        return response.StatusCode == HttpStatusCode.Unauthorized
            ? new(problem?.Title, "Your sign-in has run out or is missing. Sign in again; nothing was done.", StatusCodes.Status401Unauthorized)
            : (problem ?? new(null, null, 0)) with { Status = (int)response.StatusCode };
    }
}

/// <summary>The beginning of a text, and whether there is more.</summary>
public sealed record Beginning(string Text, bool IsCut);
