using System.Globalization;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Formats.QrCodes;

public static class QrCodeParameters
{
    private const int LeastSize = 1, MostSize = 40, DefaultSize = 8;

    public static QueryParameter<QrTarget> Of { get; } = Parameters.OneOf<QrTarget>(
        "of", "What a phone opens that reads the code: the official page, the call, or the entry of an address book.", "tel") with { Required = true };

    public static QueryParameter<long> ModuleSize { get; } = Parameters.Number(
        "moduleSize",
        "How wide each module, a dot of the code, is in pixels; 1 to 40. A code is 29 to some 120 modules wide, its quiet zone included.",
        "8",
        LeastSize,
        MostSize) with { Default = DefaultSize.ToString(CultureInfo.InvariantCulture) };

    public static int ReadModuleSize(QueryReader query) => query.TryGet(ModuleSize, out var size) ? (int)size : DefaultSize;
}
