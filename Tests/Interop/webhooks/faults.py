"""A fault proxy in front of the receiver: takes TLS apart, hands the request on, and spoils the answer.

faults.py CERTIFICATE KEY RECEIVER_PORT prints one line of JSON: the port of each fault. Ends with its standard input.
"""

import json
import os
import socket
import ssl
import sys
import threading
import time

certificate, key, receiver = sys.argv[1], sys.argv[2], int(sys.argv[3])
outer = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
outer.load_cert_chain(certificate, key)
inner = ssl.create_default_context()
inner.check_hostname = False
inner.verify_mode = ssl.CERT_NONE


def request(client):
    """The whole request, as far as its length says."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = client.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        more = client.recv(65536)
        if not more:
            break
        data += more
        body += more
    return data


def forwarded(data):
    """What the receiver answers."""
    with socket.create_connection(("127.0.0.1", receiver)) as plain, inner.wrap_socket(plain) as server:
        server.sendall(data.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n", 1))
        answer = b""
        while True:
            more = server.recv(65536)
            if not more:
                return answer
            answer += more


def mute(client):
    """Never says a word, not even TLS."""
    time.sleep(40)


def drop(client):
    """Closes at once."""


def plain(client):
    """No TLS but noise."""
    client.sendall(os.urandom(4096))


def tls(handler):
    def run(client):
        with outer.wrap_socket(client, server_side=True) as secured:
            handler(secured, request(secured))
    return run


def slow(client, data):
    """The receiver answers, but it comes too late."""
    answer = forwarded(data)
    time.sleep(40)
    client.sendall(answer)


def trickle(client, data):
    """The answer's head, a byte a second."""
    for byte in forwarded(data):
        client.sendall(bytes([byte]))
        time.sleep(1)


def closed(client, data):
    """Takes the request and closes without an answer."""


def garbage(client, data):
    client.sendall(b"\x00\xff" + os.urandom(2048) + b"\r\n\r\n")


def lying(client, data):
    """A status that is none."""
    client.sendall(b"HTTP/1.1 two hundred OK\r\ncontent-length: 0\r\n\r\n")


def truncated(client, data):
    """A success that ends before its length."""
    client.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf")


def headers(client, data):
    """Headers without end."""
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        client.sendall(b"x-more: " + b"a" * 8000 + b"\r\n")


def body(client, data):
    """A success with a body without end: its status counts."""
    client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        client.sendall(b"a" * 65536)


def flaky_maker():
    count = [0]
    lock = threading.Lock()

    def flaky(client, data):
        """Hands the request on and loses the first answer: the receiver gets it twice."""
        with lock:
            count[0] += 1
            first = count[0] == 1
        answer = forwarded(data)
        if not first:
            client.sendall(answer)
    return flaky


def storm_maker():
    seen = set()
    lock = threading.Lock()

    def storm(client, data):
        """Spoils the first try of every second event, in all ways by turns: a second failure would wait for minutes."""
        identity = next((line for line in data.lower().split(b"\r\n") if line.startswith(b"webhook-id:")), b"")
        with lock:
            turn = len(seen)
            is_first = identity not in seen
            seen.add(identity)
        if not is_first or turn % 2 == 0:
            return client.sendall(forwarded(data))
        kind = turn // 2 % 5
        if kind == 0:
            return None
        if kind == 1:
            return garbage(client, data)
        if kind == 2:
            return client.sendall(b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n")
        answer = forwarded(data)
        if kind == 3:
            return client.sendall(answer[:len(answer) // 2])
        return None
    return storm


FAULTS = {
    "mute": mute, "drop": drop, "plain": plain, "slow": tls(slow), "trickle": tls(trickle), "closed": tls(closed),
    "garbage": tls(garbage), "lying": tls(lying), "truncated": tls(truncated), "headers": tls(headers),
    "body": tls(body), "flaky": tls(flaky_maker()), "storm": tls(storm_maker()),
}


def serve(listener, handler):
    def run(client):
        try:
            with client:
                handler(client)
        except OSError:
            pass
    while True:
        client, _ = listener.accept()
        threading.Thread(target=run, args=(client,), daemon=True).start()


ports = {}
for name, handler in FAULTS.items():
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    ports[name] = listener.getsockname()[1]
    threading.Thread(target=serve, args=(listener, handler), daemon=True).start()
print(json.dumps(ports), flush=True)
sys.stdin.read()
