using System.Buffers;

namespace ContactsApi.Hosting.Coding;

/// <summary>A body in one coding, of which all but the beginning is always the same, and made once.</summary>
public interface ICodedBody
{
    /// <summary>How many bytes are sent with a beginning of so many.</summary>
    int LengthWith(int beginning);

    void Write(IBufferWriter<byte> writer, ReadOnlySpan<byte> beginning);
}
