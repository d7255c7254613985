"""The figures of Tools/bench: each beside what it is compared to, interleaved, medians of the rounds of one run.

Only ratios are worth quoting: machines differ, and shared ones drift. Server CPU is user + system time of the server's
process from /proc, before and after.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
RELEASE = os.path.join(ROOT, ".build", "release")
PEERS = os.path.join(ROOT, ".build", "bench")
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")
ARGON2_MEMORY_KIB, ARGON2_PASSES = 19456, 2


def say(text):
    print(text, flush=True)


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def resident_mib(pid):
    with open(f"/proc/{pid}/status") as file:
        return int(next(line for line in file if line.startswith("VmRSS")).split()[1]) / 1024


class Server:
    """A process that prints a line when it answers, whose last word holds its port."""

    def __init__(self, command, environment=None):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, env={**os.environ, **(environment or {})})
        line = self.process.stdout.readline()
        if not line:
            self.log.seek(0)
            sys.exit(f"{command[0]} did not start: {self.log.read().decode()}")
        self.address = "127.0.0.1:" + line.split()[-1].rsplit(":", 1)[-1]
        self.pid = self.process.pid

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def accountd(data, *settings):
    return Server([f"{RELEASE}/accountd", "serve", "--listen", "127.0.0.1:0", "--data", data, "--log-level", "error", *settings])


def seed(data, accounts, sessions, out):
    """An accountd data folder with so many accounts and live sessions; writes the tokens to out."""
    subprocess.run(
        [f"{RELEASE}/accountd-seed", data, str(accounts), str(sessions), f"{out}/tokens", f"{out}/accounts"], check=True)


def load(command, address, data, *options):
    out = subprocess.run(
        [f"{RELEASE}/rpcload", command, "--addr", address, "--service-token", f"{data}/service-token", *map(str, options)],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    answer = json.loads(out)
    if answer["errors"] and command != "sign-in":
        sys.exit(f"rpcload {command}: {answer['errors']} errors, the first: {answer.get('first_error')}")
    return answer


def per_million(server, run):
    before = cpu_seconds(server.pid)
    answer = run()
    return (cpu_seconds(server.pid) - before) * 1e6 / answer["calls"]


def verdict(name, value, bar, better):
    good = value <= bar if better == "less" else value >= bar
    say(f"{'ok    ' if good else 'MISSED'} {name}: {value:.2f} (bar: {'at most' if better == 'less' else 'at least'} {bar})")
    return good


def bench_validate(folder, rounds):
    data = f"{folder}/validate"
    say("ValidateSession: seeding 100,000 live sessions")
    seed(data, 1000, 100_000, folder)
    ours, loop = accountd(data), Server([f"{PEERS}/epoll_loop", "0"])
    good = True
    for in_flight in (16, 64):
        figures = {"accountd": [], "C loop": []}
        options = ["--connections", 8, "--in-flight", in_flight, "--tokens", f"{folder}/tokens"]
        load("validate", ours.address, data, *options, "--calls", 200_000)
        for _ in range(rounds):
            for name, server in (("accountd", ours), ("C loop", loop)):
                run = lambda: load("validate", server.address, data, *options, "--calls", 1_000_000)
                figures[name].append(per_million(server, run))
        mine, theirs = (statistics.median(figures[name]) for name in ("accountd", "C loop"))
        say(f"       8 x {in_flight}: accountd {mine:.2f} s, C loop {theirs:.2f} s of server CPU per million calls")
        good &= verdict(f"ValidateSession, 8 x {in_flight}, times the C loop", mine / theirs, 2.0, "less")
    ours.stop()
    loop.stop()
    return good


def bench_grpc(folder, rounds):
    data = f"{folder}/grpc"
    seed(data, 1000, 100_000, folder)
    servers = {"accountd": accountd(data), "gRPC C++": Server([f"{PEERS}/grpc_server", "0"])}

    def run(server, in_flight, calls):
        out = subprocess.check_output(
            [f"{PEERS}/grpc_client", server.address, f"{data}/service-token", f"{folder}/tokens", "8", str(in_flight), str(calls)],
            text=True)
        answer = json.loads(out)
        if answer["errors"]:
            sys.exit(f"grpc_client: {answer['errors']} errors, the first: {answer['first_error']}")
        return answer

    good = True
    for in_flight in (16, 64):
        figures = {name: [] for name in servers}
        for server in servers.values():
            run(server, in_flight, 20_000)
        for _ in range(rounds):
            for name, server in servers.items():
                figures[name].append(per_million(server, lambda: run(server, in_flight, 100_000)))
        mine, theirs = (statistics.median(figures[name]) for name in servers)
        say(f"       8 x {in_flight}: accountd {mine:.1f} s, gRPC C++ {theirs:.1f} s of server CPU per million calls, gRPC C++'s client")
        good &= verdict(f"ValidateSession over gRPC, 8 x {in_flight}, of gRPC C++", mine / theirs, 0.33, "less")
    for server in servers.values():
        server.stop()
    return good


def bench_tls(folder, rounds):
    """ValidateSession over ttrpc, in the clear and over TLS on the same port; and what an idle TLS connection holds."""
    data, certificate, key = f"{folder}/tls", f"{folder}/server.pem", f"{folder}/server.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=bench", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, stderr=subprocess.DEVNULL)
    os.chmod(key, 0o600)
    seed(data, 1000, 100_000, folder)
    server = accountd(data, "--tls-cert", certificate, "--tls-key", key)
    good = True
    for in_flight in (16, 64):
        figures = {"plain": [], "TLS": []}
        options = ["--connections", 8, "--in-flight", in_flight, "--tokens", f"{folder}/tokens"]
        load("validate", server.address, data, *options, "--calls", 200_000)
        for _ in range(rounds):
            for name, more in (("plain", []), ("TLS", ["--tls-ca", certificate])):
                run = lambda: load("validate", server.address, data, *options, *more, "--calls", 1_000_000)
                figures[name].append(per_million(server, run))
        plain, secured = (statistics.median(figures[name]) for name in ("plain", "TLS"))
        say(f"       8 x {in_flight}: TLS {secured:.2f} s, in the clear {plain:.2f} s of server CPU per million calls")
        good &= verdict(f"ValidateSession over TLS, 8 x {in_flight}, times in the clear", secured / plain, 1.5, "less")
    before, spent = resident_mib(server.pid), cpu_seconds(server.pid)
    client = subprocess.Popen(
        [f"{RELEASE}/rpcload", "idle", "--addr", server.address, "--connections", "2000", "--tls-ca", certificate],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    client.stdout.readline()
    time.sleep(1)
    each, handshake = (resident_mib(server.pid) - before) * 1024 / 2000, (cpu_seconds(server.pid) - spent) * 1e3 / 2000
    client.stdin.close()
    client.wait()
    server.stop()
    say(f"       {handshake:.2f} ms of server CPU a handshake")
    return good & verdict("resident KiB of an idle TLS connection", each, 24, "less")


def bench_mutate(folder, rounds):
    data = f"{folder}/mutate"
    seed(data, 200, 200, folder)
    server = accountd(data)
    mine, bare, p99 = [], [], []
    for _ in range(rounds):
        bare.append(float(subprocess.check_output([f"{PEERS}/bare_commits", folder, "3"])))
        answer = load("mutate", server.address, data, "--connections", 4, "--in-flight", 16, "--tokens", f"{folder}/tokens",
                      "--calls", 10_000_000, "--seconds", 3, "--latency")
        mine.append(answer["per_second"])
        p99.append(answer["p99_us"])
    server.stop()
    ours, theirs = statistics.median(mine), statistics.median(bare)
    say(f"       UpdateProfile, 64 in flight: {ours:.0f}/s durable, p99 {statistics.median(p99) / 1000:.1f} ms; bare one-row commits {theirs:.0f}/s")
    return verdict("durable UpdateProfile, times bare commits", ours / theirs, 2.0, "more")


def bench_sign_in(folder, rounds):
    data = f"{folder}/signin"
    seed(data, 1000, 1000, folder)
    server = accountd(data, "--argon2-memory-kib", str(ARGON2_MEMORY_KIB), "--argon2-passes", str(ARGON2_PASSES))
    cores = os.cpu_count()
    mine, bare, quiet, busy = [], [], [], []
    hot = ["--connections", 1, "--in-flight", 1, "--tokens", f"{folder}/tokens", "--calls", 10_000_000, "--latency"]
    for _ in range(rounds):
        bare.append(float(subprocess.check_output(
            [f"{PEERS}/bare_argon2", str(cores), str(ARGON2_MEMORY_KIB), str(ARGON2_PASSES), "4"])))
        answer = load("sign-in", server.address, data, "--connections", 1, "--in-flight", 4 * cores, "--accounts",
                      f"{folder}/accounts", "--calls", 10_000_000, "--seconds", 4)
        if answer["errors"]:
            sys.exit(f"sign-in: {answer['errors']} errors, the first: {answer.get('first_error')}")
        mine.append(answer["per_second"])
    quiet = load("validate", server.address, data, *hot, "--seconds", 2)
    background = subprocess.Popen(
        [f"{RELEASE}/rpcload", "sign-in", "--addr", server.address, "--service-token", f"{data}/service-token",
         "--connections", "1", "--in-flight", str(4 * cores), "--accounts", f"{folder}/accounts", "--calls", "10000000",
         "--seconds", "4"], stdout=subprocess.DEVNULL)
    time.sleep(0.5)
    busy = load("validate", server.address, data, *hot, "--seconds", 2)
    background.wait()
    server.stop()
    ours, theirs = statistics.median(mine), statistics.median(bare)
    say(f"       sign-ins {ours:.1f}/s; bare Argon2id ({ARGON2_MEMORY_KIB} KiB, {ARGON2_PASSES} passes) {theirs:.1f}/s on {cores} cores")
    say(f"       ValidateSession, one in flight: p99 {quiet['p99_us']:.0f} us alone, {busy['p99_us']:.0f} us under sign-ins ({busy['calls']} answered)")
    return verdict("sign-ins, times bare Argon2id", ours / theirs, 0.9, "more")


def bench_start(folder, rounds):
    data = f"{folder}/start"
    accountd(data).stop()
    times = []
    for _ in range(max(rounds, 5) * 2):
        port = free_port()
        began = time.perf_counter()
        server = subprocess.Popen(
            [f"{RELEASE}/accountd", "serve", "--listen", f"127.0.0.1:{port}", "--data", data, "--log-level", "error"],
            stdout=subprocess.DEVNULL)
        first_answer(port)
        times.append((time.perf_counter() - began) * 1000)
        server.terminate()
        server.wait()
    return verdict("cold start to first answer, ms", statistics.median(times), 25, "less")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def first_answer(port):
    """Connects as soon as there is a listener, and waits for the answer to a call of a method that there is not."""
    request = b"\x0a\x01x\x12\x01y"
    frame = struct.pack(">IIBB", len(request), 1, 1, 0) + request
    while True:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) != 0:
                time.sleep(0.0005)
                continue
            client.sendall(frame)
            header = client.recv(10)
            if len(header) < 10:
                sys.exit("accountd closed the connection instead of answering")
            return


def bench_idle(folder, _rounds):
    server = accountd(f"{folder}/idle")
    before = resident_mib(server.pid)
    client = subprocess.Popen(
        [f"{RELEASE}/rpcload", "idle", "--addr", server.address, "--connections", "10000"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    client.stdout.readline()
    time.sleep(1)
    after = resident_mib(server.pid)
    client.stdin.close()
    client.wait()
    server.stop()
    say(f"       resident: {before:.1f} MiB without connections, {after:.1f} MiB with 10,000 idle ones")
    return verdict("resident MiB with 10,000 idle connections", after, 60, "less")


BENCHES = {"validate": bench_validate, "mutate": bench_mutate, "sign-in": bench_sign_in, "start": bench_start, "idle": bench_idle, "grpc": bench_grpc, "tls": bench_tls}


def main():
    parser = argparse.ArgumentParser(prog="Tools/bench")
    parser.add_argument("which", nargs="?", default="all", choices=[*BENCHES, "all"])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    # The data lies on the same disk as the checkout: a folder in memory would make every commit free.
    folder = tempfile.mkdtemp(prefix="bench-", dir=os.path.join(ROOT, ".build"))
    try:
        chosen = BENCHES if options.which == "all" else {options.which: BENCHES[options.which]}
        results = [bench(folder, options.rounds) for bench in chosen.values()]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
