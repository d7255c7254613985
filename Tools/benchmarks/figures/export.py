"""One customer's export, of a thousand rows of activity and of a million: what the server's memory rises by."""

import os
import subprocess
import sys
import time

from harness.places import RELEASE
from harness.proc import peak_mib
from harness.run import say
from harness.servers import accountd, seed


def measure(run):
    peaks = {}
    for rows in (1_000, 1_000_000):
        data = f"{run.folder}/export{rows}"
        seed(data, 1, 1, run.folder, activities=rows)
        server = accountd(data)
        before = peak_mib(server.pid)
        began = time.perf_counter()
        with open(f"{run.folder}/export.json", "wb") as out:
            subprocess.run(
                [f"{RELEASE}/rpcctl", "export", "--address", server.address, "--service-token", f"{data}/service-token",
                 "--token", f"{run.folder}/tokens"], check=True, stdout=out)
        seconds = time.perf_counter() - began
        peaks[rows] = peak_mib(server.pid) - before
        server.stop()
        told, size = 0, os.path.getsize(f"{run.folder}/export.json")
        with open(f"{run.folder}/export.json", "rb") as document:
            rest = b""
            while piece := document.read(1 << 20):
                piece = rest + piece
                told += piece.count(b'"sequence":')
                rest = piece[-10:]
        say(f"       export of {told:,} rows, {size / 1e6:.0f} MB in {seconds:.1f} s: {peaks[rows]:.1f} MiB of memory more")
        if told != rows:
            sys.exit(f"export: {told} rows of {rows}")
    return run.figure("MiB that a million rows take more than a thousand", peaks[1_000_000] - peaks[1_000], 32, "less")
