"""The clients that put load on servers, and what a run of them cost the server. Servers are compared under the same client only."""

import json
import subprocess
import sys

from harness.places import PEERS, RELEASE
from harness.proc import cpu_seconds


def rpcload(command, address, data, *options):
    """rpcload's own command line; over ttrpc. Returns what it says as JSON."""
    return [f"{RELEASE}/rpcload", command, "--addr", address, "--service-token", f"{data}/service-token", *map(str, options)]


def load(command, address, data, *options):
    out = subprocess.run(rpcload(command, address, data, *options), check=True, stdout=subprocess.PIPE, text=True).stdout
    answer = json.loads(out)
    if answer["errors"]:
        sys.exit(f"rpcload {command}: {answer['errors']} errors, the first: {answer.get('first_error')}")
    return answer


def background(command, address, data, *options):
    return subprocess.Popen(rpcload(command, address, data, *options), stdout=subprocess.DEVNULL)


def grpc_load(address, data, tokens, connections, in_flight, calls, authority=None):
    """gRPC C++'s client, one completion queue a connection; with an authority (PEM), over TLS."""
    command = [f"{PEERS}/grpc_client", address, f"{data}/service-token", tokens, connections, in_flight, calls]
    answer = json.loads(subprocess.check_output([*map(str, command), *([authority] if authority else [])], text=True))
    if answer["errors"]:
        sys.exit(f"grpc_client: {answer['errors']} errors, the first: {answer['first_error']}")
    return answer


def per_million(server, run):
    """Server CPU seconds per million calls of one run."""
    before = cpu_seconds(server.pid)
    answer = run()
    return (cpu_seconds(server.pid) - before) * 1e6 / answer["calls"]


class Idle:
    """So many connections that say one frame and then nothing, until they are closed."""

    def __init__(self, address, connections, *options):
        self.client = subprocess.Popen(
            [f"{RELEASE}/rpcload", "idle", "--addr", address, "--connections", str(connections), *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if not self.client.stdout.readline():
            sys.exit("rpcload idle: the connections did not open")

    def close(self):
        self.client.stdin.close()
        self.client.wait()
