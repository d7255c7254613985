#!/usr/bin/env python3
"""Verifies the activity log of an export, written from docs/protocol.md, "Verifying the activity log".

Usage: verify_activity.py EXPORT [--public-key HEX]... [--earlier-head FILE]...

EXPORT is a document of ExportData. An earlier head's file is an earlier export, or a head alone. Ends with 0 where all holds,
with 1 and a line on what doesn't, with 2 where there is nothing to verify.
"""
import argparse
import datetime
import hashlib
import hmac
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ACTORS = {"customer": 1, "service": 2, "support": 3, "system": 4}
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
ZEROS = "00" * 32


class Broken(Exception):
    """What doesn't hold."""


def microseconds(text):
    time = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)
    since = time - EPOCH
    if text != time.strftime("%Y-%m-%dT%H:%M:%S.%fZ"):
        raise Broken(f"{text} is no time of an export")
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def number(value):
    return int(value).to_bytes(8, "big", signed=True)


def byte_string(value):
    return len(value).to_bytes(4, "big") + value


def text(value):
    return byte_string(value.encode())


def unhex(value, count):
    if value != value.lower() or len(value) != 2 * count:
        raise Broken(f"{value} is not {count} bytes in hexadecimal")
    return bytes.fromhex(value)


def message(row, account):
    parts = [
        b"\x01", byte_string(unhex(row["previous_hash"], 32)), number(row["sequence"]), text(account), text(row["id"]),
        text(row["kind"]), number(microseconds(row["occurred_at"])), number(ACTORS[row["actor"]]),
        text(row["actor_name"]), number(len(row["details"])),
    ]
    for detail in row["details"]:
        parts += [text(detail["name"]), text(detail["value"])]
    return b"".join(parts)


def check_signature(head, public_keys):
    if public_keys and head["public_key"] not in public_keys:
        raise Broken("the head is signed by another key than the server's")
    lines = [
        "account.v1.ActivityHead", head["account_id"], head["count"], head["hash"], microseconds(head["added_at"]),
        head["unchained"],
    ]
    document = "".join(f"{line}\n" for line in lines).encode()
    try:
        key = Ed25519PublicKey.from_public_bytes(unhex(head["public_key"], 32))
        key.verify(unhex(head["signature"], 64), document)
    except InvalidSignature:
        raise Broken("the head's signature is wrong") from None


def check_rows(head, rows, chain_key):
    if len(rows) != head["count"]:
        raise Broken(f"there are {len(rows)} rows, and the head says {head['count']}")
    previous = ZEROS
    for index, row in enumerate(rows):
        what = f"row {index + 1}, {row['id']}"
        if row["sequence"] != index + 1:
            raise Broken(f"{what}: its sequence is {row['sequence']}")
        if row["previous_hash"] != previous:
            raise Broken(f"{what}: it does not follow the row before")
        digest = hmac.new(chain_key, message(row, head["account_id"]), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(digest, row["hash"]):
            raise Broken(f"{what}: its hash is wrong")
        previous = row["hash"]
    if previous != head["hash"] or (rows and rows[-1]["occurred_at"] != head["added_at"]):
        raise Broken("the last row is not the head's")


def check_earlier(earlier, head, rows, public_keys):
    if earlier["account_id"] != head["account_id"]:
        raise Broken("the earlier head is another account's")
    check_signature(earlier, public_keys or [head["public_key"]])
    if earlier["count"] > head["count"]:
        raise Broken(f"an earlier head has {earlier['count']} rows, and this log only {head['count']}")
    if rows[earlier["count"] - 1]["hash"] != earlier["hash"] or earlier["unchained"] != head["unchained"]:
        raise Broken(f"row {earlier['count']} is not the one that an earlier head signs")


def verify(activity, public_keys=(), earlier_heads=()):
    """Raises Broken unless the log holds. `public_keys`: the server's, today's and former ones."""
    try:
        head, rows = activity["head"], activity["rows"]
        if head is None:
            if rows or earlier_heads:
                raise Broken("there is no head")
            return
        check_signature(head, public_keys)
        check_rows(head, rows, unhex(activity["chain_key"], 32))
        if len(activity["unchained"]) != head["unchained"]:
            raise Broken("there are not as many unchained rows as the head says")
        for earlier in earlier_heads:
            check_earlier(earlier, head, rows, public_keys)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise Broken(f"the log is malformed: {error!r}") from None


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def head_of(document):
    return document.get("activity", {"head": document})["head"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("export")
    parser.add_argument("--public-key", action="append", default=[])
    parser.add_argument("--earlier-head", action="append", default=[])
    arguments = parser.parse_args()
    try:
        document = load(arguments.export)
        activity = document.get("activity", document)
        heads = [head_of(load(path)) for path in arguments.earlier_head]
    except (OSError, ValueError, AttributeError) as error:
        print(f"nothing to verify: {error}", file=sys.stderr)
        return 2
    try:
        verify(activity, [key.lower() for key in arguments.public_key], heads)
    except Broken as broken:
        print(f"broken: {broken}")
        return 1
    count = activity["head"]["count"] if activity["head"] else 0
    print(f"verified: {count} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
