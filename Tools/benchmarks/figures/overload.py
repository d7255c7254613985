"""Goodput beyond capacity: durable changes, one in a hundred of them urgent, at a constant rate whatever is answered."""

import json
import subprocess

from harness.loads import load, rpcload
from harness.run import say
from harness.servers import accountd, seed


def measure(run):
    data = f"{run.folder}/overload"
    seed(data, 200, 200, run.folder)
    server = accountd(data)
    closed = load("mutate", server.address, data, "--connections", 4, "--in-flight", 64, "--tokens", f"{run.folder}/tokens",
                  "--calls", 10_000_000, "--seconds", 5)
    capacity = closed["per_second"]

    def phases(text):
        out = subprocess.run(
            rpcload("overload", server.address, data, "--connections", 16, "--tokens", f"{run.folder}/tokens", "--phases", text),
            check=True, stdout=subprocess.PIPE, text=True).stdout
        return json.loads(out)

    def goodput(phase, seconds):
        return sum(phase[kind]["succeeded"] for kind in ("ordinary", "urgent")) / seconds

    # The peak is what an open loop gets at most, the client's own work on the same cores included.
    peak = max(goodput(phases(f"{capacity * share:.0f}x5")["phases"][0], 5) for share in (0.9, 1.0, 1.1))
    say(f"       capacity: {capacity:.0f}/s in a closed loop, {peak:.0f}/s at most in an open one")
    good = True
    for times, bar in ((2, 0.95), (5, 0.90), (10, 0.85)):
        answer = phases(f"{peak * 0.5:.0f}x2,{peak * times:.0f}x8,{peak * 0.5:.0f}x1,{peak * 0.5:.0f}x4")
        before, over, _, after = answer["phases"]
        urgent, ordinary = over["urgent"], over["ordinary"]
        say(f"       {times} times: ordinary p99 {ordinary.get('p99_us', 0) / 1000:.0f} ms of those served, urgent p99 "
            f"{urgent.get('p99_us', 0) / 1000:.0f} ms; refused {ordinary['refused']}, unanswered {ordinary['unanswered']}")
        good &= run.figure(f"goodput at {times} times the peak, of the peak", goodput(over, 8) / peak, bar, "more")
        good &= run.figure(f"urgent calls answered at {times} times", urgent["succeeded"] / urgent["sent"], 0.994, "more")
        refused = sum(after[kind][what] for kind in ("ordinary", "urgent") for what in ("refused", "failed", "unanswered"))
        say(f"       ordinary p99 {before['ordinary'].get('p99_us', 0) / 1000:.0f} ms before, {after['ordinary'].get('p99_us', 0) / 1000:.0f} ms after")
        good &= run.figure(f"calls not served later than 1 s after {times} times", refused, 0, "less")
    server.stop()
    return good
