using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Hosting.Service;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Commands;

/// <summary>Outages from the command line. It is 22 November 2026, 03:00 in Moscow.</summary>
public sealed class IncidentCommandTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(ContactsApp.NewTime().GetUtcNow());

    public IncidentCommandTests() => FilledStore.CopyTo(store.Path);

    [Fact]
    public void An_outage_is_announced_listed_and_ended()
    {
        Assert.Equal(
            ("hotline-2026-11-22\nclosed until it is ended: Hotline, Voice assistant, Hotline from abroad\nrevision 2\n", "", 0),
            Run("start hotline --reason carrier --author Anna"));
        Assert.Equal(("hotline-2026-11-22\nclosed until it is ended: Hotline, Voice assistant, Hotline from abroad\nnothing changed: revision 2\n", "", 0), Run("start hotline --reason carrier"));
        Assert.Equal("hotline-2026-11-22\thotline\t2026-11-22T03:00+03:00\t-\tThe phone carrier has an outage.\n", Run("list").Output);
        Assert.Equal("Anna", store.Query<string>("SELECT author FROM audit WHERE revision = 2"));

        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(("hotline-2026-11-22\nclosed until 2026-11-22T04:00+03:00: Hotline, Voice assistant, Hotline from abroad\nrevision 3\n", "", 0), Run("end hotline-2026-11-22"));
        Assert.Equal(("", "", 0), Run("list"));
    }

    [Theory]
    [InlineData("--for PT3H", "2026-11-22T06:00+03:00")]
    [InlineData("--until 2026-11-22T08:30", "2026-11-22T08:30+03:00")]
    public void It_may_have_an_end_and_be_tried_first(string end, string shown)
    {
        Assert.Equal(
            ($"voice-assistant-2026-11-22\nclosed until {shown}: Voice assistant\nnothing was written: this was a dry run\n", "", 0),
            Run($"start voice-assistant --ru Молчит {end} --only-here --dry-run"));
        Assert.Equal("", Run("list").Output);
    }

    [Theory]
    [InlineData("start pigeon --reason carrier", "pigeon")]
    [InlineData("start hotline --reason carrier --until 2026-11-21T08:00", "end: the end is not after the start")]
    [InlineData("end nothing", "The catalog has no 'incidents/nothing'.")]
    public void What_cannot_be_done_is_told(string call, string told)
    {
        var (output, error, code) = Run(call);

        Assert.Equal(("", 1), (output, code));
        Assert.Contains(told, error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("start")]
    [InlineData("start hotline")]
    [InlineData("start hotline --reason rumour")]
    [InlineData("start hotline --reason carrier --ru Молчит")]
    [InlineData("start hotline --reason carrier --for PT1H --until 2026-11-22T08:30")]
    [InlineData("start hotline chat --reason carrier")]
    [InlineData("start hotline --reason carrier --for soon")]
    [InlineData("end")]
    [InlineData("end a --only-here")]
    [InlineData("list a")]
    [InlineData("list --dry-run")]
    public void A_wrong_call_is_told_the_right_ones(string call)
    {
        Assert.Equal(("", IncidentUsage.Text.En + "\n", 2), Run(call));
        Assert.Equal(("", IncidentUsage.Text.Ru + "\n", 2), Run(call, Language.Ru));
    }

    public void Dispose() => store.Dispose();

    private (string Output, string Error, int Code) Run(string call, Language language = Language.En)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Path"] = store.Path });
        builder.AddContacts();
        builder.Services.AddSingleton<TimeProvider>(time);
        using var app = builder.Build();
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = IncidentCommand.Run(app.Services, call.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Terminal(output, error, language));
        return (output.ToString(), error.ToString(), code);
    }
}
