using System.Collections;
using System.Reflection;
using System.Text.Json;
using Sealtrail.Core.Events;
using Sealtrail.Core.Indexing;
using Sealtrail.Tests.Support;
using Xunit;

namespace Sealtrail.Tests.Indexing;

public sealed class EventJsonTests
{
    [Fact]
    public void Every_field_of_every_event_comes_back_as_it_went_in()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 500; seed++)
        {
            var e = new RandomEvents(seed).Next(seed);

            var read = EventJson.Read(EventJson.Write(e));

            Compare(e, read, nameof(AuditEvent), seen);
        }

        // Every property of the event and of what it is made of was compared, with a value at least once.
        Assert.Superset(
            new HashSet<string>(["Mfa", "Human.Evidence", "Leaf", "SharedEventId", "OnBehalfOf", "Outcome.Message", "Origin.UserAgent", "Place.Index", "ReadOnly"]),
            seen.Select(path => path.Split('.') is [.., "Human" or "Outcome" or "Origin" or "Place", _] parts ? $"{parts[^2]}.{parts[^1]}" : path.Split('.')[^1]).ToHashSet());
    }

    [Fact]
    public void The_same_event_is_always_the_same_text()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var text = EventJson.Write(new RandomEvents(seed).Next(seed));

            Assert.Equal(text, EventJson.Write(EventJson.Read(text)));
        }
    }

    [Fact]
    public void What_a_record_does_not_say_is_left_out()
    {
        var json = EventJson.Write(SampleEvents.Event(1));

        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("leaf", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sharedEventId", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":"x","digest":"00","actor":{"kind":"Root","name":"root"},"origin":{"kind":"Absent"},"source":"file:a","place":0}""")]
    [InlineData("""{"id":"x","digest":"0000000000000000000000000000000000000000000000000000000000000000","actor":{"kind":"Root","name":"root"},"origin":{"kind":"Absent"},"source":"no source","place":0}""")]
    public void Text_that_is_no_event_is_refused_by_name(string text) => Assert.ThrowsAny<JsonException>(() => EventJson.Read(text));

    private static void Compare(object? expected, object? actual, string path, HashSet<string> seen)
    {
        if (expected is null || actual is null || expected is string or DateTimeOffset or bool or int or Hash256 or Enum or ObjectSource)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            if (expected is not null)
            {
                seen.Add(path);
            }

            return;
        }

        if (expected is IEnumerable list)
        {
            Assert.Equal(list.Cast<object>(), ((IEnumerable)actual).Cast<object>());
            return;
        }

        foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Compare(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}", seen);
        }
    }
}
