using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using See360.Api.Access;
using See360.Api.Imports;
using See360.Core.Organisation;
using See360.Core.Texts;
using See360.Core.Users;

namespace See360.Api;

/// <summary>Units and employees from files. For sales management alone.</summary>
internal static class OrganisationImportsApi
{
    private const long MaxBytes = 16L * 1024 * 1024;

    public static void MapOrganisationImports(this IEndpointRouteBuilder endpoints)
    {
        var imports = endpoints.MapGroup("/api/organisation/imports").WithTags("Organisation").RequireAuthorization(Policies.SalesManagement);
        imports.MapPost("/units", UnitsAsync).TakesFile(MaxBytes);
        imports.MapPost("/employees", EmployeesAsync).TakesFile(MaxBytes);
    }

    /// <param name="preview">True unless it is said that it is not: nothing is changed by mistake.</param>
    private static async Task<Ok<OrganisationImportView>> UnitsAsync(
        IFormFile? file, bool? preview, HttpContext http, ImportUnits import, SyncUsers sync, CancellationToken cancel)
    {
        await using var content = Uploads.Required(file).OpenReadStream();
        return await AppliedAsync(http, await import.RunAsync(http.User.Institute(), content, preview ?? true, cancel), sync, cancel);
    }

    /// <param name="deactivateMissing">True if the file is complete: who is not in it becomes inactive.</param>
    private static async Task<Ok<OrganisationImportView>> EmployeesAsync(
        IFormFile? file, bool? preview, bool? deactivateMissing, HttpContext http, ImportEmployees import, SyncUsers sync, CancellationToken cancel)
    {
        await using var content = Uploads.Required(file).OpenReadStream();
        return await AppliedAsync(
            http, await import.RunAsync(http.User.Institute(), content, preview ?? true, deactivateMissing ?? false, cancel), sync, cancel);
    }

    /// <summary>Who works where, and as what, decides who may sign in.</summary>
    private static async Task<Ok<OrganisationImportView>> AppliedAsync(
        HttpContext http, OrganisationImport result, SyncUsers sync, CancellationToken cancel)
    {
        if (result.Applied)
        {
            await sync.RunAsync(http.User.Institute(), cancel);
        }

        return View(http, result);
    }

    private static Ok<OrganisationImportView> View(HttpContext http, OrganisationImport result)
    {
        var language = http.Request.Language();
        return TypedResults.Ok(new OrganisationImportView(
            result.Applied, result.Rows, result.Created, result.Changed, result.Unchanged, result.Missing, result.Deactivated,
            Rows(result.Faults, language), Rows(result.Warnings, language)));
    }

    private static OrganisationRowView[] Rows(IReadOnlyList<OrganisationFault> faults, Language language) =>
        [.. faults.Select(f => new OrganisationRowView(f.Line, f.Key, f.Code, f.Text.In(language)))];
}

/// <param name="Rejected">Why nothing was changed; empty: the file is in order.</param>
/// <param name="Warnings">What should be looked at; the file is taken all the same.</param>
internal sealed record OrganisationImportView(
    bool Applied, int Rows, int Added, int Changed, int Unchanged, int Missing, int Deactivated, IReadOnlyList<OrganisationRowView> Rejected,
    IReadOnlyList<OrganisationRowView> Warnings);

internal sealed record OrganisationRowView(int Line, string Key, string Code, string Text);
