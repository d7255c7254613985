"""A client of ttrpc that waits for one frame on many connections."""

import socket
import struct
import sys


class Wire:
    """One ttrpc connection, and as much of protobuf as the benchmarks need."""

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
