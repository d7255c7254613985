"""What rpcload itself is good for: calls a second from its one thread against a server that answers a constant."""

import os
import secrets

from harness.loads import load
from harness.run import say
from harness.servers import peer

CALLS = 4_000_000
CONNECTIONS, IN_FLIGHT = 8, 64
AT_LEAST = 1.0


def measure(run):
    data = f"{run.folder}/generator"
    os.makedirs(data)
    # Of a token's length; the loop looks none up.
    for file, count in ((f"{data}/service-token", 1), (f"{run.folder}/tokens", 1000)):
        with open(file, "w") as lines:
            lines.writelines(secrets.token_urlsafe(32) + "\n" for _ in range(count))
    server = peer("epoll_loop")
    options = ["--connections", CONNECTIONS, "--in-flight", IN_FLIGHT, "--tokens", f"{run.folder}/tokens"]

    def one(calls=CALLS):
        answer = load("validate", server.address, data, *options, "--calls", calls)
        return {"million_a_second": answer["per_second"] / 1e6, "cpu_seconds": answer["generator_cpu_seconds"] * 1e6 / calls}

    one(100_000)
    taken = run.keep(f"{CONNECTIONS}x{IN_FLIGHT}", [one() for _ in range(run.rounds)])
    say(f"       {taken['cpu_seconds']:.2f} s of the generator's CPU per million calls")
    run.figure("rpcload, one thread, 8 × 64 against the C loop: calls a second", taken["million_a_second"], AT_LEAST, "more", " million")
    server.stop()


def tell(page, kept):
    key = f"{CONNECTIONS}x{IN_FLIGHT}"
    taken = page.median(kept, key)
    rate, cpu = page.spread(kept, key, "million_a_second"), page.spread(kept, key, "cpu_seconds")
    page.text(
        "`rpcload validate` on one thread against the C epoll loop, which answers a constant and has the other core: what it can ask, so that it is not what "
        "the other figures measure. Every call is a frame of its own with its own stream id, its time is recorded, and every answer is read.")
    page.table(["rpcload over ttrpc, 8 × 64", "median", "rounds"], [
        ["million calls a second", f"{taken['million_a_second']:.2f}", f"{rate[0]:.2f} to {rate[1]:.2f}"],
        ["its CPU seconds per million calls", f"{taken['cpu_seconds']:.2f}", f"{cpu[0]:.2f} to {cpu[1]:.2f}"]])
