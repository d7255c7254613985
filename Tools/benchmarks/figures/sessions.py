"""ValidateSession with a thousand, a hundred thousand and five million live sessions, and what a live session takes of memory."""

import os
import random
import time

from harness.loads import load, per_million
from harness.proc import cpu_seconds, resident_mib
from harness.run import say
from harness.servers import accountd, seed, settle

# Sessions and accounts.
SIZES = {"1 thousand": (1_000, 100), "100 thousand": (100_000, 1_000), "5 million": (5_000_000, 50_000)}
# So many sessions are called in turn, drawn from all: more than any cache holds.
DRAWN = 1_000_000
CALLS = 2_000_000
IN_FLIGHT = (16, 64)
TIMES_THE_FIRST, BYTES_A_SESSION = 1.3, 200


def measure(run):
    servers, folders, start_seconds, memory = {}, {}, {}, {}
    for name, (sessions, accounts) in SIZES.items():
        folder = f"{run.folder}/sessions-{sessions}"
        os.makedirs(folder)
        began = time.monotonic()
        seed(f"{folder}/data", accounts, sessions, folder)
        say(f"       {name} sessions seeded in {time.monotonic() - began:.0f} s")
        draw(f"{folder}/tokens", min(DRAWN, sessions))
        began = time.monotonic()
        servers[name], folders[name] = accountd(f"{folder}/data"), folder
        start_seconds[name], memory[name] = time.monotonic() - began, resident_mib(servers[name].pid)
        options = ["--connections", 8, "--in-flight", 64, "--tokens", f"{folder}/tokens", "--calls", min(DRAWN, sessions)]
        load("validate", servers[name].address, f"{folder}/data", *options)
        settle(servers[name].pid, cpu_seconds)
    run.keep("start", [start_seconds])
    run.keep("resident_mib", [memory])
    costs = {}
    for in_flight in IN_FLIGHT:

        def one(name):
            data, tokens = f"{folders[name]}/data", f"{folders[name]}/tokens"
            return per_million(servers[name], lambda: load(
                "validate", servers[name].address, data, "--connections", 8, "--in-flight", in_flight, "--tokens", tokens, "--calls", CALLS))

        cost = costs[in_flight] = run.interleave({name: (lambda name=name: one(name)) for name in SIZES}, f"8x{in_flight}")
        say(f"       8 x {in_flight}: " + ", ".join(f"{name} {value:.2f} s" for name, value in cost.items()) + " of server CPU per million calls")
    few, _, many = SIZES
    for in_flight in IN_FLIGHT:
        run.figure(f"ValidateSession among 5 million sessions, 8 × {in_flight}: times among 1 thousand", costs[in_flight][many] / costs[in_flight][few],
                   TIMES_THE_FIRST, "less")
    each = (memory[many] - memory[few]) * 2**20 / (SIZES[many][0] - SIZES[few][0])
    run.figure("memory of a live session", each, BYTES_A_SESSION, "less", " bytes")
    for server in servers.values():
        server.stop()


def draw(tokens, count):
    """Leaves so many of the file's tokens, in an order of chance: their neighbours in memory tell nothing."""
    with open(tokens) as file:
        lines = file.readlines()
    chosen = random.Random(1).sample(lines, count)
    with open(tokens, "w") as file:
        file.writelines(chosen)


def tell(page, kept):
    start, memory = page.median(kept, "start"), page.median(kept, "resident_mib")
    page.text(
        f"The sessions that are called are drawn at random from all, up to {DRAWN:,} of them, each in its turn: with 5 million, hardly any is in a cache. "
        "The server writes down once a minute, in the background, when sessions were last seen; where that falls into a run, the median leaves it out.")
    page.cpu_table(kept, [f"8x{in_flight}" for in_flight in IN_FLIGHT], "sessions", "ValidateSession by sessions in the store", against="1 thousand")
    page.table(["live sessions", "resident, MiB", "start, s"],
               [[name, f"{memory[name]:.0f}", f"{start[name]:.2f}"] for name in SIZES])
