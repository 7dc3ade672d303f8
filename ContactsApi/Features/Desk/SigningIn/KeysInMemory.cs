using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ContactsApi.Features.Desk.SigningIn;

/// <summary>The keys that cookies and forms are sealed with. They end with the process, as sessions do, and are written nowhere.</summary>
public sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> keys = [];

    /// <summary>What stays in memory needs no cipher of its own.</summary>
    public static IXmlEncryptor Plain { get; } = new NullXmlEncryptor();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (keys)
            return [.. keys.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (keys)
            keys.Add(new XElement(element));
    }
}
