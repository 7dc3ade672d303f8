using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Formats.QrCodes;

public static class QrCodeParameters
{
    private const int LeastSize = 1, MostSize = 40, DefaultSize = 8;

    public static QueryParameter<QrTarget> Of { get; } = new(
        "of",
        "What a phone opens that reads the code: the official page, the call, or the entry of an address book.",
        "tel",
        (text, _) => EnumNames<QrTarget>.TryParse(text, out var target) ? target : QueryErrors.OneOf(EnumNames<QrTarget>.All))
    {
        Required = true,
        Values = EnumNames<QrTarget>.All,
    };

    public static QueryParameter<long> ModuleSize { get; } = new(
        "moduleSize",
        "How wide each module, a dot of the code, is in pixels; 1 to 40. A code is 29 to some 120 modules wide, its quiet zone included.",
        "8",
        (text, _) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= LeastSize and <= MostSize
            ? size
            : new LocalizedText($"Нужно целое число от {LeastSize} до {MostSize}.", $"A whole number from {LeastSize} to {MostSize} is needed."))
    {
        Default = DefaultSize.ToString(CultureInfo.InvariantCulture),
    };

    public static int ReadModuleSize(QueryReader query) => query.TryGet(ModuleSize, out var size) ? (int)size : DefaultSize;
}
