"""ValidateSession over gRPC: accountd beside gRPC C++, grpc-go and, where asked for, grpc-swift-2, under gRPC C++'s client."""

from harness.loads import grpc_load, per_million
from harness.run import say
from harness.servers import accountd, peer, seed, self_signed

CALLS = {"accountd": 200_000, "accountd, TLS": 200_000, "grpc-swift-2": 40_000}
CALLS_OF_OTHERS = 100_000
OF_GRPC_CPP = 0.25


def measure(run):
    data, certificate, key = f"{run.folder}/grpc", f"{run.folder}/grpc.pem", f"{run.folder}/grpc.key"
    self_signed(certificate, key)
    # Ten calls a session and run, as in the ttrpc figure: each session's last use is written once.
    seed(data, 1000, 10_000, run.folder)
    ours = accountd(data, "--tls-cert", certificate, "--tls-key", key)
    servers = {"accountd": ours, "accountd, TLS": ours, "gRPC C++": peer("grpc_server"), "grpc-go": peer("grpc-go")}
    if run.with_grpc_swift:
        servers["grpc-swift-2"] = peer("grpc-swift")
    for in_flight in (16, 64):

        def one(name, calls=None):
            server, authority = servers[name], certificate if name == "accountd, TLS" else None
            calls = calls or CALLS.get(name, CALLS_OF_OTHERS)
            return per_million(server, lambda: grpc_load(server.address, data, f"{run.folder}/tokens", 8, in_flight, calls, authority))

        for name in servers:
            one(name, 10_000)
        cost = run.interleave({name: (lambda name=name: one(name)) for name in servers}, f"8x{in_flight}")
        say(f"       8 x {in_flight}: " + ", ".join(f"{name} {value:.1f} s" for name, value in cost.items()) + " of server CPU per million calls")
        run.figure(f"ValidateSession over gRPC, 8 × {in_flight}: of gRPC C++", cost["accountd"] / cost["gRPC C++"], OF_GRPC_CPP, "less")
    for server in set(servers.values()):
        server.stop()


def tell(page, kept):
    page.text(
        "gRPC C++'s own asynchronous client, one completion queue and one thread a connection, drives all of them. It batches less than `rpcload` does, "
        "and so no figure here can be set against one of the ttrpc face. gRPC C++ is an asynchronous server with one completion queue and one thread, which is "
        "where it costs least; grpc-go and grpc-swift-2 are as their libraries start them. All but accountd answer a constant.")
    page.cpu_table(kept, ("8x16", "8x64"), "grpc", "ValidateSession over gRPC")
