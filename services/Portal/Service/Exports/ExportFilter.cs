using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Time;

namespace Oversight.Portal.Exports;

/// <summary>Answers with a file in the place of a page where the address asks for one.</summary>
internal sealed class ExportFilter(TimeProvider clock) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var (request, format) = (context.HttpContext.Request, context.HttpContext.Request.Query["export"].ToString());
        if (format == "" || context.Result is not (PageResult or null) || context.HandlerInstance is not IExported exported)
        {
            return;
        }

        var instants = context.HttpContext.RequestServices.GetRequiredService<Instants>();
        var about = About.Of(request, instants, clock.GetUtcNow());
        var tables = int.TryParse(request.Query["table"], out var one) && one >= 1 && one <= exported.Exported.Count ? [exported.Exported[one - 1]] : exported.Exported;
        var name = $"{exported.ExportName}-{about.AsOf}";
        context.Result = format switch
        {
            "csv" when tables.Count > 0 => File(Csv.Of(tables[0], about), "text/csv; charset=utf-8", $"{name}.csv"),
            "json" => File(JsonFile.Of(tables, about), "application/json", $"{name}.json"),
            "ods" => File(Ods.Of(tables, about), "application/vnd.oasis.opendocument.spreadsheet", $"{name}.ods"),
            _ => new BadRequestResult(),
        };
    }

    private static FileContentResult File(byte[] bytes, string type, string name) => new(bytes, type) { FileDownloadName = name };
}
