using System.IO.Compression;
using ContactsApi.Hosting.Access;
using Microsoft.AspNetCore.ResponseCompression;

namespace ContactsApi.Hosting.Coding;

/// <summary>Marks endpoints whose answers are sent compressed to whom can take that.</summary>
public sealed record CompressedAnswers;

/// <summary>
/// Who compresses what: answers and pages that are kept are compressed once (<see cref="KeptBody"/>), what else is marked by this middleware. Never
/// anything that comes with a key, whose length could betray what is in it.
/// </summary>
public static class Compression
{
    /// <summary>What is shorter fits in one packet either way.</summary>
    private const int LeastBytes = 512;

    /// <summary>Of the formats of this service all but pictures in pixels, which are compressed by themselves.</summary>
    private static readonly string[] Texts =
    [
        "text/html", "text/css", "text/javascript", "image/svg+xml", "application/json", "application/ld+json", "application/yaml", PlainText.MediaType,
        "text/calendar", "text/vcard", ShortView.MediaType,
    ];

    /// <summary>Whether an answer is sent so much sooner compressed that its caller notices.</summary>
    public static bool IsWorthIt(string contentType, int length) =>
        length >= LeastBytes && Texts.Any(text => contentType.StartsWith(text, StringComparison.Ordinal));

    public static TBuilder Compressed<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CompressedAnswers());

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Nothing secret is in what anybody may ask for, so its length betrays nothing.
            options.EnableForHttps = true;
            options.MimeTypes = Texts;
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    public static void UseCompression(this IApplicationBuilder app) => app.UseWhen(
        context => context.GetEndpoint()?.Metadata.GetMetadata<CompressedAnswers>() is not null && !ApiKeyHandler.HasKey(context.Request),
        compressed => compressed.UseResponseCompression());
}
