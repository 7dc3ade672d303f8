using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Caching;

public static class EntityTags
{
    /// <summary>Whether a list of tags, as in <c>If-None-Match</c>, names one by weak comparison. A list that is none names nothing.</summary>
    public static bool AnyMatches(StringValues list, string entityTag) =>
        EntityTagHeaderValue.TryParseList([.. list.OfType<string>()], out var tags)
        && EntityTagHeaderValue.TryParse(entityTag, out var asked)
        && tags.Any(tag => tag.Compare(asked, useStrongComparison: false));
}
