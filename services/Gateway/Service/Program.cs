using Oversight.Gateway;
using Oversight.Hosting;

await GatewayService.Build(WebApplication.CreateBuilder(args)).RunAsync();

namespace Oversight.Gateway
{
    /// <summary>The one public address in front of the services; it owns no domain rule and stores nothing.</summary>
    public static class GatewayService
    {
        /// <summary>Builds it; the services' addresses come from Oversight:Services.</summary>
        public static WebApplication Build(WebApplicationBuilder builder)
        {
            builder.AddTelemetry("gateway");
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null); // Ingestion sets the bound, and says so kindly.
            builder.Services.AddHttpClient<Services>(http => http.Timeout = TimeSpan.FromSeconds(5));
            builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Unreachable.Explain);
            builder.Services.AddReverseProxy().LoadFromMemory(Routes.Running(builder.Configuration).Contains(Routes.Portal) ? [.. Routes.All, .. Routes.Pages] : Routes.All, Routes.Clusters(builder.Configuration));

            var app = builder.Build();
            app.UseExceptionHandler();
            app.UseStatusCodePages();
            app.GiveUpSlowUploads();
            app.UseNamedBodies();
            app.MapReverseProxy();
            app.MapBodyProfile();
            app.MapAttemptsOfAll();
            app.MapOpenApiOfAll();
            app.MapHealthOfAll();
            app.MapWhereToSignIn();
            return app;
        }
    }
}
