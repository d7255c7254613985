"""Servers: accountd and its peers, each a process that says where it answers."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time

from harness.places import PEERS, RELEASE


class Server:
    """A process that prints a line when it answers, whose last word holds its port."""

    running = []

    def __init__(self, command):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line:
            self.log.seek(0)
            sys.exit(f"{command[0]} did not start: {self.log.read().decode()}")
        self.address = "127.0.0.1:" + line.split()[-1].rsplit(":", 1)[-1]
        self.pid = self.process.pid
        Server.running.append(self)

    def stop(self):
        Server.running.remove(self)
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def stop_all():
    """What a benchmark that failed has left."""
    for server in list(Server.running):
        server.stop()


def accountd(data, *settings):
    return Server([f"{RELEASE}/accountd", "serve", "--listen", "127.0.0.1:0", "--data", data, "--log-level", "error", *settings])


def peer(name, *arguments):
    """One of the peers that Tools/bench built."""
    return Server([f"{PEERS}/{name}", "0", *arguments])


def seed(data, accounts, sessions, out, activities=0, mails=0):
    """An accountd data folder with so many accounts and live sessions, rows of the first one's activity and mails that wait in
    the outbox; writes OUT/tokens and OUT/accounts."""
    subprocess.run(
        [f"{RELEASE}/accountd-seed", data, str(accounts), str(sessions), f"{out}/tokens", f"{out}/accounts",
         str(activities), str(mails)], check=True)


def self_signed(certificate, key):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=bench", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, stderr=subprocess.DEVNULL)
    os.chmod(key, 0o600)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def settle(pid, cpu_seconds, quiet_seconds=0.5, at_most=60):
    """Waits until a process has nothing left to do: what it wrote behind its answers would count as the next run's."""
    end = time.monotonic() + at_most
    while time.monotonic() < end:
        before = cpu_seconds(pid)
        time.sleep(quiet_seconds)
        if cpu_seconds(pid) - before <= 0.02 * quiet_seconds:
            return
