using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>A desk at an address of its own need not be public.</summary>
[Collection<Alone>]
public sealed class DeskAddressTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public async Task It_is_at_its_own_address_and_nowhere_else()
    {
        var port = FreePort.Next();
        await using var service = new ServiceProcess(store.Path, ("Desk__Urls", $"http://127.0.0.1:{port}"));
        using var everybody = new HttpClient { BaseAddress = await service.AddressAsync() };
        using var stewards = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        Assert.Equal(HttpStatusCode.NotFound, (await everybody.AskAsync("/desk/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await everybody.AskAsync("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stewards.AskAsync("/desk/sign-in")).Status);
    }

    [Fact]
    public async Task A_wrong_address_is_told_in_a_line()
    {
        await using var service = new ServiceProcess(store.Path, ("Desk__Urls", "nowhere"));
        var end = await service.EndAsync();

        Assert.Equal(78, end.ExitCode);
        Assert.Contains("Desk:Urls", Assert.Single(end.ErrorLines));
    }

    public void Dispose() => store.Dispose();
}
