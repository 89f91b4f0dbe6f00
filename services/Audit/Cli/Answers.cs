using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Reads an answer without minding what else it says, so that an older program still reads a newer system.</summary>
internal static class Answers
{
    extension(JsonNode? node)
    {
        /// <summary>A member as text, whatever it is written as; null where there is none.</summary>
        public string? Text(string name) => (node as JsonObject)?[name] is JsonValue value ? value.ToString() : null;

        public JsonNode? Part(string name) => (node as JsonObject)?[name];

        /// <summary>The members of a list; none where there is no list.</summary>
        public IEnumerable<JsonNode> Rows(string name) => (node as JsonObject)?[name] is JsonArray rows ? rows.OfType<JsonNode>() : [];

        /// <summary>A list of plain values.</summary>
        public IEnumerable<string> Texts(string name) =>
            (node as JsonObject)?[name] is JsonArray rows ? rows.OfType<JsonValue>().Select(value => value.ToString()) : [];

        /// <summary>How many rows of a submission were refused; an answer lists only the first of very many.</summary>
        public int RefusedInAll => node.Part("refusedInAll") is null ? node.Rows("refused").Count() : node.Number("refusedInAll");

        public int Number(string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
    }
}
