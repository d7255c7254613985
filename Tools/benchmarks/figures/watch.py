"""A revocation's way onto every open stream, from when its answer is seen to when the last stream has it."""

import select
import sys
import time

from harness.loads import background
from harness.run import say
from harness.servers import accountd, seed
from harness.wire import Wire


def measure(run):
    data, streams, revocations = f"{run.folder}/watch", 100, 200
    seed(data, 10, 10, run.folder)
    server = accountd(data)
    with open(f"{data}/service-token", "rb") as file:
        token = file.read().strip()
    with open(f"{run.folder}/tokens", "rb") as file:
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
        load = background(
            "mutate", server.address, data, "--connections", 4, "--in-flight", 16, "--tokens", f"{run.folder}/tokens", "--calls",
            10_000_000, "--seconds", 60) if busy else None
        if load:
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
        if load:
            if load.poll() is not None:
                sys.exit("watch: the load ended early")
            load.terminate()
            load.wait()
        late.sort()
        say(f"       {streams} streams, {revocations} revocations, {title}: on the last stream after the answer, in ms: "
            f"p50 {late[len(late) // 2]:.2f}, p99 {late[len(late) * 99 // 100]:.2f}, max {late[-1]:.2f}")
        good &= run.figure(f"a revocation on every stream, {title}, ms at worst", late[-1], 100, "less")
        for wire in by_descriptor.values():
            wire.socket.close()
    server.stop()
    return good
