"""A mail server's misfortunes, between accountd and a real one. Prints its port.

    proxy.py UPSTREAM-PORT CERTIFICATE KEY CA SEED FAULT=SHARE...

Speaks STARTTLS on both sides, and hands every command through. Faults, each with the share of chances that it takes:
greeting (421), mail (451), rcpt (451), before (closed before the final dot), after (closed when the mail was taken, before
its answer), answer (451 in place of the answer to a mail that was not handed on), strip (STARTTLS taken out of the offer).
"""

import random
import socket
import ssl
import sys
import threading

port, certificate, key, authorities, seed = int(sys.argv[1]), *sys.argv[2:6]
shares = {name: float(share) for name, share in (argument.split("=") for argument in sys.argv[6:])}
chance = random.Random(seed)
inward = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
inward.load_cert_chain(certificate, key)
outward = ssl.create_default_context(cafile=authorities)


def strikes(fault):
    return chance.random() < shares.get(fault, 0)


class Side:
    def __init__(self, connection):
        self.connection = connection
        self.rest = b""

    def secure(self, context, **more):
        self.connection = context.wrap_socket(self.connection, **more)

    def line(self):
        while b"\n" not in self.rest:
            data = self.connection.recv(65536)
            if not data:
                raise EOFError
            self.rest += data
        line, _, self.rest = self.rest.partition(b"\n")
        return line + b"\n"

    def reply(self):
        lines = [self.line()]
        while lines[-1][3:4] == b"-":
            lines.append(self.line())
        return lines

    def send(self, data):
        self.connection.sendall(data)


def without_starttls(reply):
    kept = [line for line in reply if b"STARTTLS" not in line.upper()]
    return kept[:-1] + [kept[-1][:3] + b" " + kept[-1][4:]]


def message(client):
    lines = []
    while True:
        line = client.line()
        if line == b".\r\n":
            return b"".join(lines)
        lines.append(line)


def data(client, server):
    content = message(client)
    if strikes("answer"):
        # RSET isn't possible within DATA: the connection to the real one ends, and so nothing was taken.
        client.send(b"451 4.3.0 try again later\r\n")
        raise EOFError
    if strikes("before"):
        raise EOFError
    server.send(content + b".\r\n")
    reply = b"".join(server.reply())
    if strikes("after"):
        raise EOFError
    client.send(reply)


def serve(client, server):
    greeting = b"".join(server.reply())
    if strikes("greeting"):
        return client.send(b"421 4.3.2 too busy\r\n")
    client.send(greeting)
    while True:
        command = client.line()
        verb = command[:4].upper()
        fault = {b"MAIL": "mail", b"RCPT": "rcpt"}.get(verb)
        if fault and strikes(fault):
            client.send(b"451 4.3.0 try again later\r\n")
            continue
        server.send(command)
        reply = server.reply()
        if verb == b"EHLO" and strikes("strip"):
            reply = without_starttls(reply)
        client.send(b"".join(reply))
        if verb == b"STAR" and reply[0].startswith(b"220"):
            client.secure(inward, server_side=True)
            server.secure(outward, server_hostname="localhost")
        if verb == b"DATA" and reply[0].startswith(b"354"):
            data(client, server)
        if verb == b"QUIT":
            return


def session(connection):
    with connection, socket.create_connection(("127.0.0.1", port)) as upstream:
        client, server = Side(connection), Side(upstream)
        try:
            serve(client, server)
        except (EOFError, OSError):
            pass
        finally:
            for side in (client, server):
                try:
                    side.connection.close()
                except OSError:
                    pass


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), __import__("os")._exit(0)), daemon=True).start()
while True:
    accepted, _ = listener.accept()
    threading.Thread(target=session, args=(accepted,), daemon=True).start()
