using System.Text;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>As much of the protobuf wire format as it takes to find a field by its number.</summary>
internal static class Protobuf
{
    public static string Text(byte[] message, int field) => Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault([]));

    public static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault([]));

    /// <summary>Every length-delimited value of a field: a message, a text or bytes.</summary>
    public static IEnumerable<byte[]> Messages(byte[] message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == field)
                    {
                        yield return message[at..(at + length)];
                    }

                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"There is no wire type {tag & 7}.");
            }
        }
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var (number, shift) = (0UL, 0);
        do
        {
            number |= (ulong)(message[at] & 0x7F) << shift;
            shift += 7;
        }
        while ((message[at++] & 0x80) != 0);

        return number;
    }
}
