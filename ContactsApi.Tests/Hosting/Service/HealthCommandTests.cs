using ContactsApi.Hosting.Service;

namespace ContactsApi.Tests.Hosting.Service;

public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/health/ready")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080/health/ready")]
    [InlineData("http://+:5080", "http://localhost:5080/health/ready")]
    [InlineData("http://*:5080", "http://localhost:5080/health/ready")]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080/health/ready")]
    [InlineData("http://[::]:5080", "http://localhost:5080/health/ready")]
    [InlineData("http://+:5080;https://+:5443", "http://localhost:5080/health/ready")]
    public void Asks_where_the_service_listens(string addresses, string expected) =>
        Assert.Equal(new Uri(expected), HealthCommand.ReadinessAt(addresses));

    [Fact]
    public void Refuses_what_is_no_address() => Assert.Throws<FormatException>(() => HealthCommand.ReadinessAt("nonsense"));
}
