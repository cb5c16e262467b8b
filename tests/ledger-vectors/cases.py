"""The inputs of the ledger-format vectors: plain data, and the little that builds it. make.py does the rest."""
import base64
import json
import struct
import zlib

# --- Merkle ------------------------------------------------------------------------------------

# The test tree of the certificate-transparency project, and its roots of 0 to 8 leaves.
REFERENCE_LEAVES = [bytes.fromhex(x) for x in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]
REFERENCE_ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")


def merkle_records():
    """(name, records) for each size; the seven shapes come round, so every size beyond them has them all."""
    def shape(i):
        return (b'{"eventID":"%d"}' % i, b"", '{"user":"Zoë %d 🪵"}'.encode() % i, b"[%d,null]" % i,
                b"\xff\xfe\x00%d" % i, b'"same"', b'{ "n" : %d }\r\n' % i)[i % 7]
    for n in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65):
        yield "%d records" % n, [shape(i) for i in range(n)]
    yield "the certificate-transparency test tree", REFERENCE_LEAVES
    yield "one empty record", [b""]
    yield "two equal records", [b"{}", b"{}"]
    yield "one record that looks like an inner node", [b"\x01" + bytes(range(64))]


# --- Blocks ------------------------------------------------------------------------------------

AWS_VERSION = "3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo"
USUAL_KEY = "AWSLogs/123456789012/CloudTrail/eu-central-1/2026/11/10/" \
            "123456789012_CloudTrail_eu-central-1_20261110T0805Z_Xy3kQ9bWm2ZsTn1a.json.gz"


def spec(key, version, count, times, sealed, kind="inflated", **more):
    """One block to be; its content is made up from its key and count, so that every hash differs."""
    return {"source": ("s3", more.pop("bucket", "sealtrail-demo"), key, version), "count": count, "times": times,
            "sealed": sealed, "kind": kind, "data": "content of %s: %d" % (key, count), **more}


NONE = (None, None)
BLOCK_CASES = [
    ("a chain of one", [
        spec(USUAL_KEY, AWS_VERSION, 3, ("2026-11-10T08:01:12Z", "2026-11-10T08:04:59Z"), "2026-11-10T08:05:00.123Z")]),
    ("a chain of three: records, a digest, a truncated gzip", [
        spec(USUAL_KEY, "null", 200, ("2026-11-10T08:05:00Z", "2026-11-10T08:05:00Z"), "2026-11-10T08:10:00.000Z"),
        spec(USUAL_KEY.replace("CloudTrail/", "CloudTrail-Digest/"), AWS_VERSION, 0, NONE, "2026-11-10T08:10:00.007Z"),
        spec(USUAL_KEY.replace("Xy3", "Xy4"), None, 0, NONE, "2026-11-10T08:10:01.990Z", "raw")]),
    ("a chain of twelve with odd keys", [
        spec("with space/two  spaces .json", "v 1", 1, ("2026-02-28T23:59:59Z", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00.001Z"),
        spec("plus+and&equals=a,b;c.json", "a+b=c&d", 2, ("2026-03-01T00:00:00.120Z", "2026-03-01T00:00:01Z"), "2026-03-01T00:00:02.120Z"),
        spec("percent%20done%2Falready%zz%.json", "100%", 0, NONE, "2026-03-01T00:00:03.000Z"),
        spec("ünïcode/日本語/ключ/क्षि.json", "vé", 4, ("1999-12-31T23:59:59.999Z", "2026-03-01T00:00:03.001Z"), "2026-03-01T00:00:03.500Z"),
        spec("emoji 🪵/👩\u200d💻.json", "🔏", 5, ("2026-03-01T00:00:04Z", "2026-03-01T00:00:04.500Z"), "2026-03-01T00:00:05.999Z"),
        spec("question?versionId=fake#fragment", "real?#", 6, ("2026-03-01T00:00:06Z", "2026-03-01T00:00:06Z"), "2026-03-01T00:00:06.000Z"),
        spec("question?versionId=fake#fragment", None, 7, NONE, "2026-03-01T00:00:06.000Z"),
        spec("quotes'\"`<>{}|\\^[]!$()*@:.json", "a/b\\c", 8, ("2026-03-01T00:00:07Z", "2026-03-01T00:00:08Z"), "2026-03-01T00:00:09.010Z"),
        spec("line\nbreak\r\n\ttab\x01\x7f", "v\n0 forged", 0, NONE, "2026-03-01T00:00:10.100Z", "raw"),
        spec("/leading//double/../dot/./trailing/", "../v", 16, ("2026-03-01T00:00:11Z", "2026-03-01T00:00:12Z"), "2026-03-01T00:00:12.345Z"),
        spec("composed \u00e9 decomposed e\u0301 \ufeff\u202e\u00a0.json", None, 17, ("2024-02-29T12:00:00Z", "2026-03-01T00:00:13Z"), "2026-03-01T00:00:14.000Z"),
        spec("unreserved-._~09AZaz", "-._~09AZaz", 33, ("2026-03-01T00:00:15Z", "2026-03-01T00:00:16Z"), "2026-12-31T23:59:59.999Z")]),
    ("alone: an index and a size beyond 2^32", [
        spec(USUAL_KEY, AWS_VERSION, 9, ("2026-11-10T08:05:00Z", "2026-11-10T08:09:00Z"), "2026-11-10T08:10:00.123Z", index=(1 << 32) + 1,
             previous=base64.b64encode(bytes(range(224, 256))).decode(), bytes=(1 << 32) + 7)]),
    ("alone: the last index and size a double holds", [
        spec(USUAL_KEY, None, 0, NONE, "2026-11-10T08:10:00.120Z", "raw", index=(1 << 53) - 1,
             previous=base64.b64encode(b"\xfb\xff" * 16).decode(), bytes=(1 << 53) - 1)]),
    ("alone: no bytes, a bucket with dots", [
        spec("empty", None, 0, NONE, "2026-11-10T08:10:00.000Z", bucket="logs.example-1.org", data="")]),
]

TAMPER_CHAIN = [spec(key, "v%d" % i, i + 2, ("2026-11-10T08:0%d:00Z" % i, "2026-11-10T08:0%d:30.250Z" % i), "2026-11-10T08:10:0%d.%03dZ" % (i, i * 111))
                for i, key in enumerate(("a.json.gz", "b c.json.gz", "d.json.gz", "é.json.gz", "f.json.gz", "g.json.gz"))]


# --- Objects -----------------------------------------------------------------------------------

def gz(data, name=b""):
    """One gzip member of stored blocks: any inflater reads it, and every platform writes it alike."""
    chunks = [data[i:i + 65535] for i in range(0, len(data), 65535)] or [b""]
    stored = b"".join(struct.pack("<BHH", at == len(chunks) - 1, len(c), len(c) ^ 0xFFFF) + c for at, c in enumerate(chunks))
    return (b"\x1f\x8b\x08" + (b"\x08" if name else b"\x00") + bytes(5) + b"\xff" + (name + b"\x00" if name else b"")
            + stored + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))


def compact(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
def pretty(value): return json.dumps(value, ensure_ascii=False, indent=2)


def event(n, time="2026-11-10T08:05:00Z", **more):
    return {"eventVersion": "1.11", "eventTime": time, "eventSource": "s3.amazonaws.com", "eventName": "GetObject",
            "eventID": "00000000-0000-4000-8000-%012d" % n, **more}


def envelope(n, time, detail=None):
    return {"version": "0", "id": "env-%d" % n, "detail-type": "AWS API Call via CloudTrail", "source": "aws.s3",
            "time": "2030-01-01T00:00:00Z", "detail": event(n, time) if detail is None else detail}


def lookup(n, time, inner=None):
    return {"EventId": "lookup-%d" % n, "EventName": "GetObject", "EventTime": "2030-01-01T00:00:00Z",
            "CloudTrailEvent": compact(event(n, time, userAgent='[quoted "agent"]')) if inner is None else inner}


def wrapped(elements): return ('{"Records":[%s]}' % elements).encode("utf-8")


A, B, C = event(1, "2026-11-10T08:05:02Z"), event(2, "2026-11-10T08:05:01Z"), event(3, "2026-11-10T08:05:03Z")
THREE = compact({"Records": [A, B, C]}).encode()
# THREE as Python's zlib 1.2.13 compressed it at level 9: Huffman codes of its own and back-references.
DEFLATED = base64.b64decode(
    "H4sIAAAAAAACA6tWCkpNzi9KKVayiq5WSi1LzSsJSy0qzszPU7JSMtQzNFTSgYiGZOamAoWMDIzMdA0NdQ0NQgwsrAxMrQyMomBKgvNLi5JBio"
    "qN9RJzE6vy8xLLi/WS83NhCvwSwWa4p5b4J2WlJpfAxD1dgKIGUKALJkxAhAWMCwWGSrU65DnSkH6ONCLbkcb0c6SxUm1sLQA86NGN/AEAAA==")
assert zlib.decompress(DEFLATED, 31) == THREE

DIGEST = {"awsAccountId": "123456789012", "digestStartTime": "2026-11-10T07:10:00Z", "digestEndTime": "2026-11-10T08:10:00Z",
          "digestS3Bucket": "sealtrail-demo", "newestEventTime": "2026-11-10T08:09:00Z", "oldestEventTime": "2026-11-10T07:10:00Z",
          "previousDigestSignature": None, "logFiles": [{"s3Object": USUAL_KEY, "hashValue": "ab" * 32, "hashAlgorithm": "SHA-256",
                                                         "newestEventTime": "2026-11-10T08:09:00Z", "eventName": "not at depth one"}]}
CONFIG = {"fileVersion": "1.0", "configSnapshotId": "c0ffee00-0000-4000-8000-000000000000", "configurationItems": [
    {"resourceType": "AWS::S3::Bucket", "configurationItemCaptureTime": "2026-11-10T08:00:00Z", "relatedEvents": [], "eventID": "no"}]}

DEEP = "[" * 40 + '{"x":' * 30 + "1" + "}" * 30 + "]" * 40
ODD_ELEMENTS = r'''0, -0, -1.50E+09 ,123456789012345678901234567890,"","]}","{\"Records\":[","\\","\\\"],[",[],[[]] ,[ [1,[2,"]"]], {} ],
null,true,false,{},{"a":{"Records":[1,2]}},"\ud83e\udeb5 \ud800 \u0000 \u005d"'''
DUPLICATES = (r'{"eventTime":"2026-11-10T08:05:00Z","eventName":"First","eventName":"Second","tag":1,"Tag":2,'
              r'"eventTime":"2026-11-10T08:05:00Z","requestParameters":{"a":1,"a":[1,1],"a":null}}')
ESCAPED = r'{"event\u0054ime":"2026\u002d11-10T08:05:0\u0039Z","eventName":"\u0041\/\"\u0026"}'
TIMES = ("2026-11-10T08:05:00.120Z", "2026-11-10T08:05:00.1Z", "2026-11-10T08:05:00.119Z", "2026-11-10T08:05:00.2Z", "2026-11-10T08:05:00.19Z")
UNREADABLE = '{"eventTime":null},{"eventTime":1794297900},{"eventTime":""},{"eventTime":"yesterday"},{"eventTime":"2026-13-10T08:05:00Z"},' \
             '{"eventTime":["2020-01-01T00:00:00Z"]},{"eventtime":"2020-01-01T00:00:00Z"},{"a":{"eventTime":"2020-01-01T00:00:00Z"}}'
MANY = [event(n, "2026-11-10T%02d:%02d:00Z" % (n * 7 % 24, n * 13 % 60), note="é🪵" * (n % 9), requestParameters={"key": "k" * (n * 5)}) for n in range(70)]

# (name, the object's bytes, number of records counted by hand); "no JSON" where the json module cannot give a second opinion.
OBJECT_CASES = [
    ("plain compact", THREE, 3),
    ("plain pretty-printed", pretty({"Records": [A, B, C]}).encode(), 3),
    ("plain pretty-printed with CRLF and tabs", json.dumps({"Records": [A, B]}, indent="\t").replace("\n", "\r\n").encode() + b"\r\n", 2),
    ("gzip compact, stored", gz(THREE), 3),
    ("gzip compact, compressed", DEFLATED, 3),
    ("gzip with a file name in its header", gz(THREE, b"trail.json"), 3),
    ("gzip pretty-printed", gz(pretty({"Records": [A, B, C]}).encode()), 3),
    ("gzip of several buffers", gz(compact({"Records": MANY}).encode()), 70),
    ("byte order mark, plain", b"\xef\xbb\xbf" + THREE, 3),
    ("byte order mark, gzip, then white space", gz(b"\xef\xbb\xbf\r\n " + THREE + b" \n"), 3),
    ("keys before and after Records", compact({"Service": {"Records": [9], "s": "\"Records\":[8]"}, "n": [1, [2]], "eventVersion": "1.0",
                                               "Records": [A, B], "after": {"detail": {}}, "z": None}).encode(), 2),
    ("the key Records written with an escape", b'{"\\u0052ecords":[' + compact(A).encode() + b"]}", 1),
    ("Records in lower case is another key", compact({"records": [A]}).encode(), 0),
    ("Records empty", b'{"Records":[]}', 0),
    ("Records empty with white space, gzip", gz(b' { "Records" : [ \r\n\t ] } '), 0),
    ("Records null", b'{"Records":null}', 0),
    ("Records an object", b'{"Records":{"0":{"eventTime":"2026-11-10T08:05:00Z"}}}', 0),
    ("odd elements", wrapped(ODD_ELEMENTS), 18),
    ("an element nested seventy deep", wrapped(compact(A) + "," + DEEP), 2),
    ("white space around and inside elements", wrapped(" \n{ \"eventTime\" :\t\"2026-11-10T08:05:00Z\" }\r\n ,\t[ 1 , 2 ] , 7\n"), 3),
    ("duplicate keys", wrapped(DUPLICATES), 1),
    ("escapes in a key and in the time", wrapped(ESCAPED), 1),
    ("unicode", wrapped(compact(event(1, userAgent="Zoë Åström 日本語 🪵 e\u0301 \u2028 \ufeff", **{"ключ": "значение"}))), 1),
    ("two equal records", wrapped(compact(A) + "," + compact(A)), 2),
    ("bare array", compact([A, B, 5, None]).encode(), 4),
    ("bare array, empty", b" [ ] ", 0),
    ("bare array of wrappers: each is one record", compact([{"Records": [A, B]}, {"Events": []}, [C]]).encode(), 3),
    ("bare object", pretty(C).encode() + b"\n", 1),
    ("bare object known by its eventID alone", b'{"a":[1],"eventID":null}', 1),
    ("bare object with the keys one level too deep", b'{"a":{"eventVersion":"1.11","eventName":"x"}}', 0),
    ("JSON Lines", "\n".join(map(compact, (A, B, C))).encode() + b"\n", 3),
    ("JSON Lines with CRLF, empty lines and no last line end", "\r\n\r\n".join(map(compact, (C, A))).encode(), 2),
    ("JSON Lines of wrappers, gzip", gz(THREE + b"\n" + compact({"Records": [event(4, "2026-11-10T08:04:00Z")]}).encode() + b"\n"), 4),
    ("a sequence of every kind", b"\n".join((compact(DIGEST).encode(), THREE, compact(A).encode(), b"[1,2]", b"{}",
                                            compact(envelope(9, "2026-11-10T09:00:00Z")).encode(), b'{"Records":[]}')), 7),
    ("top-level scalars hold no record", b'null\n"eventName"\n17\n' + compact(A).encode() + b"\ntrue\n", 1),
    ("EventBridge envelope", compact(envelope(1, "2026-11-10T08:05:07Z")).encode(), 1),
    ("EventBridge envelopes, pretty-printed lines", "\n".join(pretty(envelope(n, "2026-11-10T08:05:0%dZ" % (9 - n))) for n in (1, 2)).encode(), 2),
    ("EventBridge envelope without an event time", compact(envelope(1, "", {"bucket": {"name": "sealtrail-demo"}})).encode(), 1),
    ("LookupEvents", pretty({"Events": [lookup(1, "2026-11-10T08:05:08Z"), lookup(2, "2026-11-10T08:05:06.5Z")], "NextToken": "x"}).encode(), 2),
    ("LookupEvents, gzip, one event not JSON inside", gz(compact({"NextToken": None, "Events": [
        lookup(1, "2026-11-10T08:05:08Z"), lookup(2, "", "{truncated")]}).encode()), 2),
    ("LookupEvents, one event by itself", compact(lookup(1, "2026-11-10T08:05:08Z")).encode(), 1),
    ("CloudTrail digest", gz(compact(DIGEST).encode()), 0),
    ("Config snapshot", gz(compact(CONFIG).encode()), 0),
    ("two gzip members, cut inside a record", gz(THREE[:100]) + gz(THREE[100:]), 3),
    ("two gzip members, a line each", gz(compact({"Records": [A]}).encode() + b"\n") + gz(compact({"Records": [B]}).encode() + b"\n"), 2),
    ("three gzip members, one of them empty", gz(THREE[:11]) + gz(b"") + gz(THREE[11:]), 3),
    ("gzip of nothing", gz(b""), "no JSON", 0),
    ("no bytes", b"", "no JSON", 0),
    ("white space only", b"\r\n \t", 0),
    ("text that is not JSON", b"this is no JSON at all\n", "no JSON", 0),
    ("half of gzip's first two bytes", b"\x1f", "no JSON", 0),
    ("gzip cut after two bytes", gz(THREE)[:2], "no JSON", 0),
    ("gzip cut inside its header", gz(THREE)[:7], "no JSON", 0),
    ("gzip cut after its header", gz(THREE)[:10], "no JSON", 0),
    ("gzip cut inside the header's file name", gz(THREE, b"trail.json")[:14], "no JSON", 0),
    ("gzip cut before the first element", gz(THREE)[:15 + 10], "no JSON", 0),
    ("gzip cut before its check sum, no elements", gz(b'{"Records":[]}')[:-8], "no JSON", 0),
    ("second gzip member cut before the first element", gz(b'{"Rec') + gz(THREE[5:])[:12], "no JSON", 0),
    ("starts like gzip, is text", b"\x1f\x8b is how gzip starts\n", "no JSON", 0),
    ("fractional times", wrapped(",".join(compact(event(n, t)) for n, t in enumerate(TIMES))), 5),
    ("a fraction of zero is a whole second", wrapped(compact(event(1, "2026-11-10T08:05:00.000Z")) + "," + compact(event(2, "2026-11-10T08:05:00.001Z"))), 2),
    ("times out of order", wrapped(",".join(compact(event(n, t)) for n, t in enumerate((
        "2026-11-10T08:05:00Z", "2026-11-11T00:00:00Z", "2025-12-31T23:59:59Z", "2026-11-10T08:06:00Z", "2026-11-10T08:04:00Z")))), 5),
    ("no readable time", wrapped(UNREADABLE), 8),
    ("one readable time among others", wrapped(UNREADABLE + "," + compact(A) + ",3"), 10),
]
