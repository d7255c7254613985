"""Ten thousand connections that have nothing to say."""

import time

from harness.idle import IdleConnections
from harness.proc import resident_mib
from harness.run import say
from harness.servers import accountd, peer

CONNECTIONS = 10_000
MIB = 40


def measure(run):
    number = 0

    def ours():
        nonlocal number
        number += 1
        return accountd(f"{run.folder}/idle{number}")

    starts = {"accountd": (ours, False), "accountd, gRPC face": (ours, True), "ttrpc-go": (lambda: peer("ttrpc-go"), False),
              "gRPC C++": (lambda: peer("grpc_server"), True), "grpc-go": (lambda: peer("grpc-go"), True)}
    if run.with_grpc_swift:
        starts["grpc-swift-2"] = (lambda: peer("grpc-swift"), True)

    def one(start, http2):
        server = start()
        alone = resident_mib(server.pid)
        connections = IdleConnections(server.address, CONNECTIONS, http2)
        time.sleep(1)
        sample = {"without": alone, "with": resident_mib(server.pid)}
        connections.close()
        server.stop()
        return sample

    taken = run.interleave({name: (lambda pair=pair: one(*pair)) for name, pair in starts.items()}, "mib", min(3, run.rounds))
    for name, sample in taken.items():
        say(f"       {name}: {sample['without']:.1f} MiB without connections, {sample['with']:.1f} MiB with {CONNECTIONS:,} idle ones")
    run.figure(f"{CONNECTIONS:,} idle connections, resident in all", taken["accountd"]["with"], MIB, "less", " MiB")


def tell(page, kept):
    page.text("Resident memory of the whole process. Each connection was answered once: over ttrpc a call, over HTTP/2 its SETTINGS.")
    rows = [(name.split("/", 1)[1], page.median(kept, name)) for name in kept["samples"]]
    page.table(["", "without, MiB", f"with {CONNECTIONS:,}, MiB", "KiB a connection"],
               [[name, f"{one['without']:.1f}", f"{one['with']:.1f}", f"{(one['with'] - one['without']) * 1024 / CONNECTIONS:.1f}"] for name, one in rows])
    page.bars("idle", f"{CONNECTIONS:,} idle connections: MiB resident", [(name, one["with"], None, None) for name, one in rows])
