"""Connections that say hello in their wire's way, are answered, and then say nothing more."""

import resource
import select
import socket
import struct
import sys
import time

# A call of a method that there is not: every ttrpc server answers it.
TTRPC_HELLO = struct.pack(">IIBB", 6, 1, 1, 0) + b"\x0a\x01x\x12\x01y"
# HTTP/2's preface and empty SETTINGS, and the acknowledgement of the server's.
HTTP2_HELLO = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])
HTTP2_ACK = bytes([0, 0, 0, 4, 1, 0, 0, 0, 0])
SECONDS_TO_ANSWER = 60


def allow_descriptors():
    """As many as the machine lets us have; servers started afterwards inherit it."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class IdleConnections:
    def __init__(self, address, count, http2=False):
        host, port = address.rsplit(":", 1)
        poll, waiting, self.sockets = select.epoll(), {}, []
        for _ in range(count):
            connection = socket.create_connection((host, int(port)), SECONDS_TO_ANSWER)
            connection.sendall(HTTP2_HELLO if http2 else TTRPC_HELLO)
            self.sockets.append(connection)
            waiting[connection.fileno()] = connection
            poll.register(connection, select.EPOLLIN)
        end = time.monotonic() + SECONDS_TO_ANSWER
        while waiting:
            if time.monotonic() > end:
                sys.exit(f"{address}: {len(waiting)} of {count} connections were not answered")
            for descriptor, _ in poll.poll(1):
                connection = waiting.pop(descriptor)
                poll.unregister(connection)
                if not connection.recv(4096):
                    sys.exit(f"{address} closed a connection instead of answering")
                if http2:
                    connection.sendall(HTTP2_ACK)
        poll.close()

    def close(self):
        for connection in self.sockets:
            connection.close()
