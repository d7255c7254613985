"""What TLS costs beside calls: a handshake, and an idle connection."""

import time

from harness.loads import Idle
from harness.proc import cpu_seconds, resident_mib
from harness.run import say
from harness.servers import accountd, self_signed

CONNECTIONS = 2000


def measure(run):
    certificate, key = f"{run.folder}/tls.pem", f"{run.folder}/tls.key"
    self_signed(certificate, key)

    def one():
        server = accountd(f"{run.folder}/tls", "--tls-cert", certificate, "--tls-key", key)
        before, spent = resident_mib(server.pid), cpu_seconds(server.pid)
        idle = Idle(server.address, CONNECTIONS, "--tls-ca", certificate)
        time.sleep(1)
        sample = {"kib": (resident_mib(server.pid) - before) * 1024 / CONNECTIONS,
                  "handshake_ms": (cpu_seconds(server.pid) - spent) * 1e3 / CONNECTIONS}
        idle.close()
        server.stop()
        return sample

    taken = run.keep("connections", [one() for _ in range(run.rounds)])
    say(f"       {taken['handshake_ms']:.2f} ms of server CPU a handshake")
    run.figure("an idle TLS connection, resident", taken["kib"], 24, "less", " KiB")


def tell(page, kept):
    taken = page.median(kept, "connections")
    page.text(f"TLS 1.3, ECDSA P-256: a handshake takes {taken['handshake_ms']:.2f} ms of the server's CPU, an idle connection {taken['kib']:.1f} KiB. What it "
              "adds to calls stands in the two sections above.")
