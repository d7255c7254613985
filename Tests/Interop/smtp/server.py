"""A mail server of aiosmtpd's with TLS and AUTH, for tests. Prints its port; keeps each mail that it took as a file.

    server.py FOLDER CERTIFICATE KEY starttls|smtps USER PASSWORD

FOLDER gets N.eml for the Nth mail, and `log`: one JSON object a line about each command worth knowing. A recipient that
begins with "refused" is answered 550.
"""

import email
import json
import socket
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, certificate, key, mode, user, password = sys.argv[1:7]
lock = threading.Lock()
taken = 0


def log(event, session, **more):
    with lock, open(f"{folder}/log", "a") as out:
        out.write(json.dumps({"event": event, "peer": session.peer[1], "tls": session.ssl is not None or mode == "smtps",
                              "user": session.auth_data if session.authenticated else None, **more}) + "\n")


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        log("ehlo", session, name=hostname)
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        log("mail", session)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            log("refused", session)
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global taken
        with lock:
            taken += 1
            number = taken
            with open(f"{folder}/{number:06}.eml", "wb") as out:
                out.write(envelope.original_content)
        message = email.message_from_bytes(envelope.original_content)
        log("taken", session, id=message["Message-ID"], to=envelope.rcpt_tos)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    if not isinstance(data, LoginPassword):
        return AuthResult(success=False, handled=False)
    if (data.login, data.password) != (user.encode(), password.encode()):
        log("denied", session)
        return AuthResult(success=False, handled=False)
    return AuthResult(success=True, auth_data=user)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
options = {"authenticator": authenticate, "auth_required": True, "timeout": 30, "enable_SMTPUTF8": False}


class Server(Controller):
    def factory(self):
        if mode == "smtps":
            return SMTP(self.handler, auth_require_tls=False, **options)
        return SMTP(self.handler, require_starttls=True, tls_context=context, **options)

    def _trigger_server(self):
        """aiosmtpd waits for a first connection, at the port asked for; asked for is 0."""
        socket.create_connection(self.server.sockets[0].getsockname()).close()


controller = Server(Handler(), hostname="127.0.0.1", port=0, ssl_context=context if mode == "smtps" else None)
controller.start()
print(controller.server.sockets[0].getsockname()[1], flush=True)
sys.stdin.read()
controller.stop()
