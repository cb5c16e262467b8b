using System.Text.Json.Nodes;
using Sealtrail.Cli.Commands;
using Sealtrail.Core.Alerting;
using Sealtrail.Core.Enrichment.Geo;
using Sealtrail.Core.Enrichment.Labelling;
using Sealtrail.Core.Events;

namespace Sealtrail.Cli.Output;

/// <summary>
/// What is said of an event beside its record: the user's labels, and where its address is. Looked up when it is shown and never stored,
/// because it changes while the record does not.
/// </summary>
internal sealed class EventNotes
{
    private readonly Labels _labels;
    private readonly List<(string File, GeoDatabase Database)> _geo;

    private EventNotes(Labels labels, List<(string File, GeoDatabase Database)> geo) => (_labels, _geo) = (labels, geo);

    public static EventNotes None { get; } = new(Labels.None, []);

    /// <exception cref="UsageException">A file is wrong; the message names it, and the line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static EventNotes Open(string? labelFile, IReadOnlyList<string> geoFiles)
    {
        var labels = labelFile is null ? Labels.None : ReadLabels(labelFile);
        return new EventNotes(labels, [.. geoFiles.Select(file => (file, ReadGeo(file)))]);
    }

    public EventLabels LabelsOf(AuditEvent e) => _labels.Of(e);

    /// <summary>The labels of an alert, which knows its actor by fewer names than its event does.</summary>
    public EventLabels LabelsOf(Alert alert) => new(
        _labels.OfAddress(alert.SourceAddress), _labels.OfAccount(alert.Account), _labels.OfPrincipal(alert.Human, alert.Who, alert.Role));

    /// <summary>The address with what is known of it: <c>198.51.100.7 Berlin office, DE, AS64500 Example Net</c>.</summary>
    public string Address(string address) => string.Join(
        ", ", new[] { _labels.OfAddress(address) is { } label ? $"{address} {label}" : address, PlaceText(Place(address)) }.OfType<string>());

    /// <summary>The name, and the label behind it where there is one.</summary>
    public static string With(string name, string? label) => label is null ? name : $"{name} ({label})";

    public void AddTo(JsonObject json, AuditEvent e) => AddTo(json, LabelsOf(e), e.Origin.Address);

    public void AddTo(JsonObject json, Alert alert) => AddTo(json, LabelsOf(alert), alert.SourceAddress);

    private void AddTo(JsonObject json, EventLabels labels, string? address)
    {
        if (!labels.IsEmpty)
        {
            json["labels"] = new JsonObject { ["origin"] = labels.Origin, ["account"] = labels.Account, ["actor"] = labels.Actor };
        }

        if (Place(address) is { } place)
        {
            json["place"] = new JsonObject { ["country"] = place.Country, ["asn"] = place.Asn, ["organisation"] = place.Organisation };
        }
    }

    /// <summary>What all databases together say of an address; null where they say nothing.</summary>
    /// <exception cref="IOException">A database is damaged.</exception>
    private GeoPlace? Place(string? address)
    {
        GeoPlace? all = null;
        foreach (var (file, database) in _geo)
        {
            try
            {
                all = database.Find(address) is not { } place ? all
                    : new GeoPlace(all?.Country ?? place.Country, all?.Asn ?? place.Asn, all?.Organisation ?? place.Organisation);
            }
            catch (InvalidDataException damaged)
            {
                throw new IOException($"{file}: {damaged.Message}", damaged);
            }
        }

        return all;
    }

    private static string? PlaceText(GeoPlace? place)
    {
        var network = string.Join(' ', new[] { place?.Asn is { } asn ? $"AS{asn}" : null, place?.Organisation }.OfType<string>());
        var text = string.Join(", ", new[] { place?.Country, network }.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }

    private static Labels ReadLabels(string file)
    {
        var (labels, problems) = Labels.Read(file, File.ReadAllText(file));
        return labels ?? throw new UsageException(string.Join('\n', problems));
    }

    private static GeoDatabase ReadGeo(string file)
    {
        try
        {
            return new GeoDatabase(File.ReadAllBytes(file));
        }
        catch (InvalidDataException wrong)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }
}
