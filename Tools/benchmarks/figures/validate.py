"""ValidateSession over ttrpc: accountd, in the clear and over TLS, beside the limit and beside Go."""

from harness.loads import load, per_million
from harness.run import say
from harness.servers import accountd, peer, seed, self_signed

SESSIONS = 100_000
# Each takes some seconds, and so much CPU that a clock tick of /proc, 10 ms, is little of it.
CALLS = {"accountd": 2_000_000, "accountd, TLS": 2_000_000, "C epoll loop": 2_000_000, "ttrpc-go": 150_000}
TIMES_THE_LOOP = 1.5


def measure(run):
    data, certificate, key = f"{run.folder}/validate", f"{run.folder}/server.pem", f"{run.folder}/server.key"
    self_signed(certificate, key)
    seed(data, 1000, SESSIONS, run.folder)
    ours = accountd(data, "--tls-cert", certificate, "--tls-key", key)
    loop, go = peer("epoll_loop"), peer("ttrpc-go")
    servers = {"accountd": ours, "accountd, TLS": ours, "C epoll loop": loop, "ttrpc-go": go}
    for in_flight in (16, 64):
        options = ["--connections", 8, "--in-flight", in_flight, "--tokens", f"{run.folder}/tokens"]

        def one(name):
            server, more = servers[name], ["--tls-ca", certificate] if name == "accountd, TLS" else []
            return per_million(server, lambda: load("validate", server.address, data, *options, *more, "--calls", CALLS[name]))

        for server in (ours, loop, go):
            load("validate", server.address, data, *options, "--calls", 100_000)
        cost = run.interleave({name: (lambda name=name: one(name)) for name in servers}, f"8x{in_flight}")
        say(f"       8 x {in_flight}: " + ", ".join(f"{name} {value:.2f} s" for name, value in cost.items()) + " of server CPU per million calls")
        run.figure(f"ValidateSession over ttrpc, 8 × {in_flight}: times the C loop", cost["accountd"] / cost["C epoll loop"], TIMES_THE_LOOP, "less")
        run.figure(f"ValidateSession over ttrpc, 8 × {in_flight}: ttrpc-go costs times as much", cost["ttrpc-go"] / cost["accountd"], 15, "more")
        run.figure(f"ValidateSession over TLS, 8 × {in_flight}: times in the clear", cost["accountd, TLS"] / cost["accountd"], 1.5, "less")
    for server in (ours, loop, go):
        server.stop()


def tell(page, kept):
    page.text(
        "100,000 live sessions in the store; each call is of another one: its keyed hash, the lookup, the access check and the note of when "
        "it was last seen are real. The C epoll loop answers a constant: it is the limit of the wire, read with protobuf-c. ttrpc-go "
        "(Debian's, with gogo's generated messages) answers a constant too. `rpcload validate` drives all of them in the same way, all calls that one wake-up "
        "makes due in one write.")
    page.cpu_table(kept, ("8x16", "8x64"), "validate", "ValidateSession over ttrpc")
