using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;

namespace ContactsApi.Features.Desk.Now;

/// <summary>What is going on: the first thing that a steward sees.</summary>
public static class NowEndpoints
{
    /// <summary>More are told as "many".</summary>
    private const int MostCounted = 100;

    private static readonly LocalizedText Title = new("Сейчас", "Now");

    public static void Map(RouteGroupBuilder group) => group.MapGet("", Show).WithDeskQuery();

    private static HtmlPage Show(HttpContext context, StoreAccess access, CorrectionStore corrections, IOptions<QualityOptions> quality)
    {
        var desk = DeskRequest.Of(context);
        var findings = QualityRules.FindingsOf(new(desk.Snapshot.Directory, MoscowTime.DateOf(desk.Now), quality.Value.StaleAfterDays));
        return desk.Show<NowView>(Title, (nameof(NowView.Findings), findings), (nameof(NowView.Unread), Unread(access, corrections)));
    }

    /// <summary>How many corrections wait; nothing if the store does not answer.</summary>
    private static int? Unread(StoreAccess access, CorrectionStore corrections)
    {
        try
        {
            return access.Read(() => corrections.List(new(CorrectionStatus.Received, null), long.MaxValue, MostCounted)).Count;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}
