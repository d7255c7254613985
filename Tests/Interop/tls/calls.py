"""A ttrpc call over TLS by Python's ssl: calls.py PORT CA [CERTIFICATE KEY] [--alpn NAME]. Prints what became of it."""

import argparse
import socket
import ssl
import struct

arguments = argparse.ArgumentParser()
arguments.add_argument("port", type=int)
arguments.add_argument("ca")
arguments.add_argument("certificate", nargs="?")
arguments.add_argument("key", nargs="?")
arguments.add_argument("--alpn")
arguments.add_argument("--tls12", action="store_true")
arguments.add_argument("--http")
given = arguments.parse_args()

context = ssl.create_default_context(cafile=given.ca)
if given.certificate:
    context.load_cert_chain(given.certificate, given.key)
if given.alpn:
    context.set_alpn_protocols(given.alpn.split(","))
if given.tls12:
    context.maximum_version = ssl.TLSVersion.TLSv1_2


def take(tls, count):
    data = b""
    while len(data) < count:
        more = tls.recv(count - len(data))
        if not more:
            raise EOFError("closed")
        data += more
    return data


def field(number, data):
    return bytes([number << 3 | 2, len(data)]) + data


try:
    with socket.create_connection(("127.0.0.1", given.port), timeout=30) as plain:
        with context.wrap_socket(plain, server_hostname="localhost") as tls:
            print("version", tls.version(), "alpn", tls.selected_alpn_protocol())
            if given.http:
                tls.sendall(f"GET {given.http} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
                answer = b""
                while more := tls.recv(65536):
                    answer += more
                print("http", answer.decode())
            else:
                request = field(1, b"account.v1.NotificationsService") + field(2, b"ListCategories")
                tls.sendall(struct.pack(">IIBB", len(request), 1, 1, 0) + request)
                length, stream, kind, flags = struct.unpack(">IIBB", take(tls, 10))
                answer = take(tls, length)
                print("answer", stream, kind, b"SERVICE_UNKNOWN" in answer)
except (OSError, EOFError) as failure:
    print("failed", type(failure).__name__, getattr(failure, "reason", "") or failure)
