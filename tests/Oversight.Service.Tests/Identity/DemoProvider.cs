using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Oversight.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Identity;

/// <summary>The demo identity provider as it is, in this process.</summary>
public sealed class DemoProvider : IAsyncDisposable
{
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-by-the-rules-of-rfc-7636";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly string _keys;

    private DemoProvider(WebApplication app, string keys, string address) => (_app, _keys, Address) = (app, keys, address);

    /// <summary>Its issuer.</summary>
    public string Address { get; }

    /// <summary>What a service has to be told to believe it.</summary>
    public (string Key, string? Value)[] Settings => [("OVERSIGHT_OIDC_AUTHORITY", Address)];

    public static async Task<DemoProvider> Start(string? keys = null, string? address = null)
    {
        keys ??= Directory.CreateTempSubdirectory("oversight-test.").FullName;
        address ??= $"http://127.0.0.1:{Servers.FreePort()}/";
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Urls", address), new("OVERSIGHT_IDENTITY_KEYS", keys), new("OVERSIGHT_OIDC_AUTHORITY", address)]);
        var app = IdentityService.Build(builder);
        await app.StartAsync();
        return new(app, keys, address);
    }

    /// <summary>The same provider, started anew.</summary>
    public async Task<DemoProvider> Restarted()
    {
        await _app.StopAsync();
        return await Start(_keys, Address);
    }

    /// <summary>Signs a demo person in, by a code with PKCE as a browser does.</summary>
    public async Task<string> TokenOf(string person, string client = "oversight-cli")
    {
        using var answer = await Authorize(person, client);
        var code = HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"];
        using var token = await _http.PostAsync($"{Address}connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = client, ["code"] = code!, ["redirect_uri"] = "http://127.0.0.1:9/signed-in", ["code_verifier"] = Verifier,
        }));
        Assert.True(token.IsSuccessStatusCode, await token.Content.ReadAsStringAsync());
        return (string)(await token.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
    }

    public async Task<HttpResponseMessage> Authorize(string person, string client = "oversight-cli", string redirect = "http://127.0.0.1:9/signed-in", string method = "S256", string? host = null)
    {
        var challenge = method == "S256" ? Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))) : Verifier;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}connect/authorize")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = client, ["response_type"] = "code", ["scope"] = "openid profile roles", ["redirect_uri"] = redirect, ["state"] = "a-state",
                ["code_challenge"] = challenge, ["code_challenge_method"] = method, ["person"] = person,
            }),
        };
        request.Headers.Host = host;
        return await _http.SendAsync(request);
    }

    public Task<string> Page(string path) => _http.GetStringAsync(Address + path);

    /// <summary>A token with the provider's own key that differs from a good one in what is given.</summary>
    public string Forged(
        string? issuer = null, string audience = "oversight", DateTime? expires = null, string role = "chief-inspector", SigningCredentials? signedBy = null, string type = "at+jwt")
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(Path.Combine(_keys, "signing-key.pem")));
        var key = new RsaSecurityKey(rsa) { KeyId = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportRSAPublicKey()))[..16] };
        var at = expires ?? DateTime.UtcNow.AddHours(1);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address, Audience = audience, IssuedAt = at.AddHours(-2), NotBefore = at.AddHours(-2), Expires = at, TokenType = type,
            SigningCredentials = signedBy ?? new(key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "mallory", ["name"] = "Mallory", ["roles"] = role },
        });
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (Directory.Exists(_keys))
        {
            Directory.Delete(_keys, recursive: true);
        }
    }
}
