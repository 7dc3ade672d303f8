using ContactsApi.Core;
using ContactsApi.Hosting.Service;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting;

public sealed class GreetingTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://[::]:5080", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:8080 https://10.0.0.1", "http://localhost:8080")]
    public void Who_starts_the_service_learns_what_to_open(string addresses, string shown)
    {
        var greeting = Greeting.Of(addresses.Split(' '), app.Snapshot);

        Assert.Contains($"Open {shown} in a browser", greeting.En);
        Assert.Contains($"{shown}/swagger", greeting.Ru);
        Assert.All([Language.Ru, Language.En], language => Assert.Contains($"{app.Snapshot.Directory.Catalog.Channels.Count}", greeting.In(language)));
    }
}
