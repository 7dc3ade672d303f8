using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Where the store does not answer, a form keeps what was typed, and can be sent again.</summary>
[Collection<Alone>]
public sealed class NothingIsLostTests
{
    [Fact]
    public async Task What_was_typed_outlives_a_store_that_is_down()
    {
        using var app = new ContactsApp { Replace = services => services.AddSingleton<Database, MeddledDatabase>() };
        using var visit = await DeskVisit.SignedInAsync(app);
        var store = (MeddledDatabase)app.Services.GetRequiredService<Database>();
        const string uri = "/desk/outages/new/hotline";
        var form = await visit.OpenAsync(uri);

        store.Meddling = "SELECT * FROM nowhere";
        var refused = await visit.SubmitAsync(form, uri, ("reason.ru", "Кабель «Север» & Ко"), ("until", "PT3H"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("All that you typed is still here", refused.Text);
        Assert.Equal(("Кабель «Север» & Ко", "PT3H"), (refused.Field("reason.ru"), refused.Field("until")));
        Assert.Contains("The store does not answer: how many there are is not known.", (await visit.OpenAsync("/desk")).Text);
        Assert.Empty(app.Snapshot.Directory.Catalog.Incidents);

        store.Meddling = MeddledDatabase.Nothing;
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(refused, uri)).Status);
        Assert.Equal("Кабель «Север» & Ко", Assert.Single(app.Snapshot.Directory.Catalog.Incidents).Reason.Ru);
    }
}
