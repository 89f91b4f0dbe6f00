using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Portal;
using Oversight.Promises.Tests.Cli;

namespace Oversight.Promises.Tests.Portal;

/// <summary>A page as the portal makes it of what the services answer.</summary>
/// <param name="Status">How it is answered.</param>
/// <param name="MediaType">As what.</param>
/// <param name="Html">Its markup, with characters in the place of entities; or the file that it is.</param>
/// <param name="Text">What of its main part is read.</param>
/// <param name="Asked">What was asked of the services for it.</param>
internal sealed partial record Page(int Status, string? MediaType, string Html, string Text, IReadOnlyList<Asked> Asked)
{
    /// <summary>What a file is called.</summary>
    public string? FileName { get; init; }

    private const string NotFound = """{"title":"not.found","status":404,"detail":"There is none."}""";

    /// <summary>Opens a page, where the services know these answers by their paths and nothing else.</summary>
    /// <param name="address">The page.</param>
    /// <param name="answers">A path, with its query where that matters, and what is answered.</param>
    public static Task<Page> At(string address, params (string Path, object Answer)[] answers) => Of(address, null, null, answers);

    /// <summary>The same for somebody who is signed in.</summary>
    public static Task<Page> For(string role, string address, params (string Path, object Answer)[] answers) => Of(address, role, null, answers);

    /// <summary>Opens a page and sends a form of it.</summary>
    public static Task<Page> Sending(string role, string address, IEnumerable<KeyValuePair<string, string>> form, params (string Path, object Answer)[] answers) => Of(address, role, form, answers);

    /// <summary>An answer that refuses.</summary>
    public static object Refused(int status, object problem) => new Refusal(status, problem);

    private sealed record Refusal(int Status, object Problem);

    /// <summary>Opens a page for the second time in the same browser.</summary>
    public static Task<Page> Again(string address, params (string Path, object Answer)[] answers) => With(null, answers, async (http, services) =>
    {
        using (await http.GetAsync(new Uri(address, UriKind.Relative)))
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            return Read(answer, await answer.Content.ReadAsStringAsync(), services);
        }
    });

    /// <summary>The first line that begins so of an answer that goes on for ever.</summary>
    public static Task<string?> FirstLine(string address, string begins, params (string Path, object Answer)[] answers) => With(null, answers, async (http, _) =>
    {
        using var lines = new StreamReader(await http.GetStreamAsync(new Uri(address, UriKind.Relative)));
        string? line;
        while ((line = await lines.ReadLineAsync()) is not null && !line.StartsWith(begins, StringComparison.Ordinal))
        {
        }

        return line;
    });

    private static Task<Page> Of(string address, string? role, IEnumerable<KeyValuePair<string, string>>? form, (string Path, object Answer)[] answers) => With(role, answers, async (http, services) =>
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        if (form is null)
        {
            return Read(answer, html, services);
        }

        using var content = new FormUrlEncodedContent([.. form, new("__RequestVerificationToken", Token().Match(html).Groups[1].Value)]);
        using var sent = await http.PostAsync(address, content);
        return Read(sent, await sent.Content.ReadAsStringAsync(), services);
    });

    private static async Task<T> With<T>(string? role, (string Path, object Answer)[] answers, Func<HttpClient, Stub, Task<T>> use)
    {
        await using var services = await Stub.Answering(asked => Answer(asked.Address, answers));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Oversight:Services:gateway"] = services.Address;
        if (role is not null)
        {
            builder.Services.AddSingleton<IStartupFilter>(new SignedIn(role));
        }

        await using var portal = PortalService.Build(builder);
        await portal.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new(portal.Urls.Single()), DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        return await use(http, services);
    }

    private static (int, string) Answer(string asked, (string Path, object Answer)[] answers)
    {
        var known = answers.Where(one => asked == one.Path || asked.StartsWith(one.Path + (one.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?"), StringComparison.Ordinal)).ToList();
        return known.Count == 0 ? (404, NotFound) : known[0].Answer is Refusal(var status, var problem) ? (status, JsonSerializer.Serialize(problem, JsonSerializerOptions.Web)) : (200, known[0].Answer as string ?? JsonSerializer.Serialize(known[0].Answer, JsonSerializerOptions.Web));
    }

    private static Page Read(HttpResponseMessage answer, string html, Stub services)
    {
        var main = html.IndexOf("<main", StringComparison.Ordinal) is >= 0 and var from ? html[from..html.IndexOf("</main>", from, StringComparison.Ordinal)] : html;
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, WebUtility.HtmlDecode(html), Comma().Replace(Space().Replace(WebUtility.HtmlDecode(Tag().Replace(main, " ")), " "), "$1").Trim(), [.. services.Asked]) { FileName = answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') };
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();

    [GeneratedRegex(" ([,.:;)])")]
    private static partial Regex Comma();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    // Whom the identity provider would have signed in.
    private sealed class SignedIn(string role) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.User = new(new ClaimsIdentity([new("sub", "somebody"), new("name", "Somebody Known"), new("roles", role)], "test", "name", "roles"));
                return rest(http);
            });
            next(app);
        };
    }
}
