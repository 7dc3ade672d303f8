using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using PhoneNumbers;

namespace ContactsApi.Features.Quality;

/// <summary>A passage calls the line free of charge, but its number is not of the toll-free range.</summary>
public static class TollFreeClaim
{
    private static readonly Doubt NotTollFree = new("toll-free-claim", Severity.Error, new(
        "Узнайте, платный ли звонок. Если платный, уберите free-of-charge из возможностей канала.",
        "Find out whether the call costs money. If it does, take free-of-charge from the capabilities of the channel."));

    public static QualityRule Rule { get; } = new(Find, NotTollFree);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from listed in ListedNumber.In(examination)
        where listed.Number is not null && ListedNumber.Numbering.GetNumberType(listed.Number) != PhoneNumberType.TOLL_FREE
        let claim = listed.Channel.Capabilities.GetValueOrDefault(Capability.FreeOfCharge)
        where claim is not (null or Provenance.Editorial)
        select NotTollFree.FoundIn(listed.Channel, new(
            $"Раздел {claim} называет звонок бесплатным, но номер {listed.Digits} не из бесплатных.",
            $"Section {claim} calls the line free of charge, but {listed.Digits} is no toll-free number.")) with { References = [claim] };
}
