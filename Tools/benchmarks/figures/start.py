"""From nothing to the first answer."""

import socket
import subprocess
import sys
import time

from harness.idle import TTRPC_HELLO
from harness.places import RELEASE
from harness.servers import accountd, free_port

STARTS_A_ROUND = 4


def measure(run):
    data = f"{run.folder}/start"
    accountd(data).stop()
    taken = run.keep("milliseconds", [one(data) for _ in range(STARTS_A_ROUND * run.rounds)])
    run.figure("cold start to the first answer", taken, 15, "less", " ms")


def one(data):
    port = free_port()
    began = time.perf_counter()
    server = subprocess.Popen(
        [f"{RELEASE}/accountd", "serve", "--listen", f"127.0.0.1:{port}", "--data", data, "--log-level", "error"],
        stdout=subprocess.DEVNULL)
    first_answer(port)
    milliseconds = (time.perf_counter() - began) * 1000
    server.terminate()
    server.wait()
    return milliseconds


def first_answer(port):
    """Connects as soon as there is a listener, and waits for the answer to a call of a method that there is not."""
    while True:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) != 0:
                time.sleep(0.0005)
                continue
            client.sendall(TTRPC_HELLO)
            if len(client.recv(10)) < 10:
                sys.exit("accountd closed the connection instead of answering")
            return


def tell(page, kept):
    taken = sorted(kept["samples"]["milliseconds"])
    page.text(f"From the fork to the first answer over TCP, on a data folder that is there and whose files the system still has in memory: {len(taken)} starts, "
              f"fastest {taken[0]:.1f} ms, median {taken[len(taken) // 2]:.1f} ms, slowest {taken[-1]:.1f} ms.")
