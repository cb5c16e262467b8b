using System.Text;
using System.Text.Json;

namespace Sealtrail.Core.Chaining.Verifying;

/// <summary>Finds the records of an object's content as README.md in the folder above defines them.</summary>
internal sealed class RecordSplitter(Stream content)
{
    private const int LongestGap = 256;

    private readonly JsonScanner _json = new(content);
    private byte[] _marker = "\"eventVersion\""u8.ToArray();
    private bool _learnt;

    /// <summary>Hands every record's bytes, in order, to <paramref name="record"/>; they are void once it returns.</summary>
    public void Split(Action<ReadOnlyMemory<byte>> record)
    {
        if (_json.At(0) == 0xEF && _json.At(1) == 0xBB && _json.At(2) == 0xBF)
        {
            _json.Consume(3);
        }

        while (true)
        {
            _json.ConsumeSpace(commas: false);
            switch (_json.At(0))
            {
                case -1:
                    return;
                case '[':
                    _json.Consume(1);
                    Elements(record);
                    break;
                case '{':
                    TopLevelObject(record);
                    break;
                default:
                    SkipLine();
                    break;
            }
        }
    }

    private void TopLevelObject(Action<ReadOnlyMemory<byte>> record)
    {
        var isRecord = false;
        var sawArray = false;
        var at = 1;
        while (true)
        {
            at = SkipSeparators(at);
            if (at > JsonScanner.LongestValue)
            {
                break;
            }

            if (_json.At(at) == '}')
            {
                at++;
                if (!sawArray && isRecord)
                {
                    if (_json.Value(0) != at)
                    {
                        SkipLine();
                        return;
                    }

                    record(_json.Memory(0, at));
                }

                _json.Consume(at);
                return;
            }

            var keyEnd = _json.At(at) == '"' ? _json.Value(at) : JsonScanner.Broken;
            if (keyEnd == JsonScanner.Broken)
            {
                break;
            }

            var key = Unescape(_json.Span(at, keyEnd));
            at = _json.SkipSpace(keyEnd);
            if (_json.At(at) != ':')
            {
                break;
            }

            at = _json.SkipSpace(at + 1);
            if (key is "Records" or "Events" && _json.At(at) == '[' && at <= JsonScanner.LongestValue)
            {
                _json.Consume(at + 1);
                Elements(record);
                (sawArray, at) = (true, 0);
                continue;
            }

            isRecord |= key is "eventVersion" or "eventID" or "eventName" or "CloudTrailEvent" or "detail";
            at = _json.Value(at);
            if (at == JsonScanner.Broken)
            {
                break;
            }
        }

        SkipLine();
    }

    private void Elements(Action<ReadOnlyMemory<byte>> record)
    {
        while (true)
        {
            _json.ConsumeSpace(commas: true);
            if (_json.At(0) == ']')
            {
                _json.Consume(1);
                return;
            }

            if (_json.At(0) < 0)
            {
                return;
            }

            var end = _json.Value(0);
            if (end == JsonScanner.Broken)
            {
                SkipToMarker();
                continue;
            }

            record(_json.Memory(0, end));
            Learn();
            _json.Consume(end);
        }
    }

    private void Learn()
    {
        if (_learnt || _json.At(0) != '{')
        {
            return;
        }

        var key = _json.SkipSpace(1);
        if (_json.At(key) == '"')
        {
            _marker = _json.Span(key, _json.String(key)).ToArray();
            _learnt = true;
        }
    }

    private void SkipToMarker()
    {
        for (_json.Consume(1); _json.At(0) >= 0; _json.Consume(1))
        {
            if (_json.At(0) != '{')
            {
                continue;
            }

            var key = _json.SkipSpace(1);
            if (key <= LongestGap + 1 && _json.At(key + _marker.Length - 1) >= 0 && _json.Span(key, key + _marker.Length).SequenceEqual(_marker))
            {
                return;
            }
        }
    }

    private void SkipLine()
    {
        for (_json.Consume(1); _json.At(0) >= 0; _json.Consume(1))
        {
            if (_json.At(0) == '\n' && _json.At(1) is '{' or '[')
            {
                _json.Consume(1);
                return;
            }
        }
    }

    private int SkipSeparators(int at)
    {
        while (at <= JsonScanner.LongestValue && _json.At(at) is ' ' or '\t' or '\r' or '\n' or ',')
        {
            at++;
        }

        return at;
    }

    private static string? Unescape(ReadOnlySpan<byte> quoted)
    {
        try
        {
            return quoted.Contains((byte)'\\') ? JsonSerializer.Deserialize<string>(quoted) : Encoding.UTF8.GetString(quoted[1..^1]);
        }
        catch (JsonException)
        {
            // A key with a lone surrogate is none of the names that matter.
            return null;
        }
    }
}
