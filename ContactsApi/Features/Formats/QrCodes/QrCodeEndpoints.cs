using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats.QrCodes;

public static class QrCodeEndpoints
{
    private const string Description =
        "For print and screens: opens the official page, calls, or adds the channel to the address book (without its "
        + "description). Level M, dark on light, with a quiet zone of four modules.";

    public static void MapQrCodes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/channels/{id}/qr.svg", GetSvg)
            .WithName("getQrCodeSvg")
            .WithSummary("A QR code of a channel as SVG")
            .WithDescription(Description)
            .WithQuery(QrCodeParameters.Of, QrCodeParameters.ModuleSize, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<string>(QrImage.Svg);
        routes.MapGet("/v1/channels/{id}/qr.png", GetPng)
            .WithName("getQrCodePng")
            .WithSummary("A QR code of a channel as PNG")
            .WithDescription("The same code as that of PNG.")
            .WithQuery(QrCodeParameters.Of, QrCodeParameters.ModuleSize, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<Stream>(QrImage.Png);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetSvg(
        string id, HttpContext context, CatalogQuery query) => Get(
            id, context, query, "svg", QrImage.Svg,
            (text, size, channel, language) => QrImage.AsSvg(text, size, Alternative(channel, language)));

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetPng(
        string id, HttpContext context, CatalogQuery query) =>
        Get(id, context, query, "png", QrImage.Png, (text, size, _, _) => QrImage.AsPng(text, size));

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(
        string id,
        HttpContext context,
        CatalogQuery query,
        string extension,
        string mediaType,
        Func<string, int, Channel, Language, byte[]> draw) =>
        context.AboutChannel<CacheableBody>(id, query, channel =>
        {
            query.TryGet(QrCodeParameters.Of, out var target);
            var moduleSize = QrCodeParameters.ReadModuleSize(query);
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            var language = context.Language();
            if (target.TextFor(channel, query.Directory, language) is not { } text)
                return context.RefuseAddress();
            if (Encoding.UTF8.GetByteCount(text) > QrImage.MostOctets)
                return context.Refuse(Problem.TooLongForQrCode);
            return query.LastingBody(
                new ResponseBody(draw(text, moduleSize, channel, language), mediaType) { FileName = $"{channel.Id}-{EnumNames<QrTarget>.Of(target)}.{extension}" });
        });

    private static string Alternative(Channel channel, Language language)
    {
        var address = AddressResponse.Of(channel, language)!.Display;
        return new LocalizedText($"QR-код: {channel.Name.Ru}, {address}", $"QR code: {channel.Name.En}, {address}").In(language);
    }
}
