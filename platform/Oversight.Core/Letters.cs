using System.Collections.Frozen;
using System.Text;

namespace Oversight.Core;

/// <summary>
/// Latin letters with a mark, written in one way. The runtime's own normalisation needs ICU; without it, as here, it hands every text back unchanged.
/// </summary>
public static class Letters
{
    // For each combining mark, pairs of a letter and that letter with the mark.
    private static readonly Dictionary<char, string> Marked = new()
    {
        ['\u0300'] = "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ",
        ['\u0301'] = "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź",
        ['\u0302'] = "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ",
        ['\u0303'] = "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ",
        ['\u0304'] = "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ",
        ['\u0306'] = "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
        ['\u0307'] = "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż",
        ['\u0308'] = "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ",
        ['\u030a'] = "AÅUŮaåuůwẘyẙ",
        ['\u030b'] = "OŐUŰoőuű",
        ['\u030c'] = "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž",
        ['\u0323'] = "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ",
        ['\u0326'] = "SȘTȚsștț",
        ['\u0327'] = "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ",
        ['\u0328'] = "AĄEĘIĮOǪUŲaąeęiįoǫuų",
    };

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Compositions = Marked
        .SelectMany(mark => mark.Value.Chunk(2).Select(pair => (Key: (pair[0], mark.Key), Composed: pair[1])))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Composed);

    private static readonly FrozenDictionary<char, char> Bases =
        Compositions.ToFrozenDictionary(entry => entry.Value, entry => entry.Key.Letter);

    /// <summary>A letter followed by a combining mark becomes the one letter that both make (NFC, for Latin letters with one mark).</summary>
    public static string Composed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036f'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && Compositions.TryGetValue((composed[^1], c), out var one))
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    /// <summary>The letter without its mark; a full-width form as the plain one; any other character as it is.</summary>
    public static char Plain(char c) => c switch
    {
        < '\u0080' => c,
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        _ => Bases.GetValueOrDefault(c, c),
    };
}
