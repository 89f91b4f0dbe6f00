using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Oversight.Portal.Time;

namespace Oversight.Portal.Api;

/// <summary>Why the services gave no answer, as they said it.</summary>
/// <param name="Title">The rule that refused it.</param>
/// <param name="Detail">A sentence for a person.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record Problem(string? Title, string? Detail, int Status)
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
        return Send<T>(HttpMethod.Get, at.AddedTo(path));
    }

    /// <summary>Asks for something that has no instants, or does something.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">The address.</param>
    /// <param name="body">What is sent along as JSON, if anything.</param>
    /// <param name="ifMatch">The version that the person saw, if it matters.</param>
    public async Task<Answer<T>> Send<T>(HttpMethod method, string path, object? body = null, string? ifMatch = null)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path);
        var asking = context.HttpContext!;
        if (asking.User.Identity is { IsAuthenticated: true } && await asking.GetTokenAsync("access_token") is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: Json);
        }

        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        }

        return await Answered<T>(request, asking.RequestAborted);
    }

    /// <summary>How the services are, which is told with the status of an error where one of them is ill.</summary>
    public async Task<Answer<Health>> Health()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        return await Answered<Health>(request, context.HttpContext!.RequestAborted, evenIfUnavailable: true);
    }

    /// <summary>Hands a document over as it is.</summary>
    public async Task<Answer<T>> Upload<T>(string path, Stream document, string mediaType)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(document) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        var asking = context.HttpContext!;
        if (await asking.GetTokenAsync("access_token") is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await Answered<T>(request, asking.RequestAborted);
    }

    private async Task<Answer<T>> Answered<T>(HttpRequestMessage request, CancellationToken ct, bool evenIfUnavailable = false)
        where T : class
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode && !(evenIfUnavailable && response.StatusCode == HttpStatusCode.ServiceUnavailable))
            {
                var problem = await response.Content.ReadFromJsonAsync<Problem>(Json, ct);
                return new(null, (problem ?? new(null, null, 0)) with { Status = (int)response.StatusCode });
            }

            return new(await response.Content.ReadFromJsonAsync<T>(Json, ct), null, response.Headers.ETag?.ToString());
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return new(null, new("service.unreachable", "The service does not answer just now; nothing is lost, try again shortly.", StatusCodes.Status503ServiceUnavailable));
        }
    }
}
