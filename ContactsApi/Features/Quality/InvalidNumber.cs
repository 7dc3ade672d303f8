using ContactsApi.Core.Quality;

namespace ContactsApi.Features.Quality;

/// <summary>A number that no country can have assigned: a digit too many, one too few, or a code that does not exist.</summary>
public static class InvalidNumber
{
    private static readonly Doubt Invalid = new("number-invalid", Severity.Error, new(
        "Сверьте номер с официальным порталом: вероятно, опечатка.",
        "Check the number with the official portal: it is probably mistyped."));

    public static QualityRule Rule { get; } = new(Find, Invalid);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from listed in ListedNumber.In(examination)
        where listed.Number is null
        select Invalid.FoundIn(listed.Channel, new(
            $"Такого номера быть не может: {listed.Digits}.", $"There can be no such number: {listed.Digits}."));
}
