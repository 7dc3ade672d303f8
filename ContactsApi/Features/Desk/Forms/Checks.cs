using ContactsApi.Editing;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>That somebody compared a fact with the support centre itself, as fields of a form.</summary>
public static class Checks
{
    /// <summary>Completes a mark: whose it is, and in one language what was written in the other. Without an outcome there is none.</summary>
    /// <param name="shown">As it was before.</param>
    /// <param name="mark">The name of the mark, as <c>address.verification</c>.</param>
    /// <returns>Whether it says how.</returns>
    public static bool Note(Fields typed, Fields? shown, string mark, string name)
    {
        var parts = new[] { "outcome", "date", "how.ru", "how.en" }.Select(part => $"{mark}.{part}").ToArray();
        if (typed[parts[0]] is null)
        {
            foreach (var part in parts.Append($"{mark}.by"))
                typed[part] = null;
            return true;
        }

        if (OutageReason.InOwnWords(typed[parts[2]], typed[parts[3]]) is not { } how)
            return false;
        if (parts.Any(part => typed[part] != shown?[part]))
            typed[$"{mark}.by"] = name;
        (typed[parts[2]], typed[parts[3]]) = (how.Ru, how.En);
        return true;
    }
}
