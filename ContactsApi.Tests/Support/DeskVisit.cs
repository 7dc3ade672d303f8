using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ContactsApi.Tests.Support;

/// <summary>A steward at the desk with a browser that knows cookies and forms, and runs no scripts.</summary>
public sealed class DeskVisit : IDisposable
{
    private readonly HttpClient client;

    private DeskVisit(HttpClient client) => this.client = client;

    /// <summary>Somebody who has not signed in.</summary>
    public static DeskVisit Stranger(ContactsApp app, string origin = "http://localhost", string language = "en")
    {
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(origin) });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return new(client);
    }

    /// <summary>Somebody who signed in with a new key of that scope.</summary>
    public static async Task<DeskVisit> SignedInAsync(ContactsApp app, Scope scope = Scope.Steward, string language = "en")
    {
        var visit = Stranger(app, language: language);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SignInAsync(app.KeyOf(scope).Text)).Status);
        return visit;
    }

    public Task<DeskAnswer> SignInAsync(string key, string uri = "/desk/sign-in") => SubmitAsync(uri, ("key", key));

    public Task<DeskAnswer> OpenAsync(string uri, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, uri, null, headers);

    /// <summary>Opens a view, fills in its form and sends it.</summary>
    /// <param name="fields">What is typed or chosen; nothing else is changed.</param>
    public async Task<DeskAnswer> SubmitAsync(string uri, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await OpenAsync(uri), uri, fields);

    /// <summary>Fills in the form of a view that was opened before, and sends it.</summary>
    public Task<DeskAnswer> SubmitAsync(DeskAnswer opened, string uri, params (string Name, string Value)[] fields)
    {
        var form = opened.Form(null);
        foreach (var name in fields.Select(field => field.Name).Distinct())
            form.RemoveAll(field => field.Name == name);
        return PostAsync(uri, [.. form, .. fields]);
    }

    /// <summary>Presses the only button of a form that is one, as "end".</summary>
    public Task<DeskAnswer> PressAsync(DeskAnswer opened, string action, params (string Name, string Value)[] fields) =>
        PostAsync(action, [.. opened.Form(action), .. fields]);

    public Task<DeskAnswer> PostAsync(string uri, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, uri, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public void Dispose() => client.Dispose();

    private async Task<DeskAnswer> SendAsync(HttpMethod method, string uri, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>A view of the desk, as it was sent.</summary>
public sealed partial record DeskAnswer(HttpResponseMessage Response, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;

    /// <summary>What the view says, without its markup.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    public IEnumerable<string> Cookies => Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    /// <summary>What the form would send untouched.</summary>
    /// <param name="action">Where it is sent to; the form of the view itself when absent.</param>
    public List<(string Name, string Value)> Form(string? action)
    {
        var form = FormElement().Matches(Html).First(form => action is null ? !form.Value.Contains(" action=", StringComparison.Ordinal) : form.Value.Contains($" action=\"{WebUtility.HtmlEncode(action)}\"", StringComparison.Ordinal)).Value;
        return
        [
            .. from Match input in Input().Matches(form)
               where Value(input.Value, "type") is not ("checkbox" or "radio") || input.Value.Contains(" checked", StringComparison.Ordinal)
               where Value(input.Value, "type") != "file" && Value(input.Value, "name") is not null
               select (Value(input.Value, "name")!, Value(input.Value, "value") ?? ""),
            .. from Match area in TextArea().Matches(form)
               select (Value(area.Value, "name")!, WebUtility.HtmlDecode(area.Groups["text"].Value).TrimStart('\n')),
            .. from Match list in Select().Matches(form)
               let chosen = Option().Matches(list.Value)
               select (Value(list.Value, "name")!, Value((chosen.FirstOrDefault(option => option.Value.Contains(" selected", StringComparison.Ordinal)) ?? chosen[0]).Value, "value") ?? ""),
        ];
    }

    /// <summary>What a field holds.</summary>
    public string Field(string name) => Form(null).Single(field => field.Name == name).Value;

    private static string? Value(string element, string attribute) =>
        Regex.Match(element, $" {attribute}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea [^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TextArea();

    [GeneratedRegex("<select .*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
