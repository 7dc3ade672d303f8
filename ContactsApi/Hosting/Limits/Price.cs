namespace ContactsApi.Hosting.Limits;

/// <summary>
/// Tells of an endpoint as how many requests one counts that is not answered from what is at hand. The unit is what the best channel
/// takes to be worked out; the prices were measured so, in processor time.
/// </summary>
/// <param name="Requests">A number, or in words what it hangs on.</param>
public sealed record Price(string Requests);
