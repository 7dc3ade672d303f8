using Microsoft.AspNetCore.ResponseCompression;
using System.IO.Compression;

namespace ContactsApi.Hosting;

/// <summary>Marks endpoints whose answers are sent compressed to whom can take that.</summary>
public sealed record CompressedAnswers;

/// <summary>
/// Compresses what browsers show. Answers to programs go as they are: they are short, and most are kept ready to be sent.
/// </summary>
public static class Compression
{
    public static TBuilder Compressed<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CompressedAnswers());

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Nothing secret is in a page that anybody may ask for, so its length betrays nothing.
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }

    public static void UseCompression(this IApplicationBuilder app) => app.UseWhen(
        context => context.GetEndpoint()?.Metadata.GetMetadata<CompressedAnswers>() is not null,
        compressed => compressed.UseResponseCompression());
}
