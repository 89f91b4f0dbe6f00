using Oversight.Portal;

await PortalService.Build(WebApplication.CreateBuilder(args)).RunAsync();
