using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using See360.Api.Access;
using See360.Api.Imports;
using See360.Api.Participants;
using See360.Core;
using See360.Core.Imports;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Texts;

namespace See360.Api;

/// <summary>Exports of conversations: upload, look at, confirm, undo. For sales management alone.</summary>
internal static class ImportsApi
{
    public static IServiceCollection AddImportViews(this IServiceCollection services) => services.AddSingleton<ImportViews>();

    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        var limits = endpoints.ServiceProvider.GetRequiredService<ImportLimits>();
        var imports = endpoints.MapGroup("/api/imports").WithTags("Imports").RequireAuthorization(Policies.SalesManagement);
        var fromPage = endpoints.ServiceProvider.GetRequiredService<IOptions<ApiOptions>>().Value.UploadBytes;
        imports.MapPost("", UploadAsync).TakesFile(
            Math.Min(limits.MaxBytes, fromPage ?? long.MaxValue), fromPage < limits.MaxBytes ? Uploads.BySftp(fromPage.Value) : null);
        imports.MapGet("", ListAsync);
        imports.MapGet("/{id}", ReadAsync);
        imports.MapGet("/{id}/rows", RowsAsync);
        imports.MapPost("/{id}/confirm", ConfirmAsync);
        imports.MapPost("/{id}/undo", UndoAsync);
        imports.MapGet("/{id}/rejected.csv", RejectedAsync);
        imports.MapGet("/templates/{name}", TemplateAsync);
    }

    /// <param name="columns">JSON object from the file's header to our column name, for files whose columns we don't know.</param>
    private static async Task<Results<Created<ImportView>, Ok<ImportView>>> UploadAsync(
        IFormFile? file, [FromForm] bool? attestExistingCustomers, [FromForm] string? columns,
        HttpContext http, ReadImport read, ImportViews views, TimeProvider time, CancellationToken cancel)
    {
        var (institute, userName) = (http.User.Institute(), http.User.UserName());
        var upload = Uploads.Required(file);
        var attestation = attestExistingCustomers == true ? new Attestation(userName, time.GetUtcNow()) : null;
        await using var content = upload.OpenReadStream();
        var result = await read.RunAsync(new ImportUpload(institute, upload.FileName, content, userName, attestation, Columns(columns)), cancel);
        var view = await views.OfAsync(institute, result.Import, http.Request.Language(), result.AlreadyThere, cancel);
        return result.AlreadyThere ? TypedResults.Ok(view) : TypedResults.Created($"/api/imports/{view.Id}", view);
    }

    private static async Task<Ok<List<ImportView>>> ListAsync(
        string? week, HttpContext http, ImportRecords imports, InstituteRecords institutes, ImportViews views, TimeProvider time, CancellationToken cancel)
    {
        var institute = http.User.Institute();
        if (!IsoWeek.TryParse(week, out var of))
        {
            of = week is null ? IsoWeek.Of(time.GetUtcNow(), (await institutes.GetAsync(institute, cancel)).TimeZone) : throw new BadInput(
                "week", "week-unreadable", new LocalizedText("Bitte nennen Sie die Woche in der Form 2026-W46.", "Please give the week in the form 2026-W46."));
        }

        var list = new List<ImportView>();
        foreach (var import in Enumerable.Reverse(await imports.OfWeekAsync(institute, of, cancel)))
        {
            list.Add(await views.OfAsync(institute, import, http.Request.Language(), cancel: cancel));
        }

        return TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<ImportView>, NotFound>> ReadAsync(
        string id, HttpContext http, ImportRecords imports, ImportViews views, CancellationToken cancel) =>
        await FindAsync(id, http.User, imports, cancel) is { } import ? await ViewAsync(http, views, import, cancel) : TypedResults.NotFound();

    private static async Task<Results<Ok<ImportRowsView>, NotFound>> RowsAsync(
        string id, string? state, string? after, int? take, HttpContext http, ListImportRows list, ImportRecords imports, ImportViews views, CancellationToken cancel)
    {
        var wanted = ParticipantState.Ready;
        if (!string.IsNullOrEmpty(state) && !StateParameter.TryRead(state, out wanted))
        {
            throw new BadInput("state", "state-unknown", new LocalizedText(
                "Diesen Zustand gibt es nicht. Bitte wählen Sie einen aus der Liste.", "There is no such state. Please choose one from the list."));
        }

        var from = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 0;
        if (await FindAsync(id, http.User, imports, cancel) is not { } import
            || await list.RunAsync(http.User.Institute(), import.Id, string.IsNullOrEmpty(state) ? null : wanted, from, take ?? 100, cancel) is not { } page)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Ok(await views.RowsAsync(http.User.Institute(), import, page, http.Request.Language(), cancel));
    }

    /// <remarks>What was decided is carried out also if nobody waits for the answer any more. Broken off by the death of the process, it goes
    /// on when the button is pressed again.</remarks>
    private static async Task<Results<Ok<ImportView>, NotFound>> ConfirmAsync(
        string id, HttpContext http, ConfirmImport confirm, ImportViews views, CancellationToken cancel) =>
        BatchId.TryParse(id, out var batch) && await confirm.RunAsync(http.User.Institute(), batch, http.User.UserName(), CancellationToken.None) is { } import
            ? await ViewAsync(http, views, import, cancel)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ImportView>, NotFound>> UndoAsync(
        string id, HttpContext http, UndoImport undo, ImportViews views, CancellationToken cancel) =>
        BatchId.TryParse(id, out var batch) && await undo.RunAsync(http.User.Institute(), batch, cancel) is { } import
            ? await ViewAsync(http, views, import, cancel)
            : TypedResults.NotFound();

    private static async Task<Results<PushStreamHttpResult, NotFound>> RejectedAsync(
        string id, HttpContext http, ImportRecords imports, WriteRejectedRows write, CancellationToken cancel)
    {
        if (await FindAsync(id, http.User, imports, cancel) is not { } import)
        {
            return TypedResults.NotFound();
        }

        var (institute, language) = (http.User.Institute(), http.Request.Language());
        return TypedResults.Stream(
            stream => write.RunAsync(institute, import.Id, language, stream, http.RequestAborted),
            "text/csv; charset=utf-8", $"abgelehnt-{import.Id.ToString().ToLowerInvariant()}.csv");
    }

    /// <param name="name">E.g. <c>contacts.csv</c>, <c>employees.xlsx</c>.</param>
    /// <param name="example">False: the header alone.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> TemplateAsync(string name, bool? example, Templates templates, CancellationToken cancel)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || name[(dot + 1)..] is not ("csv" or "xlsx") || !name[..dot].All(char.IsAsciiLetter)
            || !Enum.TryParse<TemplateKind>(name[..dot], ignoreCase: true, out var kind))
        {
            return TypedResults.NotFound();
        }

        var workbook = name.EndsWith(".xlsx", StringComparison.Ordinal);
        var bytes = await templates.RunAsync(kind, workbook, example ?? true, cancel);
        var type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
        return TypedResults.File(bytes, type, $"see360-{name}");
    }

    private static async Task<Import?> FindAsync(string id, ClaimsPrincipal user, ImportRecords imports, CancellationToken cancel) =>
        BatchId.TryParse(id, out var batch) ? (await imports.ReadAsync(user.Institute(), batch, cancel))?.Value : null;

    private static async Task<Ok<ImportView>> ViewAsync(HttpContext http, ImportViews views, Import import, CancellationToken cancel) =>
        TypedResults.Ok(await views.OfAsync(http.User.Institute(), import, http.Request.Language(), cancel: cancel));

    private static Dictionary<string, string>? Columns(string? json)
    {
        try
        {
            var columns = string.IsNullOrWhiteSpace(json) ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(json);
            return columns?.ContainsValue(null!) == true ? throw Unreadable() : columns;
        }
        catch (JsonException)
        {
            throw Unreadable();
        }

        static BadInput Unreadable() => new("columns", "columns-unreadable", new LocalizedText(
            "Die Zuordnung der Spalten ist nicht lesbar. Bitte wählen Sie sie noch einmal aus.",
            "The assignment of the columns can't be read. Please choose it once more."));
    }
}
