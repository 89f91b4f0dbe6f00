using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Oversight.Portal.Tables;

namespace Oversight.Portal.Exports;

/// <summary>Tables as an OpenDocument spreadsheet 1.3: a sheet each, and one that says what the file is.</summary>
internal static class Ods
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", Sheet = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0", Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", Day = "day";

    private const string About = "About";

    private const int LongestName = 31;

    private const string Manifest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
        <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
        </manifest:manifest>
        """;

    public static byte[] Of(IReadOnlyList<Table> tables, Exports.About about)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The type comes first and uncompressed, so that it is known without unpacking.
            Write(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write("application/vnd.oasis.opendocument.spreadsheet"u8));
            Write(zip, "META-INF/manifest.xml", CompressionLevel.Fastest, stream => stream.Write(Encoding.UTF8.GetBytes(Manifest)));
            Write(zip, "content.xml", CompressionLevel.Fastest, stream => Content(stream, tables, about));
        }

        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        using var stream = zip.CreateEntry(name, level).Open();
        write(stream);
    }

    private static void Content(Stream stream, IReadOnlyList<Table> tables, Exports.About about)
    {
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("office", "document-content", Office);
        xml.WriteAttributeString("xmlns", "table", null, Sheet);
        xml.WriteAttributeString("xmlns", "text", null, Text);
        xml.WriteAttributeString("office", "version", Office, "1.3");
        HowDaysLook(xml);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { About };
        foreach (var table in tables)
        {
            Start(xml, Name(table.Caption, names));
            Row(xml, table.Columns.Select(column => (column.Name, false)));
            foreach (var row in table.Rows)
            {
                Row(xml, row.Zip(table.Columns, (cell, column) => (cell.Text, column.IsNumber)));
            }

            xml.WriteEndElement();
        }

        Start(xml, About);
        foreach (var (name, value) in about.Pairs)
        {
            Row(xml, [(name, false), (value, false)]);
        }

        xml.WriteEndDocument();
    }

    // 2022-07-08, wherever the spreadsheet is opened.
    private static void HowDaysLook(XmlWriter xml)
    {
        xml.WriteStartElement("automatic-styles", Office);
        xml.WriteStartElement("number", "date-style", Number);
        xml.WriteAttributeString("style", "name", Style, "iso");
        foreach (var part in new[] { "year", "-", "month", "-", "day" })
        {
            xml.WriteStartElement(part == "-" ? "text" : part, Number);
            if (part == "-")
            {
                xml.WriteString(part);
            }
            else
            {
                xml.WriteAttributeString("style", Number, "long");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("style", Style);
        xml.WriteAttributeString("name", Style, Day);
        xml.WriteAttributeString("family", Style, "table-cell");
        xml.WriteAttributeString("data-style-name", Style, "iso");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name)
    {
        xml.WriteStartElement("table", Sheet);
        xml.WriteAttributeString("name", Sheet, name);
    }

    private static void Row(XmlWriter xml, IEnumerable<(string Text, bool IsNumber)> cells)
    {
        xml.WriteStartElement("table-row", Sheet);
        foreach (var (text, isNumber) in cells)
        {
            xml.WriteStartElement("table-cell", Sheet);
            // Only a day is one; a month or a year is no date that could be sorted or subtracted.
            if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                xml.WriteAttributeString("style-name", Sheet, Day);
                xml.WriteAttributeString("value-type", Office, "date");
                xml.WriteAttributeString("date-value", Office, text);
                xml.WriteElementString("p", Text, text);
                xml.WriteEndElement();
                continue;
            }

            var number = isNumber && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : (decimal?)null;
            xml.WriteAttributeString("value-type", Office, number is null ? "string" : "float");
            if (number is { } value)
            {
                xml.WriteAttributeString("value", Office, value.ToString(CultureInfo.InvariantCulture));
            }

            xml.WriteElementString("p", Text, new string([.. text.Where(XmlConvert.IsXmlChar)]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // A sheet's name may not hold some characters, nor be longer, nor be there twice.
    private static string Name(string caption, HashSet<string> taken)
    {
        var name = Cut(new([.. caption.Select(c => "[]*?:/\\'".Contains(c, StringComparison.Ordinal) ? '-' : c)]), LongestName);
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = $" ({number})";
            name = Cut(name.Split(" (")[0], LongestName - ending.Length) + ending;
        }

        return name;
    }

    private static string Cut(string name, int longest) =>
        (name.Length <= longest ? name : name.LastIndexOf(' ', longest) is > 0 and var space ? name[..space] : name[..longest]).TrimEnd(' ', ',', ';', '-');
}
