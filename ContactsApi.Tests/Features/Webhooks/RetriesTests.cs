using ContactsApi.Features.Webhooks.Sending;
using NodaTime;

namespace ContactsApi.Tests.Features.Webhooks;

public sealed class RetriesTests
{
    [Theory]
    [InlineData(1, 3.75, 6.25)]
    [InlineData(2, 7.5, 12.5)]
    [InlineData(11, 3840, 6400)]
    [InlineData(12, 7680, 12800)]
    [InlineData(13, 8100, 13500)] // three hours, a quarter less or more
    [InlineData(int.MaxValue, 8100, 13500)]
    public void Each_rest_is_twice_the_one_before_up_to_a_limit(int failures, double least, double most) =>
        Assert.Equal((Duration.FromSeconds(least), Duration.FromSeconds(most)), (Retries.RestAfter(failures, 0), Retries.RestAfter(failures, 1)));
}
