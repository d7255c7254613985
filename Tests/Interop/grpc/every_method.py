"""A customer's whole life, sign-up to deletion, in which every method of every service is called once or more, by Python's grpcio
through generated stubs. Which methods there are is read from the descriptors: one that nobody calls here is a failure.

Usage: every_method.py ADDRESS SERVICE_TOKEN MAIL_FOLDER PROTO_FOLDER HOOK_CERTIFICATE HOOK_KEY
The server must take webhooks to 127.0.0.1 with that certificate, and have a public https URL. Prints "ok <what>" for each chapter, and "passed" at the end.
"""

import http.server
import importlib
import itertools
import json
import os
import re
import ssl
import sys
import threading
import time

import grpc
from common import generate, mailed_token, mails, ok, proto_files, reason, status_of, totp

address, service_token, mail_folder, proto_folder, hook_certificate, hook_key = sys.argv[1:]
generate(proto_folder)
from google.protobuf import descriptor_pool, duration_pb2, message_factory  # noqa: E402

service = [("service-authorization", f"Bearer {service_token}")]
# Long enough for any machine; a call that hangs says which it was.
PATIENCE_SECONDS = 120


class Calls:
    """Every method by "Service.Method", and which of them have answered OK."""

    def __init__(self, channel):
        self.methods, self.stubs, self.done = {}, {}, set()
        self.numbers = itertools.count()
        for file in proto_files(proto_folder):
            name = file.removesuffix(".proto").replace("/", ".")
            importlib.import_module(name + "_pb2")
            for service in descriptor_pool.Default().FindFileByName(file).services_by_name.values():
                stub = getattr(importlib.import_module(name + "_pb2_grpc"), service.name + "Stub")(channel)
                for method in service.methods:
                    self.methods[f"{service.name}.{method.name}"] = method
                    self.stubs[f"{service.name}.{method.name}"] = getattr(stub, method.name)

    def begin(self, name, session=None, /, **fields):
        """The answer, or the stream of answers."""
        request = message_factory.GetMessageClass(self.methods[name].input_type)(**fields)
        if "request_id" in request.DESCRIPTOR.fields_by_name:
            request.request_id = f"life-{os.getpid()}-{next(self.numbers)}"
        metadata = [*service, ("authorization", f"Bearer {session}")] if session else service
        try:
            answer = self.stubs[name](request, metadata=metadata, timeout=PATIENCE_SECONDS)
        except grpc.RpcError as error:
            error.add_note(f"in {name}: {status_of(error)}")
            raise
        if not self.methods[name].server_streaming:
            self.done.add(name)
        return answer

    __call__ = begin

    def whole(self, name, session=None, /, **fields):
        """All messages of a stream that ends by itself."""
        messages = list(self.begin(name, session, **fields))
        self.done.add(name)
        return messages

    def watch(self, name, session=None, /, **fields):
        """A stream that goes on until the caller has read enough."""
        return Watch(self, name, self.begin(name, session, **fields))

    def refused(self, name, code, why, session=None, /, **fields):
        try:
            self.begin(name, session, **fields)
        except grpc.RpcError as error:
            assert (error.code(), reason(status_of(error))) == (code, why), (name, error)
            return
        raise SystemExit(f"{name} should have been refused")


class Watch:
    """Cancelled when it has been read, which must end it as CANCELLED."""

    def __init__(self, calls, name, stream):
        self.calls, self.name, self.stream = calls, name, stream

    def until(self, found):
        """The first message that is what is looked for; the deadline of the call ends the search."""
        for message in self.stream:
            if found(message):
                return message
        raise SystemExit(f"{self.name} ended before what was waited for")

    def end(self):
        self.stream.cancel()
        try:
            for _ in self.stream:
                pass
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.CANCELLED, error
        self.calls.done.add(self.name)


class Receiver(http.server.BaseHTTPRequestHandler):
    """The customer's own server for webhooks."""

    came = []

    def do_POST(self):
        Receiver.came.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def receive():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(hook_certificate, hook_key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"https://127.0.0.1:{server.server_address[1]}/hook"


def eventually(what, look):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.05)
    raise SystemExit(f"{what} did not come to pass")


calls = Calls(grpc.insecure_channel(address))
person, other = f"robin-{os.getpid()}@example.com", f"robin.r-{os.getpid()}@example.com"
first, second, third = "correct horse battery staple", "a lantern over the quay", "nine herons, all of them grey"
accounts, security, sessions, notes = "AccountService.", "SecurityService.", "SessionsService.", "NotificationsService."
links = []


def link(recipient):
    """The token of a mail that came and was not looked at yet."""
    links.append(mailed_token(mail_folder, recipient, links))
    return links[-1]


# Sign-up.
calls(accounts + "SignUp", email=person, password=first, display_name="Robin", time_zone="Europe/Berlin")
link(person)
calls(accounts + "ResendVerification", email=person)
proof = link(person)
calls.refused(sessions + "SignIn", grpc.StatusCode.UNAUTHENTICATED, "BAD_CREDENTIALS", email=person, password=first)
account_id = calls(accounts + "VerifyEmail", token=proof).account_id
calls.refused(accounts + "VerifyEmail", grpc.StatusCode.NOT_FOUND, "LINK_INVALID", token=proof)
signed_in = calls(sessions + "SignIn", email=person, password=first, user_agent="grpcio")
token, session_id = signed_in.session_token, signed_in.session.id
assert calls(sessions + "ValidateSession", session_token=token).account_id == account_id
ok("from sign-up to a session")

# Two watches, open until the end. From its first message on, nothing is missed.
revocations = calls.watch(accounts + "WatchRevocations")
activity = calls.watch(accounts + "WatchActivity", token)
for stream in (revocations, activity):
    assert stream.until(lambda message: True).cursor

# Name and address.
calls(accounts + "UpdateProfile", token, display_name="Robin R.", update_mask={"paths": ["display_name"]})
assert calls(accounts + "GetAccount", token).account.display_name == "Robin R."
stepped = calls(sessions + "StepUp", token, password=first)
calls.refused(accounts + "GetAccount", grpc.StatusCode.UNAUTHENTICATED, "SESSION_INVALID", token)
assert stepped.session.id == session_id
token = stepped.session_token
assert calls(accounts + "ChangeEmail", token, new_email=other).account.pending_email == other
assert calls(accounts + "VerifyEmail", token=link(other)).email == other
assert calls(accounts + "GetAccount", account_id=account_id).account.email == other
activity.until(lambda message: any(each.kind == "email.changed" for each in message.activities))
activity.end()
ok("name, address, and what WatchActivity tells of it")

# Password and two-factor.
calls(security + "RequestPasswordReset", email=other)
calls(security + "ResetPassword", token=link(other), new_password=second)
enrolled = calls(security + "EnrollTotp", token)
assert enrolled.qr_svg.startswith("<svg") and enrolled.secret in enrolled.otpauth_uri
codes = list(calls(security + "ConfirmTotp", token, totp_code=totp(enrolled.secret)).recovery_codes)
assert len(codes) == 10
calls(security + "RequestPasswordChange", token)
changed = link(other)
calls.refused(
    security + "ResetPassword", grpc.StatusCode.FAILED_PRECONDITION, "TWO_FACTOR_REQUIRED", token=changed, new_password=third
)
calls(security + "ResetPassword", token=changed, new_password=third, recovery_code=codes.pop())
challenge = calls(sessions + "SignIn", email=other, password=third)
assert challenge.challenge_token and not challenge.session_token
elsewhere = calls(
    sessions + "CompleteSignIn",
    challenge_token=challenge.challenge_token,
    recovery_code=codes.pop(),
    user_agent="grpcio elsewhere",
)
assert elsewhere.session.two_factor
assert calls(security + "GetSecurity", token).security.recovery_codes_left == 8
assert len(calls(security + "RegenerateRecoveryCodes", token).recovery_codes) == 10
reset = calls(security + "ResetTwoFactor", account_id=account_id)
assert reset.account_id == account_id and not reset.already_pending
calls(security + "CancelTwoFactorReset", token)
calls(security + "DisableTotp", token)
assert not calls(security + "GetSecurity", token).security.two_factor_enabled
ok("password and two-factor")

# Sign-ins.
assert {each.id for each in calls(sessions + "ListSessions", token).sessions} == {session_id, elsewhere.session.id}
calls(sessions + "RevokeSession", token, session_id=elsewhere.session.id)
calls.refused(
    sessions + "ValidateSession",
    grpc.StatusCode.UNAUTHENTICATED,
    "BAD_CREDENTIALS",
    session_token=elsewhere.session_token,
)
leaving = calls(sessions + "SignIn", email=other, password=third).session_token
assert calls(sessions + "RevokeOtherSessions", leaving).sessions_revoked == 1
calls(sessions + "SignOut", leaving)
calls.refused(accounts + "GetAccount", grpc.StatusCode.UNAUTHENTICATED, "SESSION_INVALID", leaving)
token = calls(sessions + "SignIn", email=other, password=third).session_token
ok("sign-ins")

# API keys.
minted = calls(security + "MintApiKey", token, name="Nightly crawl", scopes=["sessions.start"])
assert calls(security + "VerifyApiKey", secret=minted.secret).key_id == minted.api_key.id
overlap = duration_pb2.Duration(seconds=3600)
rotated = calls(security + "RotateApiKey", token, key_id=minted.api_key.id, overlap=overlap)
assert {calls(security + "VerifyApiKey", secret=each.secret).key_id for each in (minted, rotated)} == {minted.api_key.id}
assert [each.id for each in calls(security + "ListApiKeys", token).api_keys] == [minted.api_key.id]
calls(security + "RevokeApiKey", token, key_id=minted.api_key.id)
calls.refused(
    security + "VerifyApiKey", grpc.StatusCode.UNAUTHENTICATED, "BAD_CREDENTIALS", secret=rotated.secret
)
ok("API keys")

# What belongs to the account.
profile = calls(accounts + "CreateBrowserProfile", token, name="Shop").browser_profile
driver = calls(
    sessions + "StartDriverSession", account_id=account_id, browser_profile_id=profile.id, label="crawl"
).driver_session
recording = calls(
    accounts + "RegisterRecording",
    account_id=account_id,
    object_key=f"{account_id}/1.webm",
    size_bytes=1 << 33,
    driver_session_id=driver.id,
).recording
calls(sessions + "EndDriverSession", account_id=account_id, driver_session_id=driver.id)
invoice = calls(
    accounts + "RegisterInvoice", account_id=account_id, number="2026-1", currency="EUR", amount_minor=1990
).invoice
assert [each.id for each in calls(accounts + "ListBrowserProfiles", token).browser_profiles] == [profile.id]
assert [each.id for each in calls(sessions + "ListDriverSessions", token).driver_sessions] == [driver.id]
assert [each.size_bytes for each in calls(accounts + "ListRecordings", token).recordings] == [1 << 33]
assert [each.email for each in calls(accounts + "ListInvoices", token).invoices] == [other]
calls(accounts + "DeleteBrowserProfile", token, browser_profile_id=profile.id)
assert not calls(accounts + "ListBrowserProfiles", token).browser_profiles
ok("profiles, driver sessions, recordings, invoices")

# Mails.
assert {each.id for each in calls(notes + "ListCategories").categories} >= {"tips", "password_reset"}
calls(notes + "UpdatePreferences", token, preferences=[{"category": "tips", "enabled": False}])
unwanted = calls(notes + "SendEmail", account_id=account_id, category="tips").email
assert unwanted.DESCRIPTOR.fields_by_name["state"].enum_type.values_by_number[unwanted.state].name.endswith("SUPPRESSED")
sent = calls(notes + "SendEmail", account_id=account_id, category="usage_summary").email
click = eventually(
    "a mail with List-Unsubscribe",
    lambda: next(
        (
            re.search(r"token=(uns_[A-Za-z0-9_-]+)", message["List-Unsubscribe"]).group(1)
            for message in mails(mail_folder, other)
            if message["List-Unsubscribe"]
        ),
        None,
    ),
)
assert calls(notes + "Unsubscribe", token=click).category.id == "usage_summary"
preferences = {each.category: each.enabled for each in calls(notes + "GetPreferences", token).preferences}
assert not preferences["usage_summary"] and not preferences["tips"] and preferences["password_reset"]
assert {sent.id, unwanted.id} <= {each.id for each in calls(notes + "ListEmails", token).emails}
ok("mails and preferences")

# Webhooks.
hook = calls(notes + "CreateWebhookEndpoint", token, url=receive(), event_types=["crawl.done"]).webhook_endpoint
assert [each.id for each in calls(notes + "ListWebhookEndpoints", token).webhook_endpoints] == [hook.id]
calls(notes + "RotateWebhookSecret", token, endpoint_id=hook.id)
event = {"account_id": account_id, "event_type": "crawl.done", "payload": json.dumps({"pages": 3})}
(delivery_id,) = calls(notes + "PublishWebhookEvent", **event).delivery_ids


def succeeded():
    listed = calls(notes + "ListWebhookDeliveries", token).webhook_deliveries
    return [each.id for each in listed if each.response_code == 204 and each.attempt_count == len(Receiver.came)]


assert eventually("the delivery", succeeded) == [delivery_id]
assert calls(notes + "RedeliverWebhook", token, delivery_id=delivery_id).webhook_delivery.id == delivery_id
eventually("the second delivery", lambda: len(Receiver.came) >= 2)
assert Receiver.came[0] == Receiver.came[1]
calls(notes + "DeleteWebhookEndpoint", token, endpoint_id=hook.id)
ok("webhooks")

# Activity, export, and the end.
kinds = [each.kind for each in calls(accounts + "ListActivity", token, page_size=200).activities]
assert len(kinds) > 20, kinds
export = "".join(piece.chunk for piece in calls.whole(accounts + "ExportData", token))
assert other in export and len(json.loads(export)) > 5
calls.refused(
    accounts + "DeleteAccount", grpc.StatusCode.INVALID_ARGUMENT, "CONFIRM_EMAIL_MISMATCH", token, confirm_email=person
)
deleted = calls(accounts + "DeleteAccount", token, confirm_email=other)
calls.refused(accounts + "GetAccount", grpc.StatusCode.UNAUTHENTICATED, "SESSION_INVALID", token)
calls.refused(sessions + "SignIn", grpc.StatusCode.UNAUTHENTICATED, "BAD_CREDENTIALS", email=other, password=third)
ended = {minted.api_key.id, elsewhere.session.id, profile.id, driver.id, hook.id, account_id}
told_of = set()
revocations.until(lambda message: told_of.update(each.id for each in message.revocations) or ended <= told_of)
revocations.end()
told = calls(accounts + "GetDeletion", receipt=deleted.receipt)
assert [each.recording_id for each in told.deletion.purges] == [recording.id]
assert [each.id for each in told.deletion.retained] == [invoice.id]
assert told.signature and told.receipt_document
assert calls(accounts + "GetDeletion", account_id=account_id).deletion.account_id == account_id
ok("activity, export, deletion, and what WatchRevocations tells of it")

# Operators.
stats = calls("OperatorService.GetStats").stats
assert {"SignUp", "DeleteAccount"} <= {each.method for each in stats.methods}
watched = calls.watch("OperatorService.WatchStats", interval=duration_pb2.Duration(nanos=100_000_000))
for _ in range(2):
    assert watched.until(lambda message: True).stats.process.threads > 0
watched.end()
assert calls("Health.Check", service="account.v1.AccountService").status == 1
assert all(each.status == 1 for each in calls("Health.List").statuses.values())
health = calls.watch("Health.Watch")
assert health.until(lambda message: True).status == 1
health.end()
ok("statistics and health")

missing = sorted(calls.methods.keys() - calls.done)
assert not missing, f"nobody called {missing}"
ok(f"{len(calls.done)} methods")
print("passed")
