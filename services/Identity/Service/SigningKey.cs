using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Oversight.Identity;

/// <summary>The key that tokens are signed with. Kept, so that a restart signs nobody out; made when there is none.</summary>
internal static class SigningKey
{
    private const int Bits = 2048;

    /// <param name="folder">Where it is kept, readable by its owner alone; null for one that lives as long as the process.</param>
    public static RsaSecurityKey In(string? folder)
    {
        var rsa = RSA.Create(Bits);
        if (!string.IsNullOrEmpty(folder))
        {
            var file = Path.Combine(folder, "signing-key.pem");
            Directory.CreateDirectory(folder);
            if (!File.Exists(file))
            {
                Keep(file, rsa.ExportPkcs8PrivateKeyPem());
            }

            rsa.ImportFromPem(File.ReadAllText(file));
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportRSAPublicKey()))[..16];
        return new(rsa) { KeyId = id };
    }

    // Written beside its place and moved there, so that a kill leaves no half of a key.
    private static void Keep(string file, string pem)
    {
        var fresh = $"{file}.{Environment.ProcessId}";
        var only = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(fresh, only))
        {
            writer.Write(pem);
        }

        File.Move(fresh, file, overwrite: true);
    }
}
