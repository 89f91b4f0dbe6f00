using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

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
        if (format == "" || !HttpMethods.IsGet(request.Method) || context.Result is not (PageResult or null))
        {
            return;
        }

        if (context.HandlerInstance is not IExported exported)
        {
            context.Result = Refused(context.HttpContext, "This page cannot be taken along as a file. It can be printed.");
            return;
        }

        var (table, tables) = (request.Query["table"].ToString(), exported.Exported);
        if (table != "" && !(int.TryParse(table, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && one >= 1 && one <= tables.Count))
        {
            context.Result = Refused(context.HttpContext, $"There is no such table on this page; it has {Say.Count(tables.Count, "table")}, counted from 1.");
            return;
        }

        var instants = context.HttpContext.RequestServices.GetRequiredService<Instants>();
        var about = About.Of(request, exported, instants, clock.GetUtcNow());
        IReadOnlyList<Table> taken = [.. (table == "" ? tables : [tables[int.Parse(table, CultureInfo.InvariantCulture) - 1]]).Select(InFile.Of)];
        var name = $"{exported.ExportName}-{string.Join("-and-", (exported.Times ?? [("", instants)]).Select(time => Stamp(time.At)))}";
        context.Result = format switch
        {
            "csv" when taken.Count > 0 => File(Csv.Of(taken[0], about), "text/csv; charset=utf-8", $"{name}.csv"),
            "json" => File(JsonFile.Of(taken, about), "application/json", $"{name}.json"),
            "ods" => File(Ods.Of(taken, about), "application/vnd.oasis.opendocument.spreadsheet", $"{name}.ods"),
            _ => Refused(context.HttpContext, format == "csv" ? "There is no table on this page just now." : "A page can be taken along as csv, json or ods."),
        };
    }

    // The times of the file, as far as they are not the present.
    private string Stamp(Instants at) => (at.AsOf ?? clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) + (at.KnownAt is { } known ? $"-known-{known}" : "")
        + (at.RecordedAt is { } recorded ? $"-recorded-{recorded.Split('.', 'Z')[0].Replace(":", "", StringComparison.Ordinal)}" : "") + (at.Strict ? "-strict" : "");

    private static BadRequestResult Refused(HttpContext http, string because)
    {
        http.Items[typeof(Problem)] = new Problem(null, because, StatusCodes.Status400BadRequest);
        return new();
    }

    private static FileContentResult File(byte[] bytes, string type, string name) => new(bytes, type) { FileDownloadName = name };
}
