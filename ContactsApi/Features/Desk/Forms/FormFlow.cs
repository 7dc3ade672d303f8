using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>
/// How every form of the desk goes: it is opened on a revision, shows what it would do, and is written unless somebody else changed the
/// same in between. Whatever keeps it from being written, what was typed stays on the screen.
/// </summary>
public static class FormFlow
{
    public const string RevisionField = "revision";

    /// <summary>Says that what the form would do was on the screen.</summary>
    public const string SeenField = "seen";

    /// <summary>Why, for the history.</summary>
    public const string WhyField = "why";

    private static readonly LocalizedText StoreIsDown = new(
        "Хранилище не отвечает, ничего не записано. Всё, что вы ввели, осталось здесь: отправьте ещё раз через минуту.",
        "The store does not answer, and nothing was written. All that you typed is still here: send it again in a minute.");

    private static readonly LocalizedText Gone = new("Этого уже нет: кто-то удалил.", "This is no longer there: somebody removed it.");

    public static HtmlPage Open(HttpContext context, EditForm form)
    {
        var desk = DeskRequest.Of(context);
        if (form.Shown(desk.Snapshot) is not { } shown)
            return NotThere(desk, form);
        var typed = Merged(shown, form.Suggested);
        return Show(desk, new FormState(form, desk.Snapshot.Revision, typed));
    }

    public static async Task<IResult> SendAsync(HttpContext context, EditForm form)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var desk = DeskRequest.Of(context);
        var typed = Fields.Of(sent.Where(field => field.Key is not (RevisionField or SeenField) && field.Key != desk.Tokens.FormFieldName));
        foreach (var file in sent.Files.Where(file => file.Length > 0))
        {
            using var reader = new StreamReader(file.OpenReadStream());
            typed[file.Name] = await reader.ReadToEndAsync(context.RequestAborted);
        }

        var revision = long.TryParse(sent[RevisionField], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : desk.Snapshot.Revision;
        var state = new FormState(form, revision, typed);
        try
        {
            return await TryAsync(context, desk, state, sent[SeenField].ToString());
        }
        catch (StoreUnavailableException)
        {
            return Show(desk, state with { Trouble = StoreIsDown, Status = StatusCodes.Status503ServiceUnavailable });
        }
    }

    /// <summary>What tells of what was typed, and on which revision.</summary>
    public static string Seen(FormState state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{state.Revision}\n{string.Join('\n', state.Typed.Select(field => $"{field.Key}={field.Value}"))}")))[..16];

    private static async Task<IResult> TryAsync(HttpContext context, DeskRequest desk, FormState state, string seen)
    {
        var services = context.RequestServices;
        var (snapshots, writer) = (services.GetRequiredService<CatalogSnapshots>(), services.GetRequiredService<CatalogWriter>());
        var form = state.Form;
        if (snapshots.Of(state.Revision) is not { } opened || form.Shown(opened) is not { } shown)
            return NotThere(desk, form);
        if (!shown.Equals(form.Shown(desk.Snapshot)))
            return Show(desk, Overtaken(services, desk.Snapshot, state, shown));

        var edited = writer.Preview(snapshot => form.Change(state.Typed, snapshot));
        if (edited.Refusal is { } refusal)
            return Show(desk, Refused(state, refusal));
        if (form.ShowsFirst && seen != Seen(state))
            return Show(desk, state with { Preview = WriteResponse.OfDryRun(edited, desk.Now, desk.Page.Language) });

        var why = state.Typed[WhyField] ?? form.Reason;
        CatalogSnapshot? other = null;
        var writing = await writer.WriteAsync(
            snapshot =>
            {
                other = shown.Equals(form.Shown(snapshot)) ? null : snapshot;
                return other is null ? form.Change(state.Typed, snapshot) : new EditedCatalog(snapshot, null);
            },
            context.Origin(),
            why,
            context.RequestAborted);
        if (other is not null)
            return Show(desk, Overtaken(services, other, state, shown));
        if (writing.Edited.Refusal is { } no)
            return Show(desk, Refused(state, no));
        try
        {
            form.Afterwards?.Invoke(context, writing.After);
        }
        catch (StoreUnavailableException)
        {
            // The revision is written. What else was to be done is seen to be left, and can be done by itself.
        }

        return TypedResults.Redirect(desk.Page.To(form.Done, DeskQuery.Saved.Name, $"{writing.After.Revision}"));
    }

    private static FormState Refused(FormState state, Refusal refusal) => state with
    {
        Errors = refusal.Errors,
        Trouble = refusal.Errors.Count > 0 ? null : refusal.Detail ?? Gone,
        Status = StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>The form on the newest revision: fields that only the other changed are theirs, all others stay as they were typed.</summary>
    private static FormState Overtaken(IServiceProvider services, CatalogSnapshot newest, FormState state, Fields opened)
    {
        var now = state.Form.Shown(newest);
        var merged = Merged(state.Typed, []);
        List<ConflictingField> fields = [];
        foreach (var name in opened.Concat(now ?? []).Select(field => field.Key).Distinct().Where(name => now is not null && opened[name] != now[name]))
        {
            var mine = state.Typed[name];
            if (mine == opened[name])
                merged[name] = now![name];
            fields.Add(new(name, opened[name], now![name], mine, merged[name]));
        }

        return state with
        {
            Revision = newest.Revision,
            Typed = merged,
            Conflict = new(Between(services, state.Revision, newest.Revision), fields, now is null),
            Status = StatusCodes.Status409Conflict,
        };
    }

    private static List<RevisionEntry> Between(IServiceProvider services, long opened, long newest)
    {
        try
        {
            return [.. services.GetRequiredService<StoreAccess>().Read(
                () => services.GetRequiredService<RevisionStore>().List(newest + 1, 10)).Where(entry => entry.Number > opened)];
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    private static Fields Merged(Fields fields, Fields more)
    {
        Fields merged = [];
        foreach (var (name, value) in fields.Concat(more))
            merged[name] = value;
        return merged;
    }

    private static HtmlPage Show(DeskRequest desk, FormState state) =>
        desk.Show<FormPage>(state.Form.Title, (nameof(FormPage.State), state)) with { Status = state.Status };

    private static HtmlPage NotThere(DeskRequest desk, EditForm form) =>
        desk.Show<NotTherePage>(form.Title, (nameof(NotTherePage.Text), Gone)) with { Status = StatusCodes.Status404NotFound };
}
