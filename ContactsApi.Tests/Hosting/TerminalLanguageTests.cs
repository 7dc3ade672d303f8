using ContactsApi.Core;
using ContactsApi.Hosting;

namespace ContactsApi.Tests.Hosting;

public sealed class TerminalLanguageTests
{
    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.En, "LANG=C.UTF-8")]
    [InlineData(Language.Ru, "LANG=ru_RU.UTF-8")]
    [InlineData(Language.Ru, "LANG=ru")]
    [InlineData(Language.Ru, "LANG=en_US.UTF-8", "LC_MESSAGES=ru_RU.UTF-8")]
    [InlineData(Language.En, "LANG=ru_RU.UTF-8", "LC_ALL=C.UTF-8")]
    [InlineData(Language.En, "LC_MESSAGES=ru_RU.UTF-8", "LC_ALL=C.UTF-8")]
    [InlineData(Language.Ru, "LANG=ru_RU.UTF-8", "LC_ALL=", "LC_MESSAGES=")]
    public void The_first_locale_variable_that_says_something_counts(Language language, params string[] environment)
    {
        var variables = environment.Select(variable => variable.Split('=')).ToDictionary(variable => variable[0], variable => variable[1]);

        Assert.Equal(language, TerminalLanguage.Of(variables.GetValueOrDefault));
    }
}
