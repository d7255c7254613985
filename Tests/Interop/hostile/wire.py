"""What the bad clients are made of: connections that write frames themselves, and a caller that behaves."""

import socket
import ssl
import struct
import threading
import time

from hpack import Encoder
from hyperframe.frame import DataFrame, Frame, GoAwayFrame, RstStreamFrame, SettingsFrame

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
# Whatever is to end has ended by then: the settings of the server make it seconds.
PATIENCE = 90
SERVICE, METHOD = "account.v1.NotificationsService", "ListCategories"


class Failed(Exception):
    pass


def address_of(text):
    host, port = text.rsplit(":", 1)
    return host, int(port)


def frame(kind, flags, stream, payload=b"", length=None):
    """A frame as it is told, right or wrong."""
    return struct.pack(">I", len(payload) if length is None else length)[1:] + struct.pack(">BBI", kind, flags, stream) + payload


# What the server knows callers by.
authorization = []


def block(fields=()):
    """A call's header fields, none of which enters the table: the same bytes are good for every stream."""
    own = [(":method", "POST"), (":scheme", "http"), (":path", f"/{SERVICE}/{METHOD}"), (":authority", "localhost"),
           ("te", "trailers"), ("content-type", "application/grpc")]
    return Encoder().encode([(name, value, True) for name, value in [*own, *authorization, *fields]])


def call(stream):
    return frame(1, 4, stream, block()) + frame(0, 1, stream, b"\0\0\0\0\0")


class Peer:
    """A connection, and what came on it."""

    def __init__(self, address, receive_buffer=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(address)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.came = b""

    def send(self, data):
        """False once the server has closed."""
        try:
            self.socket.sendall(data)
            return True
        except (ConnectionError, TimeoutError):
            return False

    def greet(self, settings=None):
        self.send(PREFACE + SettingsFrame(0, settings=settings or {}).serialize())
        return self

    def frames(self):
        """Whole frames, until the connection ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            while len(self.came) >= 9:
                head, length = Frame.parse_frame_header(memoryview(self.came)[:9])
                if len(self.came) < 9 + length:
                    break
                head.parse_body(memoryview(self.came)[9:9 + length])
                self.came = self.came[9 + length:]
                yield head
            try:
                more = self.socket.recv(65536)
            except ConnectionError:
                return
            except TimeoutError:
                break
            if not more:
                return
            self.came += more
        raise Failed("the connection goes on")

    def refused(self, stream=None):
        """How the server ended it: with GOAWAY, by closing, or the one stream with RST_STREAM or an answer that is an error."""
        for got in self.frames():
            if isinstance(got, GoAwayFrame) and got.error_code:
                return f"GOAWAY {got.error_code}"
            if isinstance(got, RstStreamFrame) and stream is not None and got.stream_id == stream:
                return f"RST_STREAM {got.error_code}"
        return "closed"

    def closed(self):
        """Waits until the server has closed, whatever it sends before."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if not self.socket.recv(65536):
                    return "closed"
            except ConnectionError:
                return "closed"
            except TimeoutError:
                break
        raise Failed("the connection goes on")

    def reset(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def secure(address):
    """A TLS connection whose socket can be written past it: the socket, the session and its output."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    peer = Peer(address)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    session = context.wrap_bio(incoming, outgoing)
    while True:
        try:
            session.do_handshake()
            break
        except ssl.SSLWantReadError:
            peer.send(outgoing.read())
            more = peer.socket.recv(65536)
            if not more:
                raise Failed("no TLS")
            incoming.write(more)
    peer.send(outgoing.read())
    return peer, session, outgoing


def text(number, words):
    """A protobuf field of up to 127 bytes."""
    return bytes([number << 3 | 2, len(words)]) + words.encode()


class LiveCaller(threading.Thread):
    """Calls over ttrpc, one call after the other, on a connection of its own, for as long as the bad client is at it."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.peer = Peer(address)
        pair = b"".join(text(1, name) + text(2, value) for name, value in authorization)
        self.request = text(1, SERVICE) + text(2, METHOD) + b"\x2a" + bytes([len(pair)]) + pair
        self.answered, self.failure, self.ends = 0, None, threading.Event()
        self.microseconds = []

    def once(self):
        number = self.answered * 2 + 1
        begin = time.perf_counter()
        self.peer.send(struct.pack(">IIBB", len(self.request), number, 1, 0) + self.request)
        data = self.take(10)
        length, stream, kind, _ = struct.unpack(">IIBB", data)
        body = self.take(length)
        # Field 2 is the payload; 1 would be a status.
        if (stream, kind) != (number, 2) or body[:1] != b"\x12":
            raise Failed(f"a live call is answered by {data + body}")
        self.microseconds.append(int((time.perf_counter() - begin) * 1e6))
        self.answered += 1

    def take(self, count):
        data = b""
        while len(data) < count:
            more = self.peer.socket.recv(count - len(data))
            if not more:
                raise Failed("the live connection is closed")
            data += more
        return data

    def run(self):
        try:
            while not self.ends.is_set():
                self.once()
                self.ends.wait(0.005)
            self.once()
        except (OSError, Failed) as error:
            self.failure = error

    def finish(self):
        self.ends.set()
        self.join(PATIENCE)
        self.peer.close()
        if self.is_alive():
            raise Failed("a live call isn't answered")
        if self.failure:
            raise Failed(f"beside it: {self.failure}")
        return self.answered
