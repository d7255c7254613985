"""A real S3 server (SeaweedFS) with versions on, and a faulty proxy in front of it.

world.py WEED FOLDER SEED SHARE prints one line of JSON, {"server": PORT, "proxy": PORT}, and ends, with the server, when its
standard input does. The server asks for no credentials, so that a test can look at what it holds without signing; what accountd
signs is verified elsewhere.

Of the requests that come to the proxy SHARE are spoiled: answered 503 or closed without being passed on, passed on and their
answer lost, or cut in the middle; of the batch deletes 5 % are answered with a 200 that says that each second key failed.
"""

import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request

weed, folder, seed, share = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
chance, lock = random.Random(seed), threading.Lock()


def draw():
    with lock:
        return chance.random()


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


names = ["s3.port", "s3.port.grpc", "master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port",
         "filer.port.grpc"]
ports = dict(zip(names, free_ports(len(names))))
server = ports["s3.port"]
folder.mkdir(parents=True, exist_ok=True)
with open(folder / "log", "wb") as log:
    process = subprocess.Popen(
        [weed, "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false", "-volume.max=20",
         "-master.volumeSizeLimitMB=64", "-s3", "-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0"]
        + [f"-{name}={port}" for name, port in ports.items()],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def ask(method, path, body=None):
    request = urllib.request.Request(f"http://127.0.0.1:{server}{path}", method=method, data=body)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status


def prepare():
    space = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
    ask("PUT", "/recordings")
    ask("PUT", "/recordings?versioning",
        f"<VersioningConfiguration {space}><Status>Enabled</Status></VersioningConfiguration>".encode())
    # The first object makes the server grow its volumes, which takes a while.
    ask("PUT", "/recordings/first", b"x")


def read(stream):
    """One HTTP/1.1 message; empty at the end."""
    head = b""
    while b"\r\n\r\n" not in head:
        line = stream.readline(65536)
        if not line:
            return b""
        head += line
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    if length:
        return head + stream.read(int(length[1]))
    if re.search(rb"(?i)\r\ntransfer-encoding: *chunked", head):
        body = b""
        while True:
            size = stream.readline()
            body += size + stream.read(int(size.split(b";")[0], 16) + 2)
            if int(size.split(b";")[0], 16) == 0:
                return head + body
    return head


def forwarded(request):
    with socket.create_connection(("127.0.0.1", server), timeout=60) as upstream:
        upstream.sendall(request)
        return read(upstream.makefile("rb"))


def refusal(request):
    keys = re.findall(rb"<Key>(.*?)</Key>", request)[::2]
    body = b"<DeleteResult>" + b"".join(
        b"<Error><Key>" + key + b"</Key><Code>InternalError</Code><Message>Later.</Message></Error>" for key in keys
    ) + b"</DeleteResult>"
    return answer(200, body)


def answer(status, body):
    return f"HTTP/1.1 {status} X\r\ncontent-type: application/xml\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


def serve(client):
    stream = client.makefile("rb")
    while request := read(stream):
        if request.startswith(b"POST") and b"?delete" in request.split(b"\r\n")[0] and draw() < 0.05:
            client.sendall(refusal(request))
            continue
        if draw() >= share:
            client.sendall(forwarded(request))
            continue
        fault = draw()
        if fault < 0.4:
            client.sendall(answer(503, b"<Error><Code>SlowDown</Code><Message>Later.</Message></Error>"))
            continue
        if fault < 0.6:
            return
        whole = forwarded(request)
        if fault < 0.8:
            return
        client.sendall(whole[:len(whole) * 2 // 3])
        return


def run(client):
    try:
        with client:
            serve(client)
    except OSError:
        pass


def accept(listener):
    while True:
        client, _ = listener.accept()
        threading.Thread(target=run, args=(client,), daemon=True).start()


try:
    for attempt in range(200):
        try:
            prepare()
            break
        except OSError:
            time.sleep(0.3)
    else:
        sys.exit("the S3 server did not start")
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    threading.Thread(target=accept, args=(listener,), daemon=True).start()
    print(json.dumps({"server": server, "proxy": listener.getsockname()[1]}), flush=True)
    sys.stdin.read()
finally:
    process.kill()
    process.wait()
