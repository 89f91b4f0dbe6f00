using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion;
using Oversight.Testing;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>The Ingestion service over a database of its own.</summary>
internal sealed class IngestionRunning : IAsyncDisposable
{
    private IngestionRunning(WebApplication app, string address, string database) =>
        (App, Database, Http) = (app, database, new() { BaseAddress = new(address) });

    public WebApplication App { get; }

    public string Database { get; }

    public HttpClient Http { get; }

    public IDocumentStore Store => App.Services.GetRequiredService<IDocumentStore>();

    public static async Task<IngestionRunning> Start(string? database = null, Func<WebApplication, Task>? beforeStart = null)
    {
        database ??= await Servers.FreshDatabase("ingestion");
        var builder = WebApplication.CreateBuilder();
        var address = $"http://127.0.0.1:{Servers.FreePort()}";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Urls"] = address, ["ConnectionStrings:Postgres"] = database });
        builder.Services.AddSingleton(Bus.Factory.CreateUsingInMemory(_ => { }));
        var app = IngestionService.Build(builder);
        await app.WaitForStore();
        await (beforeStart ?? (_ => Task.CompletedTask))(app);
        await app.StartAsync();
        return new(app, address, database);
    }

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

    public async Task<string[]> Rows(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return [.. rows];
    }

    public static byte[] Data(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", name));

    /// <summary>Counts as people read them: accepted, unchanged, conflicting, refused.</summary>
    public static string Counts(JsonElement answer) =>
        $"{answer.GetProperty("accepted")} {answer.GetProperty("unchanged")} {answer.GetProperty("conflicting")} {answer.GetProperty("refused").GetArrayLength()}";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
