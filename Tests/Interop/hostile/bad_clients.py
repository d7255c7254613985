"""Clients that mean harm, against a running accountd with TLS that takes loopback without it too.

Usage: bad_clients.py ADDRESS SERVICE-TOKEN-FILE [--full] [--seconds S] [CASE ...]
Prints "ok <case>: <how it ended>, <calls answered beside it>" for each, and "passed" at the end. --full: as many as a siege has,
and not as many as a test has time for. --seconds: each again and again for so long.
"""

import argparse
import os
import random
import socket
import struct
import sys
import time

import h2.config
import h2.connection
from hyperframe.frame import (ContinuationFrame, DataFrame, HeadersFrame, PingFrame, RstStreamFrame, SettingsFrame,
                              WindowUpdateFrame)
from wire import PATIENCE, Failed, LiveCaller, Peer, address_of, authorization, block, call, frame, secure

parser = argparse.ArgumentParser()
parser.add_argument("address")
parser.add_argument("service_token", type=lambda name: open(name).read().strip())
parser.add_argument("--full", action="store_true")
parser.add_argument("--seconds", type=float, default=0)
parser.add_argument("cases", nargs="*")
arguments = parser.parse_args()
address = address_of(arguments.address)
authorization.append(("service-authorization", f"Bearer {arguments.service_token}"))
seed = int(os.environ.get("ACCOUNTD_SEED", random.randrange(1 << 32)))
numbers = random.Random(seed)


def scaled(small, full):
    return full if arguments.full else small


def ends(peer, stream=None):
    with peer:
        return peer.refused(stream)


def sent_until_closed(peer, data, times):
    """Sends without reading; True where the server had closed before all was sent."""
    return not all(peer.send(data) for _ in range(times))


def rapid_reset():
    """Streams opened and reset, 10,000 a second; who is sent away comes back."""
    total, stream, head, sent_away = scaled(20_000, 100_000), 1, block(), 0
    peer = Peer(address).greet()
    begin = time.monotonic()
    for number in range(0, total, 100):
        wait = begin + number / 10_000 - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        data = b""
        for _ in range(100):
            data += HeadersFrame(stream, data=head, flags=["END_HEADERS"]).serialize() + RstStreamFrame(stream, error_code=8).serialize()
            stream += 2
        if not peer.send(data):
            sent_away, stream = sent_away + 1, 1
            peer.close()
            peer = Peer(address).greet()
    peer.close()
    if sent_away == 0:
        raise Failed(f"{total} streams were opened and reset")
    return f"sent away {sent_away} times"


def continuation_flood():
    how = []
    for piece in (block([(f"x-{index}", "y" * 1_000) for index in range(8)])[-8_000:], b"\0\1x\1y" * 100, b""):
        peer = Peer(address).greet()
        peer.send(HeadersFrame(1, data=block()).serialize())
        sent_until_closed(peer, ContinuationFrame(1, data=piece).serialize() * 50, scaled(200, 2_000))
        how.append(ends(peer))
    return ", ".join(how)


def hpack_nonsense():
    how = []
    for text in (
        # A name, and a value, of 2^32-1 bytes; a length that never ends; an index beyond the table; a table of 2^32-1 bytes.
        b"\0\x7f\x80\xff\xff\xff\x0f", b"\0\1x\x7f\x80\xff\xff\xff\x0f", b"\0\x7f" + b"\xff" * 200, b"\xff\x80\x01",
        b"\x3f\xe0\xff\xff\xff\x0f", b"\x80", b"\0\x81\xff",
    ):
        peer = Peer(address).greet()
        peer.send(frame(1, 5, 1, text))
        how.append(ends(peer, 1))
    return ", ".join(sorted(set(how)))


def settings_flood():
    return flood(SettingsFrame(0, settings={}).serialize())


def ping_flood():
    return flood(PingFrame(0, opaque_data=b"12345678").serialize())


def flood(one):
    """Nothing of what the server answers is read until it has had enough."""
    peer = Peer(address, receive_buffer=4_096).greet()
    sent_until_closed(peer, one * 100, scaled(500, 5_000))
    return ends(peer)


def window_overflow():
    most = WindowUpdateFrame(0, window_increment=2**31 - 1).serialize()
    how = [ends_after(most + most)]
    head = HeadersFrame(1, data=block(), flags=["END_HEADERS"]).serialize()
    more = WindowUpdateFrame(1, window_increment=2**31 - 1).serialize()
    how.append(ends_after(head + more + more, 1))
    # Every open stream's window would overflow by the settings.
    how.append(ends_after(head + WindowUpdateFrame(1, window_increment=2**30).serialize() + SettingsFrame(0, settings={4: 2**31 - 1}).serialize(), 1))
    how.append(ends_after(frame(8, 0, 0, b"\0\0\0\0")))
    return ", ".join(how)


def ends_after(data, stream=None):
    peer = Peer(address).greet()
    peer.send(data)
    return ends(peer, stream)


def zero_window():
    """Calls whose answers may never be sent. Each is reset in the end, or the connection is closed."""
    streams = set(range(1, 2 * scaled(200, 1_000), 2))
    with Peer(address).greet({SettingsFrame.INITIAL_WINDOW_SIZE: 0}) as peer:
        peer.send(b"".join(call(stream) for stream in sorted(streams)))
        count = len(streams)
        for got in peer.frames():
            if isinstance(got, DataFrame) and got.flow_controlled_length:
                raise Failed("the server sends more than the window has")
            if isinstance(got, RstStreamFrame):
                streams.discard(got.stream_id)
            if not streams:
                return f"{count} streams reset"
    return "closed"


def data_nowhere():
    """DATA on a stream that was never opened, and on one that is over."""
    how = [ends_after(DataFrame(7, data=b"x").serialize())]
    peer = Peer(address).greet()
    peer.send(call(1))
    # Its trailers end it.
    for got in peer.frames():
        if isinstance(got, HeadersFrame) and "END_STREAM" in got.flags:
            break
    # A little of it may have been on its way, and is passed over, as RFC 9113 has it. Not 16 MiB.
    peer.send(DataFrame(1, data=b"x" * 16_384).serialize())
    if not sent_until_closed(peer, DataFrame(1, data=b"x" * 16_384).serialize(), 1_000):
        raise Failed("bytes for a stream that is over are taken without end")
    return ", ".join([*how, "closed"])


def frames_of_no_size():
    """Longer than was agreed on, of 16 MiB, of the wrong length for their kind, and empty ones in a flood."""
    how = []
    for data in (
        frame(0, 0, 1, length=0xFFFFFF), frame(0, 0, 1, b"x" * 16_385), frame(6, 0, 0, b"x"), frame(4, 0, 0, b"xyz"),
        frame(3, 0, 1, b"x"), frame(8, 0, 0, b""), frame(7, 0, 0, b"x"), frame(1, 0x2D, 1, b"\xff"),
    ):
        peer = Peer(address).greet()
        peer.send(data)
        how.append(ends(peer, 1))
    head = HeadersFrame(1, data=block(), flags=["END_HEADERS"]).serialize()
    for one in (frame(0, 0, 1), frame(0, 8, 1, b"\0")):
        peer = Peer(address).greet()
        peer.send(head)
        sent_until_closed(peer, one * 200, scaled(100, 1_000))
        how.append(ends(peer, 1))
    # ttrpc: a frame said to be of 16 MiB is answered, its bytes are awaited and thrown away; then nothing comes.
    peer = Peer(address)
    peer.send(struct.pack(">IIBB", 0xFFFFFF, 1, 1, 0))
    with peer:
        if b"FRAME_TOO_LONG" not in peer.socket.recv(4_096):
            raise Failed("a frame of 16 MiB isn't refused")
    return ", ".join(sorted(set(how)))


def slowloris():
    """One byte every 5 s, of whatever could begin."""
    hello = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
    texts = [b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /healthz HTTP/1.1\r\nhost: x\r\n", struct.pack(">IIBB", 100, 1, 1, 0), hello]
    peers = [Peer(address) for _ in texts]
    open_ones = dict(enumerate(zip(peers, texts)))
    begin, position = time.monotonic(), 0
    while open_ones:
        if time.monotonic() - begin > PATIENCE:
            raise Failed(f"{len(open_ones)} of {len(texts)} go on")
        for index, (peer, text) in list(open_ones.items()):
            if not peer.send(text[position % len(text):][:1]):
                del open_ones[index]
                continue
            peer.socket.settimeout(0.01)
            try:
                if not peer.socket.recv(4_096):
                    del open_ones[index]
            except TimeoutError:
                pass
            except ConnectionError:
                del open_ones[index]
        position += 1
        # What a byte takes is waited in pieces: an end is seen soon.
        time.sleep(5 if arguments.full else 1)
    for peer in peers:
        peer.close()
    return f"closed after {position} bytes"


def half_open():
    """Connected and silent; half a frame, and no more; the writing ended in the middle."""
    count = scaled(200, 2_000)
    peers = [Peer(address) for _ in range(count)]
    for index, peer in enumerate(peers):
        peer.send((b"", b"PRI * HT", b"\0\0\0\x64\0\0\0\1\1\0abc", b"\x16\x03\x01", b"GET / HT")[index % 5])
        if index % 7 == 0:
            peer.socket.shutdown(socket.SHUT_WR)
    for peer in peers:
        peer.closed()
        peer.close()
    return f"{count} closed"


def connect_and_reset():
    count = scaled(5_000, 50_000)
    beginnings = (b"", b"\0", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\n")
    for index in range(count):
        peer = Peer(address)
        peer.send(beginnings[index % len(beginnings)])
        peer.reset()
    return f"{count} connections"


def ids_reused():
    how = []
    for second in (1, 2, 0):
        peer = Peer(address).greet()
        peer.send(call(3) + call(second))
        how.append(ends(peer, second))
    peer = Peer(address).greet()
    peer.send(call(3) + call(3))
    how.append(ends(peer, 3))
    return ", ".join(how)


def tls_garbage():
    how = []
    for data in (
        b"\x16\x03\x01\xff\xff" + b"\xff" * 65_535, b"\x16\x03\x01\x00\x00" * 1_000, b"\x16\x03\x03\x00\x04\x01\xff\xff\xff" + b"x" * 100,
        b"\x16\x03\x01\x40\x00\x01\x00\x3f\xfc" + numbers.randbytes(16_380),
    ):
        peer = Peer(address)
        peer.send(data)
        with peer:
            how.append(peer.closed())
    for garbage in (b"\x17\x03\x03\x00\x40" + numbers.randbytes(64), b"\x17\x03\x03\xff\xff" + numbers.randbytes(65_535),
                    b"\x15\x03\x03\x00\x02\x02\x28", numbers.randbytes(1_000)):
        peer, session, outgoing = secure(address)
        session.write(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        peer.send(outgoing.read() + garbage)
        with peer:
            how.append(peer.closed())
    return f"{len(how)} closed"


def frames_at_random():
    """Frames of the right shape and random content, and right ones of h2's that were changed on the way."""
    for _ in range(scaled(200, 5_000)):
        peer = Peer(address)
        client = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True))
        client.initiate_connection()
        client.send_headers(1, [(":method", "POST"), (":scheme", "http"), (":path", "/x/y"), (":authority", "x"), ("content-type", "application/grpc")])
        client.send_data(1, numbers.randbytes(numbers.randrange(200)), end_stream=True)
        data = bytearray(client.data_to_send())
        for _ in range(numbers.randrange(1, 8)):
            data[numbers.randrange(24, len(data))] = numbers.randrange(256)
        for _ in range(numbers.randrange(20)):
            data += frame(numbers.randrange(12), numbers.randrange(256), numbers.randrange(6), numbers.randbytes(numbers.randrange(60)))
        peer.send(bytes(data))
        peer.socket.shutdown(socket.SHUT_WR)
        with peer:
            peer.closed()
    return f"all closed, seed {seed}"


CASES = [rapid_reset, continuation_flood, hpack_nonsense, settings_flood, ping_flood, window_overflow, zero_window, data_nowhere,
         frames_of_no_size, slowloris, half_open, connect_and_reset, ids_reused, tls_garbage, frames_at_random]


def main():
    for case in CASES:
        if arguments.cases and case.__name__ not in arguments.cases:
            continue
        live = LiveCaller(address)
        live.start()
        try:
            begin = time.monotonic()
            how = case()
            while time.monotonic() - begin < arguments.seconds:
                how = case()
            answered = live.finish()
        except (Failed, OSError) as failure:
            sys.exit(f"FAILED {case.__name__}, seed {seed}: {failure!r}")
        print(f"ok {case.__name__}: {how}; {answered} calls answered beside it, {time.monotonic() - begin:.1f} s", flush=True)
    print("passed")


main()
