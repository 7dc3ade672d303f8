using ContactsApi.Tests.Storage.Faults;
using ContactsApi.Tests.Support;
using NetArchTest.Rules;
using Xunit.v3;

namespace ContactsApi.Tests.Architecture;

/// <summary>What needs a processor at its time runs apart from what takes them all.</summary>
public sealed class AloneTests
{
    private static readonly string[] Demanding =
    [
        typeof(ServiceProcess).FullName!, typeof(PostgresServer).FullName!, typeof(PostgresStore).FullName!, typeof(Proxy).FullName!,
        typeof(Browser).FullName!, typeof(Visit).FullName!, typeof(Outage).FullName!, typeof(MeddledDatabase).FullName!,
    ];

    [Fact]
    public void Tests_of_processes_servers_browsers_and_faults_run_alone()
    {
        var tests = Types.InAssembly(typeof(Alone).Assembly).That().HaveDependencyOnAny(Demanding).GetTypes().Where(HasTests).Except([typeof(AloneTests)]).ToList();

        Assert.Contains(tests, type => type.Name == "PostgresRevisionTests");
        Assert.Empty(tests.Where(type => type.GetCustomAttributes(inherit: true).OfType<ICollectionAttribute>().FirstOrDefault()?.Type != typeof(Alone)).Select(type => type.Name));
    }

    private static bool HasTests(Type type) => type.GetMethods().Any(method => method.GetCustomAttributes(inherit: true).OfType<IFactAttribute>().Any());
}
