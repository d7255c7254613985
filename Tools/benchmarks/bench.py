"""Tools/bench: each figure beside what it is compared to, interleaved, medians of the rounds of one run.

Only ratios are worth quoting: machines differ, and shared ones drift. Server CPU is user + system time of the server's
process from /proc, before and after.
"""

import argparse
import os
import shutil
import sys
import tempfile

from figures import (export, generator, grpc_face, hostile, idle, mutate, outbox, overload, sessions, sign_in, start, tls,
                     validate, watch)
from harness.idle import allow_descriptors
from harness.places import PEERS, RESULTS
from harness.run import Run, load_results, say
from harness.servers import stop_all
from report.document import write_document
from report.machine import machine

# What docs/performance.md tells, in its order.
TOLD = {"validate": validate, "grpc": grpc_face, "tls": tls, "sessions": sessions, "mutate": mutate, "sign-in": sign_in,
        "start": start, "idle": idle, "generator": generator}
OTHERS = {"outbox": outbox, "export": export, "overload": overload, "hostile": hostile, "watch": watch}


def main():
    parser = argparse.ArgumentParser(prog="Tools/bench")
    parser.add_argument("which", nargs="?", default="all", choices=[*TOLD, *OTHERS, "all", "report"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--with-grpc-swift", action="store_true")
    options = parser.parse_args()
    if options.which == "report":
        return write_document(TOLD, load_results(RESULTS))
    allow_descriptors()
    # The data lies on the same disk as the checkout: a folder in memory would make every commit free.
    folder = tempfile.mkdtemp(prefix="run-", dir=PEERS)
    run = Run(folder, options.rounds, options.with_grpc_swift)
    run.results["machine"] = machine(folder)
    chosen = TOLD if options.which == "all" else {options.which: {**TOLD, **OTHERS}[options.which]}
    try:
        for name, benchmark in chosen.items():
            run.begin(name)
            benchmark.measure(run)
            clear(folder)
    finally:
        stop_all()
        shutil.rmtree(folder, ignore_errors=True)
    run.results["stolen_seconds"] = machine(PEERS)["stolen_seconds"] - run.results["machine"]["stolen_seconds"]
    if options.which == "all":
        run.save(RESULTS)
        write_document(TOLD, run.results)
    else:
        run.save(f"{PEERS}/results-{options.which}.json")
    missed = [figure["name"] for one in run.results["benchmarks"].values() for figure in one["figures"] if not figure["met"]]
    say(f"==> {int(run.results['seconds'])} s; " + ("every bar is met" if not missed else "missed: " + "; ".join(missed)))
    sys.exit(1 if missed else 0)


def clear(folder):
    """The next benchmark finds the disk as the first one did."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)


if __name__ == "__main__":
    main()
