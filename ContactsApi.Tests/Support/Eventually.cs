using System.Diagnostics;
using System.Runtime.CompilerServices;

#pragma warning disable RS0030 // This is what all others are to use instead.

namespace ContactsApi.Tests.Support;

/// <summary>Waits for what another thread or process is about to do.</summary>
public static class Eventually
{
    /// <summary>Far more than anything takes on however busy a machine, yet an end to a test that would hang.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Task IsTrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? what = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), what);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"It never came true that {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public static Task<T> EndsAsync<T>(Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task EndsAsync(Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
