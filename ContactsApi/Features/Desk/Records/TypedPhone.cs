using PhoneNumbers;

namespace ContactsApi.Features.Desk.Records;

/// <summary>A phone number as people type it: <c>8 (800) 555-35-35</c>, <c>+7 800 5553535</c>.</summary>
public static class TypedPhone
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>In E.164; nothing if it cannot be a number for the count of its digits.</summary>
    public static string? Of(string text)
    {
        try
        {
            var number = Numbers.Parse(text, "RU");
            return Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE && string.IsNullOrEmpty(number.Extension) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
