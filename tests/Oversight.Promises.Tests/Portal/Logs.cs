using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Oversight.Hosting;
using Oversight.Portal;
using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>A log says when, and complains of nothing that is as it should be.</summary>
public sealed class Logs
{
    [Fact]
    public async Task A_line_says_when()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddTelemetry("portal");
        await using var app = builder.Build();

        using var line = new StringWriter();
        app.Services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == ConsoleFormatterNames.Json)
            .Write(new LogEntry<string>(LogLevel.Warning, "x", 0, "something", null, (state, _) => state), null, line);

        var at = DateTimeOffset.ParseExact((string)JsonNode.Parse(line.ToString())!["Timestamp"]!, "yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Fact]
    public async Task A_page_with_a_form_is_no_reason_to_warn()
    {
        await using var services = await Stub.Saying("{}");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["Oversight:Services:gateway"] = services.Address;
        using var heard = new Heard();
        builder.Services.AddSingleton<IStartupFilter>(heard);
        await using var portal = PortalService.Build(builder);
        await portal.StartAsync();

        using var http = new HttpClient { BaseAddress = new(portal.Urls.Single()) };
        using var answer = await http.GetAsync(new Uri("/following/new", UriKind.Relative));
        Assert.Contains("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(heard.Warnings);
    }

    // Listens beside the log, and signs somebody in, for whom every page has a form.
    private sealed class Heard : ILoggerProvider, ILogger, IStartupFilter
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.ApplicationServices.GetRequiredService<ILoggerFactory>().AddProvider(this);
            app.Use((http, rest) =>
            {
                http.User = new(new ClaimsIdentity([new("sub", "somebody"), new("name", "Somebody Known"), new("roles", "inspector")], "test", "name", "roles"));
                return rest(http);
            });
            next(app);
        };

        public ILogger CreateLogger(string categoryName) => categoryName.Contains("Antiforgery", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Warnings.Enqueue(formatter(state, exception));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
