using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Oversight.Testing;

namespace Oversight.Bench.Parts;

/// <summary>(g) From the answer to a confirmation to the body's page that shows the move, with the demo provider's own people.</summary>
internal static class Deciding
{
    private const int WarmUps = 8;

    public static async Task Measure(Arguments arguments, Report report)
    {
        var provider = $"http://127.0.0.1:{Servers.FreePort()}/";
        await using var identity = new Running("identity", Programs.Of("Oversight.Identity"), [],
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = provider.TrimEnd('/'), ["OVERSIGHT_OIDC_AUTHORITY"] = provider });
        await identity.Ready();
        await using var deployment = await Deployment.Start(given: new Dictionary<string, string> { ["OVERSIGHT_OIDC_AUTHORITY"] = provider });
        await deployment.Submit("register", Rows.Register());
        await deployment.Submit("grades", Rows.OfGrades(Rows.Bodies.Count, ""));
        await Throughput.Settled(deployment, 2 * Rows.Bodies.Count);

        var (ines, clara, took) = (await Token(provider, "ines"), await Token(provider, "clara"), new List<double>());
        foreach (var (body, i) in Rows.Bodies.Select((body, i) => (body, i)))
        {
            var page = $"{deployment["monitoring"].Address}/api/v1/bodies/{body}";
            var evidence = (await deployment.Http.GetFromJsonAsync<JsonElement>($"{page}/history")).GetProperty("entries")[0].GetProperty("sources")[0].GetProperty("claimId").GetString()!;
            using var proposed = await Act(deployment.Http, $"{page}/decisions", ines, "\"0\"",
                new { to = "engage", effectiveOn = "2026-01-01", reason = "measured", evidence = new[] { evidence } });
            var id = (await proposed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            using var confirmed = await Act(deployment.Http, $"{deployment["monitoring"].Address}/api/v1/decisions/{id}/confirm", clara, proposed.Headers.ETag!.Tag, new { reason = "measured" });
            var clock = Stopwatch.StartNew();
            while ((await deployment.Http.GetFromJsonAsync<JsonElement>(page)).GetProperty("status").GetProperty("phase").GetString() != "Engage")
            {
                await Task.Delay(1);
            }

            if (i >= WarmUps)
            {
                took.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        report.AtMost("g", "confirmed to visible, p50", "ms", took, Report.Median(took), 250);
        report.AtMost("g", "confirmed to visible, slowest", "ms", took, took.Max(), 500);
    }

    private static async Task<HttpResponseMessage> Act(HttpClient http, string address, string token, string seen, object said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(said) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> Token(string provider, string person)
    {
        const string Redirect = "http://127.0.0.1/signed-in";
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var answer = await http.PostAsync($"{provider}connect/authorize", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "oversight-cli", ["response_type"] = "code", ["scope"] = "openid", ["redirect_uri"] = Redirect, ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256", ["person"] = person,
        }));
        using var token = await http.PostAsync($"{provider}connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "oversight-cli", ["code"] = HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!,
            ["redirect_uri"] = Redirect, ["code_verifier"] = verifier,
        }));
        return (await token.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
