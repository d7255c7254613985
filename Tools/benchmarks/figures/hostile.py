"""What 200 calls a second beside a bad client take, against what they took just before; and what the server holds afterwards.

A bad client sits elsewhere; here it would take its time from the calls beside it. So it has the machine's last core for itself, the server
and the calls have the first, with it and without.
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
    cores = sorted(os.sched_getaffinity(0))
    for thread in os.listdir(f"/proc/{server.pid}/task"):
        os.sched_setaffinity(int(thread), cores[:1])

    def start(core, script, *arguments):
        command = [python, f"{scripts}/{script}.py", server.address, f"{data}/service-token", *arguments]
        return subprocess.Popen(["taskset", "-c", str(core), *command], stdout=subprocess.PIPE, text=True)

    def live():
        return json.loads(start(cores[0], "live_calls", str(SECONDS)).communicate()[0])["p99_us"]

    def beside(case):
        bad = start(cores[-1], "bad_clients", case, "--full", "--seconds", str(SECONDS))
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
        pairs = [(live(), *beside(case)) for _ in range(min(run.rounds, ROUNDS))]
        alone, taken = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
        say(f"       {pairs[0][2]}; p99 {alone} us alone, {taken} us beside it; {resident_mib(server.pid):.0f} MiB, {descriptors(server.pid)} descriptors")
        good &= run.figure(f"{case}: p99 of the calls beside it, times alone", taken / alone, 2.0, "less")
    good &= run.figure("resident MiB more than before them all", resident_mib(server.pid) - memory, 64, "less")
    good &= run.figure("descriptors more than before them all", descriptors(server.pid) - open_before, 0, "less")
    server.stop()
    return good
