"""A valid chain and what can be done to it."""
import base64

from cases import TAMPER_CHAIN
from ledger import ZEROS, b64, chain, leaf


def broken_links(texts, head):
    """Where a reader that only knows the format and the head would stumble; used to prove each case is one."""
    found, previous = [], ZEROS
    for place, text in enumerate(texts):
        lines = text.split("\n")
        if lines[1:2] != [str(place)] or lines[2:3] != [b64(previous)]:
            found.append(place)
        previous = leaf(text.encode("utf-8"))
    return found if (len(texts), b64(previous)) == (head["size"], head["leafHash"]) else found + ["head"]


def make_tampering():
    blocks = chain(TAMPER_CHAIN)
    base = [b["text"] for b in blocks]
    head = {"size": len(base), "leafHash": blocks[-1]["leafHash"]}
    cases = []

    def case(name, texts, *expect):
        assert bool(expect) == bool(broken_links(texts, head)), name
        cases.append({"name": name, "blocks": texts, "expect": [{"block": n, "damage": d} for n, d in expect]})

    def altered(name, n, old, new):
        text = base[n].replace(old, new, 1)
        assert text != base[n], name
        case(name, base[:n] + [text] + base[n + 1:], (n, "altered"))

    def relinked(texts, start):
        """What a writer without the key would do to hide: every later `previous` made to fit again."""
        texts = list(texts)
        for n in range(start, len(texts)):
            lines = texts[n].split("\n")
            lines[1:3] = [str(n), b64(leaf(texts[n - 1].encode("utf-8"))) if n else b64(ZEROS)]
            texts[n] = "\n".join(lines)
        return texts

    case("untouched", base)
    altered("one digit of a time changed", 2, "T08:10:", "T08:11:")
    altered("the first block altered", 0, "inflated ", "raw ")
    altered("the last block altered, only the head shows it", 5, "?versionId=", "?versionId=x")
    altered("the record count lowered by one", 1, "\n%d " % blocks[1]["recordCount"], "\n%d " % (blocks[1]["recordCount"] - 1))
    digest = blocks[4]["content"]["sha256"]
    altered("the content hash in upper case", 4, digest, digest.upper())
    altered("a percent escape in lower case", 3, "%C3", "%c3")
    code = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = blocks[2]["recordsRoot"][-2]
    twin = blocks[2]["recordsRoot"][:-2] + code[code.index(last) ^ 1] + "="
    assert base64.b64decode(twin) == base64.b64decode(blocks[2]["recordsRoot"])
    altered("the root in a base64 that decodes to the same bytes", 2, blocks[2]["recordsRoot"], twin)
    case("the last line feed missing", base[:3] + [base[3][:-1]] + base[4:], (3, "altered"))
    case("line ends made CRLF", base[:3] + [base[3].replace("\n", "\r\n")] + base[4:], (3, "altered"))
    altered("a line added", 1, "Z\n", "Z\nnote\n")
    altered("the index with a leading zero", 4, "\n4\n", "\n04\n")
    altered("the index repeated", 3, "\n3\n", "\n2\n")
    altered("previous rewritten to zeros", 3, blocks[3]["previous"], b64(ZEROS))
    altered("previous rewritten to the block before the last", 3, blocks[3]["previous"], blocks[2]["previous"])
    forged = base[:2] + [base[2].replace("T08:10:", "T08:11:", 1)] + base[3:]
    case("altered and relinked to the end, only the head shows it", relinked(forged, 3), (2, "altered"))
    case("one removed from the middle", base[:2] + base[3:], (2, "missing"))
    case("two removed from the middle", base[:2] + base[4:], (2, "missing"), (3, "missing"))
    case("the first removed", base[1:], (0, "missing"))
    case("one removed and relinked", relinked(base[:2] + base[3:], 2), (2, "missing"))
    case("two neighbours swapped", base[:2] + [base[3], base[2]] + base[4:], (2, "reordered"), (3, "reordered"))
    case("two distant blocks swapped", [base[0], base[4], *base[2:4], base[1], base[5]], (1, "reordered"), (4, "reordered"))
    case("the last removed", base[:5], (5, "truncated"))
    case("the last three removed", base[:3], (3, "truncated"))
    case("all removed", [], (0, "truncated"))
    case("a copy of the block before inserted", base[:3] + [base[2]] + base[3:], (3, "inserted"))
    extra = relinked(base[:3] + [base[1].replace("sealtrail-demo", "elsewhere")], 3)
    case("a forged block inserted, well linked to the one before", extra + base[3:], (3, "inserted"))
    case("a forged block inserted and relinked to the end", relinked(extra + base[3:], 4), (3, "inserted"))
    return {"base": base, "head": head, "cases": cases}
