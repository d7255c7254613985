"""What 200 calls a second beside a bad client take, against what they took just before; and what the server holds afterwards.

A bad client sits elsewhere; here it takes a core from the calls it is measured beside. So those it is compared to have a process beside
them, too, that does nothing but take a core.
"""

import json
import os
import statistics
import subprocess
import sys
import time

from harness.places import PEERS, ROOT
from harness.proc import descriptors, resident_mib
from harness.run import say
from harness.servers import accountd, self_signed


SECONDS = 5
ROUNDS = 3
HOSTILE = ["rapid_reset", "continuation_flood", "hpack_nonsense", "settings_flood", "ping_flood", "window_overflow", "zero_window",
           "data_nowhere", "frames_of_no_size", "slowloris", "half_open", "connect_and_reset", "ids_reused", "tls_garbage",
           "frames_at_random"]


def measure(run):
    data, certificate, key = f"{run.folder}/hostile", f"{run.folder}/hostile.pem", f"{run.folder}/hostile.key"
    self_signed(certificate, key)
    server = accountd(data, "--tls-cert", certificate, "--tls-key", key, "--silence-seconds", "3")
    scripts, python = os.path.join(ROOT, "Tests", "Interop", "hostile"), os.path.join(PEERS, "python", "bin", "python")
    target = [server.address, f"{data}/service-token"]

    def live():
        return json.loads(subprocess.check_output([python, f"{scripts}/live_calls.py", *target, str(SECONDS)], text=True))["p99_us"]

    def beside_nobody():
        busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
        try:
            return live()
        finally:
            busy.kill()
            busy.wait()

    def beside(case):
        bad = subprocess.Popen(
            [python, f"{scripts}/bad_clients.py", *target, case, "--full", "--seconds", str(SECONDS)], stdout=subprocess.PIPE, text=True)
        time.sleep(0.5)
        taken = live()
        out = bad.communicate()[0]
        if bad.returncode != 0:
            sys.exit(f"{case}: {out}")
        return taken, out.splitlines()[0]

    good = True
    live()
    memory, open_before = resident_mib(server.pid), descriptors(server.pid)
    for case in HOSTILE:
        pairs = [(beside_nobody(), *beside(case)) for _ in range(min(run.rounds, ROUNDS))]
        alone, taken = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
        say(f"       {pairs[0][2]}; p99 {alone} us alone, {taken} us beside it; {resident_mib(server.pid):.0f} MiB, {descriptors(server.pid)} descriptors")
        good &= run.figure(f"{case}: p99 of the calls beside it, times alone", taken / alone, 2.0, "less")
    good &= run.figure("resident MiB more than before them all", resident_mib(server.pid) - memory, 64, "less")
    good &= run.figure("descriptors more than before them all", descriptors(server.pid) - open_before, 0, "less")
    server.stop()
    return good
