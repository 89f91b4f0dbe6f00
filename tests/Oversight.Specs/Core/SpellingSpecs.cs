using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

public sealed class SpellingSpecs
{
    private static readonly (string, IEnumerable<string>)[] Known =
    [
        ("metropolitan", ["metropolitan", "metropolitan-police-service"]), ("west-midlands", ["west-midlands-police"]), ("dorset-and-wiltshire-fire", ["dorset-and-wiltshire-fire-and-rescue-service"]),
        ("wiltshire", ["wiltshire-police"]), ("lancashire-fire", ["lancashire-fire-and-rescue-service"]), ("kent", ["kent-police"]),
    ];

    [Theory]
    [InlineData("metropolitian", "metropolitan")]
    [InlineData("west-mids", "west-midlands")]
    [InlineData("wiltshire-fire", "dorset-and-wiltshire-fire")]
    [InlineData("ketn-police", "kent")]
    [InlineData("wilt", "wiltshire")]
    public void The_nearest_comes_first(string asked, string meant) => Assert.Equal(meant, Spelling.Near(asked, Known)[0]);

    [Theory]
    [InlineData("atlantis")]
    [InlineData("ke")]
    [InlineData("-")]
    [InlineData("")]
    public void Nothing_is_guessed_from_what_is_like_nothing(string asked) => Assert.Empty(Spelling.Near(asked, Known));
}
