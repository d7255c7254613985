"""Durable changes: UpdateProfile at several depths, beside bare one-row commits of SQLite and one-row inserts of PostgreSQL."""

import subprocess

from harness.loads import load
from harness.places import PEERS
from harness.postgres import Postgres
from harness.run import say
from harness.servers import accountd, seed

SECONDS = 3
# Calls in flight: connections, and calls on each.
DEPTHS = {1: (1, 1), 8: (4, 2), 64: (4, 16), 256: (4, 64)}
POSTGRES_CLIENTS = 32
SQLITE, POSTGRES = "SQLite, bare one-row commits", f"PostgreSQL 15, pgbench, {POSTGRES_CLIENTS} clients"
TIMES_BARE = 3


def measure(run):
    data = f"{run.folder}/mutate"
    seed(data, 300, 300, run.folder)
    server = accountd(data)

    def bare():
        rate, p99 = subprocess.check_output([f"{PEERS}/bare_commits", run.folder, str(SECONDS)], text=True).split()
        return {"per_second": float(rate), "p99_ms": float(p99) / 1000}

    def ours(connections, in_flight):
        answer = load("mutate", server.address, data, "--connections", connections, "--in-flight", in_flight, "--tokens", f"{run.folder}/tokens",
                      "--calls", 10_000_000, "--seconds", SECONDS, "--latency")
        return {"per_second": answer["per_second"], "p99_ms": answer["p99_us"] / 1000}

    with Postgres(f"{run.folder}/postgres") as postgres:
        variants = {SQLITE: bare, POSTGRES: lambda: postgres.one_row_inserts(POSTGRES_CLIENTS, SECONDS)}
        for depth, shape in DEPTHS.items():
            variants[f"accountd, {depth} in flight"] = lambda shape=shape: ours(*shape)
        taken = run.interleave(variants, "commits")
    server.stop()
    for name, one in taken.items():
        say(f"       {name}: {one['per_second']:.0f}/s, p99 {one['p99_ms']:.1f} ms")
    rate = taken["accountd, 64 in flight"]["per_second"]
    run.figure("durable UpdateProfile, 64 in flight: times bare one-row commits", rate / taken[SQLITE]["per_second"], TIMES_BARE, "more")
    run.figure("durable UpdateProfile, 64 in flight: times PostgreSQL's one-row inserts", rate / taken[POSTGRES]["per_second"], 1, "more")


def tell(page, kept):
    page.text(
        "Every answer goes out after its transaction is on the disk. An UpdateProfile reads and checks the session, opens and seals the profile, writes the row "
        "and its line in the activity's chain. Bare commits: one thread, one UPDATE of 200 bytes a transaction, WAL, `synchronous=FULL`. PostgreSQL: Debian's, its defaults, "
        "prepared inserts of 200 bytes over a Unix socket, a cluster of its own on the same disk.")
    rows = [(name.split("/", 1)[1], page.median(kept, name)) for name in kept["samples"]]
    page.table(["", "a second", "p99, ms"], [[name, f"{one['per_second']:,.0f}", f"{one['p99_ms']:.1f}"] for name, one in rows])
    page.bars("mutations", "Durable changes a second", [(name, one["per_second"], *page.spread(kept, f"commits/{name}", "per_second")) for name, one in rows])
