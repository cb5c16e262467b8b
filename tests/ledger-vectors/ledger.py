"""The ledger format, read from its description alone: hashes, records, times, blocks."""
import base64
import hashlib
import json
import re
import zlib
from datetime import datetime

ZEROS = bytes(32)


def sha(data): return hashlib.sha256(data).digest()
def b64(data): return base64.b64encode(data).decode("ascii")
def leaf(data): return sha(b"\x00" + data)
def node(left, right): return sha(b"\x01" + left + right)


# --- Merkle tree hash, twice -------------------------------------------------------------------

def root_by_split(leaves):
    """RFC 6962, section 2.1, as written: split at the largest power of two smaller than n."""
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node(root_by_split(leaves[:k]), root_by_split(leaves[k:]))


def root_by_levels(leaves):
    """The same root by another way: pair up level by level, an odd last hash rises unchanged."""
    level = list(leaves) or [sha(b"")]
    while len(level) > 1:
        paired = [node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + level[len(paired) * 2:]
    return level[0]


def root(leaves):
    first, second = root_by_split(leaves), root_by_levels(leaves)
    assert first == second, "the two Merkle methods disagree"
    return first


# --- Which bytes are records -------------------------------------------------------------------

def inflate(data):
    """All gzip members, or None where the last of them does not end."""
    out = b""
    while data:
        stream = zlib.decompressobj(31)
        try:
            out += stream.decompress(data)
        except zlib.error:
            return None
        if not stream.eof:
            return None
        data = stream.unused_data
    return out


SPACE = b" \t\r\n"
RECORD_KEYS = {"eventVersion", "eventID", "eventName", "CloudTrailEvent", "detail"}


def skip_space(b, i):
    while i < len(b) and b[i] in SPACE:
        i += 1
    return i


def value_end(b, i):
    """The offset just past the JSON value that starts at i; brackets are counted outside strings only."""
    depth = 0
    while i < len(b):
        c = b[i]
        if c == 0x22:                                     # a string: to the next quote that is not escaped
            i += 1
            while b[i] != 0x22:
                i += 2 if b[i] == 0x5C else 1
            i += 1
        elif c in b"[{":
            depth, i = depth + 1, i + 1
        elif c in b"]}":
            depth, i = depth - 1, i + 1
        elif c in b",:" or c in SPACE:
            i += 1
        else:                                             # number, true, false, null
            while i < len(b) and b[i] not in b'[]{},:"' + SPACE:
                i += 1
        if depth == 0:
            return i
    raise ValueError("the value does not end")


def elements(b, i):
    """(start, end) of each element of the array at i."""
    i = skip_space(b, i + 1)
    while b[i] != 0x5D:
        end = value_end(b, i)
        yield i, end
        i = skip_space(b, end)
        if b[i] == 0x2C:
            i = skip_space(b, i + 1)


def members(b, i):
    """(key, value start, value end) of each member of the object at i; keys unescaped."""
    i = skip_space(b, i + 1)
    while b[i] != 0x7D:
        end = value_end(b, i)
        key = json.loads(b[i:end])
        i = skip_space(b, skip_space(b, end) + 1)         # past the colon
        end = value_end(b, i)
        yield key, i, end
        i = skip_space(b, end)
        if b[i] == 0x2C:
            i = skip_space(b, i + 1)


def records_of(content):
    """The record bytes of the content, in file order."""
    found = []
    i = skip_space(content, 3 if content.startswith(b"\xef\xbb\xbf") else 0)
    while i < len(content):
        end = value_end(content, i)
        if content[i] == 0x5B:
            found += [content[s:e] for s, e in elements(content, i)]
        elif content[i] == 0x7B:
            keys = list(members(content, i))
            arrays = [s for key, s, _ in keys if key in ("Records", "Events") and content[s] == 0x5B]
            if len(arrays) > 1:
                raise ValueError("the format does not say which array counts")
            if arrays:
                found += [content[s:e] for s, e in elements(content, arrays[0])]
            elif RECORD_KEYS & {key for key, _, _ in keys}:
                found.append(content[i:end])
        i = skip_space(content, end)
    return found


def check_split(content, records):
    """A second opinion from the json module: the same values, and no byte too many or too few."""
    text = content.decode("utf-8-sig").strip(SPACE.decode())
    values, at = [], 0
    while at < len(text):
        value, at = json.JSONDecoder().raw_decode(text, at)
        at = len(text) - len(text[at:].lstrip(SPACE.decode()))
        wrapped = value if isinstance(value, list) else None
        if isinstance(value, dict):
            lists = [value[k] for k in ("Records", "Events") if isinstance(value.get(k), list)]
            wrapped = lists[0] if lists else [value] if RECORD_KEYS & value.keys() else []
        values += wrapped or []
    assert [json.loads(r) for r in records] == values, "the splitter and the json module disagree"
    assert all(r == r.strip(SPACE) for r in records)


# --- Times, sources, blocks --------------------------------------------------------------------

TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})")


def readable_time(text):
    """(seconds, milliseconds) of an eventTime, sortable; None where it is not one."""
    match = TIME.fullmatch(text) if isinstance(text, str) else None
    if not match:
        return None
    if match[3] != "Z" or len(match[2] or "") > 3:
        raise ValueError("offsets and finer fractions are not settled: " + text)
    try:
        datetime.strptime(match[1], "%Y-%m-%dT%H:%M:%S")
    except ValueError:
        return None
    return match[1], (match[2] or "").ljust(3, "0")


def record_time(record):
    value = json.loads(record)
    if not isinstance(value, dict):
        return None
    if sum(key in value for key in ("eventTime", "detail", "CloudTrailEvent")) > 1:
        raise ValueError("the format does not say which time counts")
    if isinstance(value.get("CloudTrailEvent"), str):
        try:
            value = json.loads(value["CloudTrailEvent"])
        except ValueError:
            return None
    elif isinstance(value.get("detail"), dict):
        value = value["detail"]
    return readable_time(value.get("eventTime")) if isinstance(value, dict) else None


def oldest_newest(records):
    times = sorted(t for t in map(record_time, records) if t)
    written = [sec + ("" if ms == "000" else "." + ms) + "Z" for sec, ms in times]
    return (written[0], written[-1]) if written else (None, None)


def percent(text, also=""):
    keep = set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~" + also.encode())
    return "".join(chr(c) if c in keep else "%%%02X" % c for c in text.encode("utf-8"))


def source_uri(source):
    version = source["versionId"]
    return "%s://%s/%s%s" % (source["scheme"], source["bucket"], percent(source["key"], "/"),
                             "" if version is None else "?versionId=" + percent(version))


def block_text(b):
    return "".join(line + "\n" for line in (
        "sealtrail/block@v1",
        "%d" % b["index"],
        b["previous"],
        source_uri(b["source"]),
        "%s %s %d" % (b["content"]["kind"], b["content"]["sha256"], b["content"]["bytes"]),
        "%d %s" % (b["recordCount"], b["recordsRoot"]),
        "%s %s" % (b["oldest"] or "-", b["newest"] or "-"),
        b["sealedAt"]))


def chain(specs):
    """Blocks from specs, each linked to the one before. A spec may set its own first index and previous."""
    blocks, previous = [], ZEROS
    for place, spec in enumerate(specs):
        content = spec["data"].encode("utf-8")
        leaves = [leaf(b"%s record %d" % (content, i)) for i in range(spec["count"])]
        block = {"index": spec.get("index", place), "previous": spec.get("previous", b64(previous)),
                 "source": dict(zip(("scheme", "bucket", "key", "versionId"), spec["source"])),
                 "content": {"kind": spec["kind"], "sha256": sha(content).hex(), "bytes": spec.get("bytes", len(content))},
                 "recordCount": len(leaves), "recordsRoot": b64(root(leaves)),
                 "oldest": spec["times"][0], "newest": spec["times"][1], "sealedAt": spec["sealed"]}
        block["text"] = block_text(block)
        previous = leaf(block["text"].encode("utf-8"))
        block["leafHash"] = b64(previous)
        blocks.append(block)
    return blocks
