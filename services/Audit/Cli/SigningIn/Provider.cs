using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace Oversight.Cli.SigningIn;

/// <summary>The OpenID Connect provider that a system believes: signs people in by a code with PKCE.</summary>
internal sealed class Provider : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;
    private readonly Uri _authority;
    private readonly string _client, _scopes, _rolesClaim, _verifier = Random(), _state = Random();
    private readonly JsonNode _document;

    private Provider(HttpClient http, Uri authority, JsonNode resource, JsonNode document) =>
        (_http, _authority, _document, _client, _scopes, _rolesClaim) = (http, authority, document,
            resource.Text("oversight_client_id") ?? "oversight-cli", string.Join(' ', resource.Texts("scopes_supported")), resource.Text("oversight_roles_claim") ?? "roles");

    /// <summary>Asks the system whom it believes.</summary>
    public static async Task<Provider> Of(Client client, CancellationToken ct)
    {
        var resource = await client.Ask(HttpMethod.Get, ".well-known/oauth-protected-resource", null, ct);
        var authority = resource.Texts("authorization_servers").FirstOrDefault() is { } text ? new Uri(text)
            : throw new Failure("Nobody can sign in: no identity provider is configured (OVERSIGHT_OIDC_AUTHORITY).");
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = !authority.IsLoopback, AllowAutoRedirect = false });
        try
        {
            return new(http, authority, resource, await Json(await http.GetAsync(new Uri($"{authority.ToString().TrimEnd('/')}/.well-known/openid-configuration"), ct), ct));
        }
        catch (Exception fault)
        {
            http.Dispose();
            throw fault is HttpRequestException ? new Failure($"The identity provider cannot be reached at {authority} ({Output.Plain(fault.Message)}).", Failure.Unreachable) : fault;
        }
    }

    /// <summary>Signs a demo person in, which only the demo provider on this machine allows.</summary>
    public async Task<Session> As(string person, CancellationToken ct)
    {
        const string Redirect = "http://127.0.0.1/signed-in";
        if (!_authority.IsLoopback)
        {
            throw OnlyDemo();
        }

        using var answer = await _http.PostAsync(_document.Text("authorization_endpoint"), new FormUrlEncodedContent([.. Asked(Redirect), new("person", person)]), ct);
        return await Redeem(HttpUtility.ParseQueryString(answer.Headers.Location?.Query ?? throw OnlyDemo()), Redirect, ct);
    }

    /// <summary>Signs somebody in by their browser, which comes back to a port of this machine.</summary>
    public async Task<Session> InBrowser(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var listener = new HttpListener();
        var redirect = Listen(listener);
        var query = string.Join('&', Asked(redirect).Select(asked => $"{asked.Key}={Uri.EscapeDataString(asked.Value)}"));
        Output.Line("Open this in a browser to sign in:");
        Output.Line($"  {_document.Text("authorization_endpoint")}?{query}");
        try
        {
            for (; ; )
            {
                var came = await listener.GetContextAsync().WaitAsync(patience.Token);
                var said = came.Request.QueryString;
                var isAnswer = said["state"] == _state;
                came.Response.StatusCode = isAnswer ? 200 : 404;
                came.Response.ContentType = "text/plain; charset=utf-8";
                came.Response.Close(Encoding.UTF8.GetBytes(isAnswer ? "You can close this page and go back to the command line.\n" : "This is not what was asked for.\n"), willBlock: true);
                if (isAnswer)
                {
                    return await Redeem(said, redirect, ct);
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new Failure("Nobody signed in within five minutes.");
        }
    }

    public void Dispose() => _http.Dispose();

    private Failure OnlyDemo() => new($"{_authority} lets people in by their own sign-in only; leave --as away and use ./oversight login.");

    private KeyValuePair<string, string>[] Asked(string redirect) =>
    [
        new("client_id", _client), new("response_type", "code"), new("scope", _scopes), new("redirect_uri", redirect), new("state", _state),
        new("code_challenge", Base64(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)))), new("code_challenge_method", "S256"),
    ];

    private async Task<Session> Redeem(System.Collections.Specialized.NameValueCollection said, string redirect, CancellationToken ct)
    {
        if (said["state"] != _state || said["code"] is not { } code)
        {
            throw new Failure(Output.Plain(said["error_description"] ?? said["error"] ?? "The identity provider did not sign anybody in."));
        }

        using var answer = await _http.PostAsync(_document.Text("token_endpoint"), new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"), new("client_id", _client), new("code", code), new("redirect_uri", redirect), new("code_verifier", _verifier),
        ]), ct);
        var token = await Json(answer, ct);
        return Session.From(token.Text("access_token") ?? throw new Failure(Output.Plain(token.Text("error_description") ?? "The identity provider gave no token.")), _authority, _rolesClaim);
    }

    private static async Task<JsonNode> Json(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct)) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new Failure($"What answers at {answer.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority)} is no identity provider.", Failure.Unreachable);
        }
    }

    private static string Listen(HttpListener listener)
    {
        for (var port = 23450; ; port++)
        {
            try
            {
                listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                listener.Start();
                return $"http://127.0.0.1:{port}/signed-in";
            }
            catch (HttpListenerException) when (port < 23460)
            {
                listener.Prefixes.Clear();
            }
        }
    }

    private static string Random() => Base64(RandomNumberGenerator.GetBytes(32));

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
