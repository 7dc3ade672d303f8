using ContactsApi.Hosting.Access;

namespace ContactsApi.Hosting.Limits;

/// <summary>So many at once, in all and of one caller.</summary>
public sealed class Places(int most, int mostOfCaller)
{
    private readonly Dictionary<Caller, int> taken = [];
    private int count;

    public int Taken => Volatile.Read(ref count);

    /// <summary>A place until it is disposed of; nothing if there is none left.</summary>
    /// <param name="ownAreTaken">Whether it is the caller that has too many.</param>
    /// <param name="speaksForMany">Whether the caller may have as many as there are.</param>
    public IDisposable? Take(Caller caller, out bool ownAreTaken, bool speaksForMany = false)
    {
        lock (taken)
        {
            var own = taken.GetValueOrDefault(caller);
            ownAreTaken = !speaksForMany && own >= mostOfCaller;
            if (ownAreTaken || count >= most)
                return null;
            taken[caller] = own + 1;
            count++;
            return new Place(this, caller);
        }
    }

    private void Free(Caller caller)
    {
        lock (taken)
        {
            count--;
            if (--taken[caller] == 0)
                taken.Remove(caller);
        }
    }

    private sealed class Place(Places places, Caller caller) : IDisposable
    {
        public void Dispose() => places.Free(caller);
    }
}
