using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using CsCheck;

namespace ContactsApi.Tests.Support;

public static class Questions
{
    /// <summary>Random questions that the directory can answer.</summary>
    public static Gen<Question> Of(ContactDirectory directory) =>
        from segment in Generators.OneOf(Enum.GetValues<Segment>())
        from needs in Generators.OneOf(Enum.GetValues<Capability>()).HashSet[0, 2]
        from language in Generators.OneOf<Language?>(null, null, null, Language.Ru, Language.En)
        from topic in Generators.OneOf<Topic?>([null, null, null, null, .. directory.Topics.Values])
        from region in Generators.OneOf<Region?>(null, null, directory.Regions["RU-SPE"], directory.Regions["RU-SVE"])
        from exclude in Generators.OneOf<string>([.. directory.Channels.Keys]).HashSet[0, 6]
        from country in Generators.OneOf(null, null, "RU", "DE")
        from urgent in Gen.Bool
        select new Question(segment)
        {
            Needs = needs,
            Language = language,
            Topic = topic,
            Region = region,
            Exclude = exclude,
            Country = country,
            Urgent = urgent,
        };
}
