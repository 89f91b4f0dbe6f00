using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Oversight.Hosting;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Live;
using Oversight.Portal.Pages.Work.Decisions.Propose;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal;

/// <summary>The pages of oversight staff, made of what the services answer over HTTP; it owns no rule of the domain.</summary>
public static class PortalService
{
    /// <summary>Builds it; the public address of the services comes from Oversight:Services:gateway.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTelemetry("portal");
        builder.AddPeople();
        builder.AddServices();
        builder.Services.AddHealthChecks();
        builder.Services.AddResponseCompression().Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<ExportFilter>().AddSingleton<PositionFilter>().AddSingleton<EveryGrade>();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(PortalService).Assembly)
            .AddMvcOptions(mvc => mvc.Filters.Add<InstantsFilter>()).AddMvcOptions(mvc => mvc.Filters.Add(new ServiceFilterAttribute<ExportFilter>())).AddMvcOptions(mvc => mvc.Filters.Add(new ServiceFilterAttribute<PositionFilter>()));
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.AddAntiforgery(tokens => tokens.Cookie.Name = "oversight-form");

        var app = builder.Build();
        app.UseResponseCompression();
        app.UseSafeHeaders();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health/live");
        app.MapHealthChecks("/health/started");
        app.MapHealthChecks("/health/ready");
        app.MapAssets();
        app.MapSigningIn();
        LiveChanges.Map(app);
        app.MapRazorPages();
        return app;
    }

    private static void AddServices(this WebApplicationBuilder builder)
    {
        var gateway = builder.Configuration["Oversight:Services:gateway"] ?? throw new InvalidOperationException("Oversight:Services:gateway is not set.");
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Person>().AddScoped<Drafts>();
        builder.Services.AddScoped(services => Instants.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Query));
        builder.Services.AddSingleton<LiveChanges>().ConfigureHttpClientDefaults(all => all
            .ConfigureHttpClient(http => (http.BaseAddress, http.Timeout) = (new Uri(gateway), TimeSpan.FromSeconds(10)))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, UseCookies = false }));
        builder.Services.AddHttpClient<OversightApi>(http => http.Timeout = Timeout.InfiniteTimeSpan);
    }
}
