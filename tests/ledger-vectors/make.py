#!/usr/bin/env python3
"""Computes the ledger-format vectors (sealtrail/block@v1) independently of the C# code.

    python3 tests/ledger-vectors/make.py            writes events/ledger-vectors/*.vectors
    python3 tests/ledger-vectors/make.py --check    recomputes them and compares with what is on disk

Standard library only; the same bytes on every platform (gzip objects are written here with stored blocks,
because what zlib's compressor emits differs between its versions). Where the format leaves a choice open,
ledger.py refuses (ValueError) rather than freeze a guess. The format is in ledger.py, the inputs are in cases.py,
the damage is in tampering.py.
"""
import argparse
import gzip
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from cases import BLOCK_CASES, OBJECT_CASES, REFERENCE_LEAVES, REFERENCE_ROOTS, merkle_records  # noqa: E402
from ledger import b64, chain, check_split, inflate, leaf, oldest_newest, records_of, root, sha  # noqa: E402
from tampering import make_tampering  # noqa: E402

OUT = Path(__file__).resolve().parents[2] / "events" / "ledger-vectors"


def make_roots():
    for n, known in enumerate(REFERENCE_ROOTS):
        assert root([leaf(x) for x in REFERENCE_LEAVES[:n]]).hex() == known, "not the RFC 6962 tree of %d" % n
    cases = []
    for name, records in merkle_records():
        leaves = [leaf(r) for r in records]
        cases.append({"name": name, "records": [b64(r) for r in records],
                      "leaves": [x.hex() for x in leaves], "root": b64(root(leaves))})
    return {"cases": cases}


def make_blocks():
    return {"cases": [{"name": name, "blocks": chain(specs)} for name, specs in BLOCK_CASES]}


def make_objects():
    cases = []
    for name, data, *expected in OBJECT_CASES:
        content = inflate(data) if data.startswith(b"\x1f\x8b") else data
        if content is not None and content is not data:
            assert content == gzip.decompress(data)
        kind, counted = ("raw", data) if content is None else ("inflated", content)
        records = [] if content is None else records_of(content)
        if expected[0] != "no JSON":
            check_split(content, records)
        assert len(records) == expected[-1], "%s: %d records" % (name, len(records))   # counted by hand
        leaves = [leaf(r) for r in records]
        oldest, newest = oldest_newest(records)
        cases.append({"name": name, "object": b64(data),
                      "content": {"kind": kind, "sha256": sha(counted).hex(), "bytes": len(counted)},
                      "leaves": [x.hex() for x in leaves], "recordsRoot": b64(root(leaves)),
                      "oldest": oldest, "newest": newest})
    return {"cases": cases}


FILES = {"roots": make_roots, "blocks": make_blocks, "objects": make_objects, "tampering": make_tampering}


def main():
    parser = argparse.ArgumentParser(description="Ledger-format vectors.")
    parser.add_argument("--check", action="store_true", help="compare with what is on disk, write nothing")
    check, failed = parser.parse_args().check, False
    for name, make in FILES.items():
        made, path = make(), OUT / (name + ".vectors")
        assert len({c["name"] for c in made["cases"]}) == len(made["cases"]), "a case name twice in " + name
        text = (json.dumps(made, indent=1) + "\n").encode("ascii")
        if check:
            same = path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == text
            failed |= not same
        else:
            path.write_bytes(text)
        print("%-18s %3d cases  %s" % (path.name, len(made["cases"]), ("same" if same else "DIFFERS") if check else "written"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
