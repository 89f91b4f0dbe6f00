using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Core;
using Oversight.Hosting;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>"It has been logged" is true, and what is refused by a rule fills no log.</summary>
public sealed class Faults
{
    [Theory]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "unexpected", "Nobody thought of this.")]
    [InlineData("/refused", HttpStatusCode.UnprocessableEntity, "some.rule", null)]
    public async Task What_nobody_expected_is_logged_and_what_is_refused_is_not(string path, HttpStatusCode status, string rule, string? logged)
    {
        using var log = new Kept();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.AddTelemetry("faults");
        builder.Logging.AddProvider(log);
        builder.Services.AddProblems();
        await using var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/broken", string () => throw new InvalidOperationException("Nobody thought of this."));
        app.MapGet("/refused", string () => throw new RejectedException("some.rule", "It may not be."));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        using var answer = await http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"urn:oversight:rule:{rule}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody thought", said, StringComparison.Ordinal);
        Assert.Equal(logged is null ? [] : [logged], log.Faults.Select(fault => fault.Message));
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<Exception> Faults { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && logLevel >= LogLevel.Error)
            {
                Faults.Enqueue(exception);
            }
        }

        public void Dispose() { }
    }
}
