"""A PostgreSQL 15 of Debian's with a cluster of its own, for as long as it is measured; it listens on a Unix socket only."""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

BINARIES = "/usr/lib/postgresql/15/bin"


class Postgres:
    """PostgreSQL doesn't run as root: for root, Debian's user postgres owns the cluster."""

    def __init__(self, folder):
        self.folder = folder
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []

    def __enter__(self):
        self.sockets = tempfile.mkdtemp(prefix="bench-pg-")
        os.makedirs(self.folder)
        if self.user:
            for folder in (self.folder, self.sockets):
                shutil.chown(folder, "postgres", "postgres")
            # Down to the cluster, its user must pass.
            os.chmod(os.path.dirname(self.folder), 0o711)
        self.cluster = f"{self.folder}/cluster"
        self.run(f"{BINARIES}/initdb", "-D", self.cluster, "-A", "trust", "-U", "bench", "--no-sync")
        self.run(f"{BINARIES}/pg_ctl", "-D", self.cluster, "-w", "-l", f"{self.folder}/log", "-o",
                 f"-c listen_addresses='' -c unix_socket_directories={self.sockets}", "start")
        self.sql("CREATE TABLE t (id bigserial PRIMARY KEY, v bytea NOT NULL)")
        self.script = f"{self.folder}/insert.sql"
        with open(self.script, "w") as file:
            file.write(f"INSERT INTO t (v) VALUES ('\\x{'a5' * 200}');\n")
        os.chmod(self.script, 0o644)
        return self

    def __exit__(self, *_):
        self.run(f"{BINARIES}/pg_ctl", "-D", self.cluster, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.sockets, ignore_errors=True)

    def run(self, *command):
        done = subprocess.run([*self.user, *command], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(f"{os.path.basename(command[0])}: {done.stdout}")
        return done.stdout

    def sql(self, text):
        self.run(f"{BINARIES}/psql", "-h", self.sockets, "-U", "bench", "-d", "postgres", "-c", text)

    def one_row_inserts(self, clients, seconds):
        """Each insert a transaction of its own. Transactions a second, and the 99th percentile of one in ten of them."""
        for old in glob.glob(f"{self.folder}/latencies*"):
            os.remove(old)
        out = self.run(
            f"{BINARIES}/pgbench", "-h", self.sockets, "-U", "bench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(seconds),
            "-f", self.script, "-l", "--log-prefix", f"{self.folder}/latencies", "--sampling-rate", "0.1", "postgres")
        rate = next(float(line.split()[2]) for line in out.splitlines() if line.startswith("tps"))
        latencies = []
        for name in glob.glob(f"{self.folder}/latencies*"):
            with open(name) as file:
                latencies += [int(line.split()[2]) for line in file]
        latencies.sort()
        return {"per_second": rate, "p99_ms": latencies[len(latencies) * 99 // 100] / 1000}
