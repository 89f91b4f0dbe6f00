using System.Security.Cryptography;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>A rulebook that has been in effect never changes; what is to be otherwise is a new one.</summary>
public sealed class Rulebooks
{
    [Fact]
    public void Every_rulebook_is_what_it_was() => Approved.Is("Rulebooks", string.Concat(
        Directory.GetFiles(Path.Combine(Repository.Root, "services/Monitoring/Service/Rulebooks/Books"), "*.json").Order(StringComparer.Ordinal).Select(file =>
            $"{Path.GetFileNameWithoutExtension(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}\n")));
}
