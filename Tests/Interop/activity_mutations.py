#!/usr/bin/env python3
"""Makes every single change of a log that docs/protocol.md promises to find, and sees verify_activity.py find it.

Usage: activity_mutations.py FOLDER

FOLDER holds pairs: NAME.json, an export, and NAME.earlier.json, one of the same account from before its newest rows.
Prints "HISTORIES ROWS CHANGES" and ends with 0 where all were found.
"""
import copy
import glob
import hashlib
import hmac
import random
import sys

import verify_activity
from verify_activity import Broken, load, message, verify


def flipped(hexadecimal):
    return ("1" if hexadecimal[0] == "0" else "0") + hexadecimal[1:]


def with_row(activity, index, **fields):
    changed = dict(activity, rows=list(activity["rows"]))
    changed["rows"][index] = dict(changed["rows"][index], **fields)
    return changed


def with_rows(activity, rows):
    return dict(activity, rows=rows)


def with_head(activity, **fields):
    return dict(activity, head=dict(activity["head"], **fields))


def renumbered(rows):
    return [dict(row, sequence=index + 1) for index, row in enumerate(rows)]


def chained_anew(activity, rows, first=0):
    """As someone would who has the chain key, but can't sign."""
    key = bytes.fromhex(activity["chain_key"])
    account = activity["head"]["account_id"]
    previous = rows[first - 1]["hash"] if first else verify_activity.ZEROS
    made = renumbered(rows)
    for row in made[first:]:
        row["previous_hash"] = previous
        previous = hmac.new(key, message(row, account), hashlib.sha256).hexdigest()
        row["hash"] = previous
    return made


def detail_changes(details):
    yield details + [{"name": "", "value": ""}]
    for index, detail in enumerate(details):
        rest = details[:index], details[index + 1:]
        yield rest[0] + rest[1]
        for name, value in [
            (detail["name"] + "x", detail["value"]), (detail["name"], detail["value"] + "x"),
            (detail["name"] + detail["value"][:1], detail["value"][1:]), (detail["value"], detail["name"]),
        ]:
            if (name, value) != (detail["name"], detail["value"]):
                yield rest[0] + [{"name": name, "value": value}] + rest[1]
    if details != details[::-1]:
        yield details[::-1]


def row_changes(activity, index):
    row = activity["rows"][index]
    last = row["occurred_at"][-2]
    fields = [
        {"sequence": row["sequence"] + 1}, {"sequence": row["sequence"] - 1}, {"id": row["id"][:-1]},
        {"id": row["id"][:-1] + ("0" if row["id"][-1] != "0" else "1")}, {"kind": row["kind"] + "x"},
        {"kind": row["kind"] + row["actor_name"], "actor_name": ""} if row["actor_name"] else {"actor_name": "x"},
        {"occurred_at": row["occurred_at"][:-2] + ("0" if last != "0" else "1") + "Z"},
        {"occurred_at": str(int(row["occurred_at"][:4]) + 1) + row["occurred_at"][4:10].replace("02-29", "02-28")
         + row["occurred_at"][10:]},
        {"actor_name": row["actor_name"] + "x"}, {"previous_hash": flipped(row["previous_hash"])},
        {"hash": flipped(row["hash"])},
    ]
    fields += [{"actor": actor} for actor in verify_activity.ACTORS if actor != row["actor"]]
    fields += [{"details": details} for details in detail_changes(row["details"])]
    for change in fields:
        yield "change " + ",".join(change), with_row(activity, index, **change)
    changed = with_row(activity, index, kind=row["kind"] + "x")["rows"]
    yield "change, chained anew", with_rows(activity, chained_anew(activity, changed, index))


def order_changes(activity, random):
    rows = activity["rows"]
    for index in range(len(rows)):
        dropped = rows[:index] + rows[index + 1:]
        yield "drop", with_rows(activity, dropped)
        yield "drop, renumbered", with_rows(activity, renumbered(dropped))
        yield "drop, chained anew", with_rows(activity, chained_anew(activity, dropped))
        forged = dict(random.choice(rows), kind="forged")
        for name, row in [("insert of a copy", random.choice(rows)), ("insert of a forgery", forged)]:
            inserted = rows[:index] + [row] + rows[index:]
            yield name, with_rows(activity, inserted)
            yield name + ", renumbered", with_rows(activity, renumbered(inserted))
            yield name + ", chained anew", with_rows(activity, chained_anew(activity, inserted))
        if index:
            swapped = rows[:index - 1] + [rows[index], rows[index - 1]] + rows[index + 1:]
            yield "swap", with_rows(activity, swapped)
            yield "swap, renumbered", with_rows(activity, renumbered(swapped))
            yield "swap, chained anew", with_rows(activity, chained_anew(activity, swapped))
    yield "append", with_rows(activity, chained_anew(activity, rows + [forged]))


def end_changes(activity, earlier):
    rows, head = activity["rows"], activity["head"]
    cut = with_rows(activity, rows[:-1])
    yield "cut", cut
    yield "cut, head moved", with_head(
        cut, count=len(rows) - 1, hash=rows[-2]["hash"], added_at=rows[-2]["occurred_at"])
    for field in ["hash", "signature", "public_key"]:
        yield "head " + field, with_head(activity, **{field: flipped(head[field])})
    for field in ["count", "unchained"]:
        yield "head " + field, with_head(activity, **{field: head[field] + 1})
    yield "head account_id", with_head(activity, account_id=head["account_id"][:-1] + "x")
    yield "head of before", dict(activity, head=earlier["head"])
    yield "chain key", dict(activity, chain_key=flipped(activity["chain_key"]))
    yield "no head", dict(activity, head=None)
    yield "unchained", dict(activity, unchained=activity["unchained"] + [rows[0]])


def must_break(what, activity, *arguments):
    try:
        verify(activity, *arguments)
    except Broken:
        return 1
    raise SystemExit(f"not found: {what}")


def main():
    rows = changes = 0
    paths = sorted(path for path in glob.glob(sys.argv[1] + "/*.json") if not path.endswith(".earlier.json"))
    for number, path in enumerate(paths):
        activity = load(path)["activity"]
        earlier = load(path.replace(".json", ".earlier.json"))["activity"]
        rows += len(activity["rows"])
        verify(activity)
        verify(earlier)
        verify(activity, [activity["head"]["public_key"]], [earlier["head"], activity["head"]])
        before = copy.deepcopy(activity)
        for index in range(len(activity["rows"])):
            for what, changed in row_changes(activity, index):
                changes += must_break(f"{path}: row {index + 1}, {what}", changed)
        for what, changed in order_changes(activity, random.Random(number)):
            changes += must_break(f"{path}: {what}", changed)
        for what, changed in end_changes(activity, earlier):
            changes += must_break(f"{path}: {what}", changed)
        # An older state of the whole log, shown as if it were today's: found by who kept a newer head.
        changes += must_break(f"{path}: rolled back", earlier, None, [activity["head"]])
        changes += must_break(f"{path}: another's key", activity, [flipped(activity["head"]["public_key"])])
        assert activity == before
    print(len(paths), rows, changes)
    return 0 if paths else 2


if __name__ == "__main__":
    sys.exit(main())
