using System.Net.Mime;
using ContactsApi.Core;
using ContactsApi.Hosting;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ContactsApi.Features.Pages;

/// <summary>A whole page, made of a component.</summary>
/// <param name="Body">The component that shows it.</param>
/// <param name="Parameters">What the component is given.</param>
public sealed record HtmlPage(PageRequest Page, LocalizedText Title, Type Body, Dictionary<string, object?> Parameters) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    internal const string ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";

    /// <summary>Most pages fit in this, in bytes.</summary>
    private const int Usual = 64 * 1024;

    /// <summary>A browser asks anew before it shows the page again.</summary>
    internal const string AskAnew = "no-cache";

    /// <summary>Who may keep it.</summary>
    public string Keeping { get; init; } = AskAnew;

    /// <summary>What it says, in a sentence or two, for whoever shows a link to it; nothing where the title says all.</summary>
    public string? Description { get; init; }

    /// <summary>The component around the body.</summary>
    public Type Frame { get; init; } = typeof(PageFrame);

    /// <summary>What the frame is given besides.</summary>
    public IReadOnlyDictionary<string, object?> FrameParameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Takes the page once it is made; nothing where it is not kept.</summary>
    public Action<byte[]>? Keep { get; init; }

    public static HtmlPage Of<T>(PageRequest page, LocalizedText title, params (string Name, object? Value)[] parameters)
        where T : IComponent => new(page, title, typeof(T), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        SetHeaders(httpContext.Response, Status, Page.Language, Keeping);
        var html = await RenderAsync(httpContext.RequestServices);
        Keep?.Invoke(html);
        await httpContext.Response.BodyWriter.WriteAsync(html, httpContext.RequestAborted);
    }

    internal static void SetHeaders(HttpResponse response, int status, Language language, string keeping)
    {
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.ContentLanguage = EnumNames<Language>.Of(language);
        response.Headers.ContentSecurityPolicy = SecurityHeaders.Page;
        response.Headers.CacheControl = keeping;
    }

    /// <summary>In UTF-8 at once: as a string most pages are so large that only a collection of all generations frees them.</summary>
    private async Task<byte[]> RenderAsync(IServiceProvider services)
    {
        var html = new MemoryStream(Usual);
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            await using var writer = new StreamWriter(html, leaveOpen: true);
            (await renderer.RenderComponentAsync(Frame, ParameterView.FromDictionary(new Dictionary<string, object?>(FrameParameters)
            {
                [nameof(PageFrame.Page)] = Page,
                [nameof(PageFrame.Title)] = Title,
                [nameof(PageFrame.Description)] = Description,
                [nameof(PageFrame.Body)] = Body,
                [nameof(PageFrame.Parameters)] = Parameters,
            }))).WriteHtmlTo(writer);
        });
        return html.ToArray();
    }
}
