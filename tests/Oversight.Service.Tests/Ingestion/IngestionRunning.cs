using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Oversight.Ingestion;
using Oversight.Testing;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>The Ingestion service over a database of its own, sent files as clients send them.</summary>
internal sealed class IngestionRunning : IAsyncDisposable
{
    private readonly ServiceRunning _service;

    private IngestionRunning(ServiceRunning service) => _service = service;

    public WebApplication App => _service.App;

    public string Database => _service.Database;

    public HttpClient Http => _service.Http;

    public IDocumentStore Store => _service.Store;

    public static async Task<IngestionRunning> Start(string? database = null, params (string Key, string? Value)[] settings) =>
        new(await ServiceRunning.Start(IngestionService.Build, database, settings));

    /// <summary>With every body and name of the data folder.</summary>
    public static async Task<IngestionRunning> StartWithBodies()
    {
        var ingestion = await Start();
        foreach (var register in (string[])["forces.csv", "fire-services.csv", "body-names.csv"])
        {
            await ingestion.Send(Data(register), register);
        }

        return ingestion;
    }

    public Task<(int Status, JsonElement Answer)> Send(string text, string name = "", string? contentType = null, string query = "") =>
        Send(Encoding.UTF8.GetBytes(text), name, contentType, query);

    public async Task<(int Status, JsonElement Answer)> Send(byte[] bytes, string name = "", string? contentType = null, string query = "")
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var answer = await Http.PostAsync(new Uri($"/api/v1/submissions?name={Uri.EscapeDataString(name)}{query}", UriKind.Relative), content);
        return ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<JsonElement> Get(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    public Task<string[]> Rows(string sql) => _service.Rows(sql);

    public static byte[] Data(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "data", name));

    /// <summary>Counts as people read them: accepted, unchanged, conflicting, refused.</summary>
    public static string Counts(JsonElement answer) =>
        $"{answer.GetProperty("accepted")} {answer.GetProperty("unchanged")} {answer.GetProperty("conflicting")} {answer.GetProperty("refused").GetArrayLength()}";

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
