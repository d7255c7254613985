"""The figures of Tools/bench: each beside what it is compared to, interleaved, medians of the rounds of one run.

Only ratios are worth quoting: machines differ, and shared ones drift. Server CPU is user + system time of the server's
process from /proc, before and after.
"""

import argparse
import json
import os
import select
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


def seed(data, accounts, sessions, out, activities=0, mails=0):
    """An accountd data folder with so many accounts and live sessions, rows of the first one's activity and mails that wait in
    the outbox; writes the tokens to out."""
    subprocess.run(
        [f"{RELEASE}/accountd-seed", data, str(accounts), str(sessions), f"{out}/tokens", f"{out}/accounts",
         str(activities), str(mails)], check=True)


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
    say(f"{'ok    ' if good else 'MISSED'} {name}: {value:.2f} (bar: {'at most' if better == 'less' else 'at least'} {bar:.3g})")
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
    # Ten calls a session and run, as in the ttrpc figure: each session's last use is written once.
    seed(data, 1000, 20_000, folder)
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
                figures[name].append(per_million(server, lambda: run(server, in_flight, 200_000)))
        mine, theirs = (statistics.median(figures[name]) for name in servers)
        say(f"       8 x {in_flight}: accountd {mine:.1f} s, gRPC C++ {theirs:.1f} s of server CPU per million calls, gRPC C++'s client")
        good &= verdict(f"ValidateSession over gRPC, 8 x {in_flight}, of gRPC C++", mine / theirs, 1 / 3, "less")
    for server in servers.values():
        server.stop()
    return good


def self_signed(certificate, key):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=bench", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, stderr=subprocess.DEVNULL)
    os.chmod(key, 0o600)


def bench_tls(folder, rounds):
    """ValidateSession over ttrpc, in the clear and over TLS on the same port; and what an idle TLS connection holds."""
    data, certificate, key = f"{folder}/tls", f"{folder}/server.pem", f"{folder}/server.key"
    self_signed(certificate, key)
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


def sent_per_second(data, first, count, before_end=lambda server: None):
    """Starts a server on the folder and answers at which rate mails come to lie in its mail folder, from the `first` to the
    `count`th, and the server's CPU in microseconds a mail. The rest is left for another time."""
    mail = f"{data}/mail"
    shutil.rmtree(mail, ignore_errors=True)
    server = accountd(data)

    def wait(number):
        # Not more often: listing the folder keeps the server from writing to it.
        while len(os.listdir(mail)) < number:
            time.sleep(0.02)
        return time.perf_counter()

    began, used = wait(first), cpu_seconds(server.pid)
    seconds = wait(count) - began
    used = cpu_seconds(server.pid) - used
    before_end(server)
    # A stop writes the log of changes back into the file: so the next round doesn't pay for this one.
    server.stop()
    return (count - first) / seconds, used * 1e6 / (count - first)


def link_milliseconds(server, data, customer):
    """From the asking for a link to set a new password to the mail that holds it."""
    mail = f"{data}/mail"
    seen = set(os.listdir(mail))
    before = time.perf_counter()
    subprocess.run(
        [f"{RELEASE}/rpcctl", "call", "--address", server.address, "--service-token", f"{data}/service-token",
         "SecurityService/RequestPasswordReset", "-d", f'{{"email": "customer{customer}@example.com"}}'],
        check=True, stdout=subprocess.DEVNULL)
    while True:
        for name in os.listdir(mail):
            if name not in seen and name.endswith(".eml"):
                seen.add(name)
                with open(f"{mail}/{name}", "rb") as file:
                    if b"Set a new password" in file.read(2048):
                        return (time.perf_counter() - before) * 1000
        time.sleep(0.002)


def bench_outbox(folder, rounds):
    """A queue of a million mails beside one of a thousand, through the real worker into the mail folder."""
    many, figures, links = f"{folder}/million", {"million": [], "thousand": []}, []
    began = time.perf_counter()
    seed(many, 100, 100, folder, mails=1_000_000)
    say(f"       outbox: a million mails promised in {time.perf_counter() - began:.0f} s")
    for number in range(max(7, rounds)):
        few = f"{folder}/thousand{number}"
        seed(few, 100, 100, folder, mails=1_000)
        figures["thousand"].append(sent_per_second(few, 100, 950))
        ask = lambda server: links.append(link_milliseconds(server, many, number))
        figures["million"].append(sent_per_second(many, 100, 950, ask))
        shutil.rmtree(few)
    (ours, cost), (theirs, cost_of_few) = (
        [statistics.median(column) for column in zip(*figures[name])] for name in ("million", "thousand"))
    say(f"       mails a second into the folder: {ours:.0f} of a million, {theirs:.0f} of a thousand;"
        f" server CPU a mail: {cost:.0f} and {cost_of_few:.0f} us")
    say(f"       a magic link asked for in front of a million mails: {statistics.median(links):.0f} ms to its mail")
    return verdict("the pace of a million, times that of a thousand", ours / theirs, 0.9, "more")


def peak_mib(pid):
    with open(f"/proc/{pid}/status") as file:
        return int(next(line for line in file if line.startswith("VmHWM")).split()[1]) / 1024


def bench_export(folder, _rounds):
    """One customer's export, of a thousand rows of activity and of a million: what the server's memory rises by."""
    peaks = {}
    for rows in (1_000, 1_000_000):
        data = f"{folder}/export{rows}"
        seed(data, 1, 1, folder, activities=rows)
        server = accountd(data)
        before = peak_mib(server.pid)
        began = time.perf_counter()
        with open(f"{folder}/export.json", "wb") as out:
            subprocess.run(
                [f"{RELEASE}/rpcctl", "export", "--address", server.address, "--service-token", f"{data}/service-token",
                 "--token", f"{folder}/tokens"], check=True, stdout=out)
        seconds = time.perf_counter() - began
        peaks[rows] = peak_mib(server.pid) - before
        server.stop()
        told, size = 0, os.path.getsize(f"{folder}/export.json")
        with open(f"{folder}/export.json", "rb") as document:
            rest = b""
            while piece := document.read(1 << 20):
                piece = rest + piece
                told += piece.count(b'"sequence":')
                rest = piece[-10:]
        say(f"       export of {told:,} rows, {size / 1e6:.0f} MB in {seconds:.1f} s: {peaks[rows]:.1f} MiB of memory more")
        if told != rows:
            sys.exit(f"export: {told} rows of {rows}")
    return verdict("MiB that a million rows take more than a thousand", peaks[1_000_000] - peaks[1_000], 32, "less")


def bench_overload(folder, _rounds):
    """Goodput beyond capacity: durable changes, one in a hundred of them urgent, at a constant rate whatever is answered."""
    data = f"{folder}/overload"
    seed(data, 200, 200, folder)
    server = accountd(data)
    closed = load("mutate", server.address, data, "--connections", 4, "--in-flight", 64, "--tokens", f"{folder}/tokens",
                  "--calls", 10_000_000, "--seconds", 5)
    capacity = closed["per_second"]

    def phases(text):
        out = subprocess.run(
            [f"{RELEASE}/rpcload", "overload", "--addr", server.address, "--service-token", f"{data}/service-token",
             "--connections", "16", "--tokens", f"{folder}/tokens", "--phases", text],
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
        good &= verdict(f"goodput at {times} times the peak, of the peak", goodput(over, 8) / peak, bar, "more")
        good &= verdict(f"urgent calls answered at {times} times", urgent["succeeded"] / urgent["sent"], 0.994, "more")
        refused = sum(after[kind][what] for kind in ("ordinary", "urgent") for what in ("refused", "failed", "unanswered"))
        say(f"       ordinary p99 {before['ordinary'].get('p99_us', 0) / 1000:.0f} ms before, {after['ordinary'].get('p99_us', 0) / 1000:.0f} ms after")
        good &= verdict(f"calls not served later than 1 s after {times} times", refused, 0, "less")
    server.stop()
    return good


HOSTILE = ["rapid_reset", "continuation_flood", "hpack_nonsense", "settings_flood", "ping_flood", "window_overflow", "zero_window",
           "data_nowhere", "frames_of_no_size", "slowloris", "half_open", "connect_and_reset", "ids_reused", "tls_garbage",
           "frames_at_random"]


def bench_hostile(folder, _rounds):
    """What 200 calls a second beside a bad client take, against what they took just before; and what the server holds afterwards."""
    data, certificate, key = f"{folder}/hostile", f"{folder}/hostile.pem", f"{folder}/hostile.key"
    self_signed(certificate, key)
    server = accountd(data, "--tls-cert", certificate, "--tls-key", key, "--silence-seconds", "3")
    scripts, python = os.path.join(ROOT, "Tests", "Interop", "hostile"), os.path.join(PEERS, "python", "bin", "python")
    target = [server.address, f"{data}/service-token"]

    def live():
        return json.loads(subprocess.check_output([python, f"{scripts}/live_calls.py", *target, "8"], text=True))["p99_us"]

    def descriptors():
        return len(os.listdir(f"/proc/{server.pid}/fd"))

    good = True
    live()
    memory, open_before = resident_mib(server.pid), descriptors()
    for case in HOSTILE:
        alone = live()
        bad = subprocess.Popen(
            [python, f"{scripts}/bad_clients.py", *target, "--full", "--seconds", "8", case], stdout=subprocess.PIPE, text=True)
        time.sleep(0.5)
        beside = live()
        out = bad.communicate()[0]
        if bad.returncode != 0:
            sys.exit(f"{case}: {out}")
        say(f"       {out.splitlines()[0]}; p99 {alone} us alone, {beside} us beside it; {resident_mib(server.pid):.0f} MiB, {descriptors()} descriptors")
        good &= verdict(f"{case}: p99 of the calls beside it, times alone", beside / alone, 2.0, "less")
    good &= verdict("resident MiB more than before them all", resident_mib(server.pid) - memory, 64, "less")
    good &= verdict("descriptors more than before them all", descriptors() - open_before, 0, "less")
    server.stop()
    return good


class Wire:
    """One ttrpc connection, and as much of protobuf as the watch's figures need."""

    def __init__(self, address, service_token):
        host, port = address.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.metadata = self.field(1, b"service-authorization") + self.field(2, b"Bearer " + service_token)
        self.stream, self.buffer = -1, b""

    @staticmethod
    def varint(value):
        out = b""
        while value >= 0x80:
            out += bytes([value & 0x7F | 0x80])
            value >>= 7
        return out + bytes([value])

    @classmethod
    def field(cls, number, data):
        return cls.varint(number << 3 | 2) + cls.varint(len(data)) + data

    @staticmethod
    def fields(data):
        """Number and bytes of each length-delimited field; others are passed over."""
        position = 0

        def varint():
            nonlocal position
            value = shift = 0
            while True:
                byte = data[position]
                position += 1
                value |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    return value

        while position < len(data):
            tag = varint()
            if tag & 7 == 2:
                length = varint()
                yield tag >> 3, data[position:position + length]
                position += length
            else:
                varint()

    def send(self, service, method, payload=b""):
        self.stream += 2
        data = (self.field(1, b"account.v1." + service) + self.field(2, method) + self.field(3, payload)
                + self.field(5, self.metadata))
        self.socket.sendall(struct.pack(">IIBB", len(data), self.stream, 1, 1) + data)

    def frames(self):
        """Reads once; every whole frame's type and data."""
        self.buffer += self.socket.recv(1 << 16)
        while len(self.buffer) >= 10:
            length, _, kind, _ = struct.unpack(">IIBB", self.buffer[:10])
            if len(self.buffer) < 10 + length:
                return
            data, self.buffer = self.buffer[10:10 + length], self.buffer[10 + length:]
            yield kind, data

    def call(self, service, method, payload=b""):
        """One call with nothing else in flight; its answer's fields."""
        self.send(service, method, payload)
        while True:
            for _, data in self.frames():
                answer = dict(self.fields(data))
                if 1 in answer:
                    sys.exit(f"{method.decode()}: {answer[1]!r}")
                return dict(self.fields(answer.get(2, b"")))


def bench_watch(folder, _rounds):
    """A revocation's way onto every open stream, from when its answer is seen to when the last stream has it."""
    data, streams, revocations = f"{folder}/watch", 100, 200
    seed(data, 10, 10, folder)
    server = accountd(data)
    with open(f"{data}/service-token", "rb") as file:
        token = file.read().strip()
    with open(f"{folder}/tokens", "rb") as file:
        session = file.readline().strip()
    good = True
    for title, busy in (("idle", False), ("under UpdateProfile, 64 in flight", True)):
        caller = Wire(server.address, token)
        account = caller.call(b"SessionsService", b"ValidateSession", caller.field(1, session))[1]
        watchers = [Wire(server.address, token) for _ in range(streams)]
        poll = select.epoll()
        by_descriptor = {wire.socket.fileno(): wire for wire in [caller, *watchers]}
        for descriptor in by_descriptor:
            poll.register(descriptor, select.EPOLLIN)
        for wire in watchers:
            wire.send(b"AccountService", b"WatchRevocations")
            begun = False
            while not begun:
                begun = any(True for _ in wire.frames())
        background = subprocess.Popen(
            [f"{RELEASE}/rpcload", "mutate", "--addr", server.address, "--service-token", f"{data}/service-token",
             "--connections", "4", "--in-flight", "16", "--tokens", f"{folder}/tokens", "--calls", "10000000",
             "--seconds", "60"], stdout=subprocess.DEVNULL) if busy else None
        if background:
            time.sleep(1)
        late = []
        for _ in range(revocations):
            poll.unregister(caller.socket.fileno())
            started = caller.call(b"SessionsService", b"StartDriverSession", caller.field(1, account))
            driver = dict(caller.fields(started[1]))[1]
            poll.register(caller.socket.fileno(), select.EPOLLIN)
            caller.send(b"SessionsService", b"EndDriverSession", caller.field(1, account) + caller.field(2, driver))
            answered, waiting, last = None, set(watchers), 0
            while answered is None or waiting:
                for descriptor, _ in poll.poll():
                    wire = by_descriptor[descriptor]
                    frames = list(wire.frames())
                    now = time.perf_counter()
                    if wire is caller:
                        answered = now
                    elif any(driver in frame for _, frame in frames):
                        waiting.discard(wire)
                        last = now
            late.append((last - answered) * 1000)
        if background:
            if background.poll() is not None:
                sys.exit("watch: the load ended early")
            background.terminate()
            background.wait()
        late.sort()
        say(f"       {streams} streams, {revocations} revocations, {title}: on the last stream after the answer, in ms: "
            f"p50 {late[len(late) // 2]:.2f}, p99 {late[len(late) * 99 // 100]:.2f}, max {late[-1]:.2f}")
        good &= verdict(f"a revocation on every stream, {title}, ms at worst", late[-1], 100, "less")
        for wire in by_descriptor.values():
            wire.socket.close()
    server.stop()
    return good


BENCHES = {"validate": bench_validate, "mutate": bench_mutate, "sign-in": bench_sign_in, "start": bench_start, "idle": bench_idle,
           "grpc": bench_grpc, "tls": bench_tls, "outbox": bench_outbox, "export": bench_export,
           "overload": bench_overload,
           "hostile": bench_hostile, "watch": bench_watch}


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
