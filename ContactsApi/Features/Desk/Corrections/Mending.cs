using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Features.Desk.Forms;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Corrections;

/// <summary>An edit that mends what a correction reported: the correction is accepted with the revision that the edit makes.</summary>
public static class Mending
{
    private static readonly LocalizedText Thanks = new("Исправлено, спасибо.", "Mended, thank you.");

    /// <summary>In the address of a form: which correction it mends.</summary>
    public static QueryParameter<string> Correction { get; } = new("correction", "The correction that this mends.", "K7QM-4TZP-W2XD", text => text);

    public static EditForm With(HttpContext context, EditForm form) =>
        PageRequest.Of(context).Query.FirstOrDefault(choice => choice.Key == Correction.Name).Value is not { } number ? form
        : form with
        {
            Done = $"{CorrectionEndpoints.Address}/{Uri.EscapeDataString(number)}",
            Reason = $"Mends the correction {number}",
            Afterwards = (request, written) => Judge(request, number, Verdict.Accept(written.Revision, Thanks)),
            Button = new("Сохранить и принять поправку", "Save, and accept the correction"),
        };

    /// <summary>The correction as it stands afterwards; nothing if there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer.</exception>
    public static Correction? Judge(HttpContext context, string number, Verdict verdict) =>
        context.RequestServices.GetRequiredService<CatalogSnapshots>().ToStore(() => context.RequestServices.GetRequiredService<CorrectionStore>()
            .Judge(number, verdict, DeskRequest.NowOf(context), context.Origin()));
}
