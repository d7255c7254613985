"""The contract's story over gRPC, told by Python's grpcio through generated stubs.

Usage: account_story.py ADDRESS SERVICE_TOKEN MAIL_FOLDER PROTO_FOLDER [CA]
Over TLS where the authority is named: grpcio offers h2 by ALPN then, and takes nothing else.
Prints "ok <what>" for each thing that holds, and "passed" at the end.
"""

import os
import sys

import grpc
from common import generate, mailed_token, ok, reason, status_of

address, service_token, mail_folder, proto_folder, *authority = sys.argv[1:]
generate(proto_folder)
from account.v1 import account_pb2, account_pb2_grpc, sessions_pb2, sessions_pb2_grpc  # noqa: E402
from google.rpc import error_details_pb2  # noqa: E402


def connect(**options):
    if not authority:
        return grpc.insecure_channel(address, **options)
    with open(authority[0], "rb") as file:
        return grpc.secure_channel(address, grpc.ssl_channel_credentials(file.read()), **options)


channel = connect()
accounts = account_pb2_grpc.AccountServiceStub(channel)
sessions = sessions_pb2_grpc.SessionsServiceStub(channel)
service = [("service-authorization", f"Bearer {service_token}")]


def owner(token):
    return [*service, ("authorization", f"Bearer {token}")]


def failure(call):
    """The code, and the google.rpc.Status, of a call that must fail."""
    try:
        call()
    except grpc.RpcError as error:
        return error, status_of(error)
    raise SystemExit("it should have failed")


person = f"ines-{os.getpid()}@example.com"
password = "correct horse battery staple"
accounts.SignUp(
    account_pb2.SignUpRequest(
        email=person, password=password, display_name="Inés", time_zone="Europe/Madrid", request_id="signup-1"
    ),
    metadata=service,
)
ok("SignUp")
mailed = mailed_token(mail_folder, person)
accounts.VerifyEmail(account_pb2.VerifyEmailRequest(token=mailed, request_id="v-1"), metadata=service)
ok("VerifyEmail")
signed_in = sessions.SignIn(
    sessions_pb2.SignInRequest(email=person, password=password, user_agent="grpcio"), metadata=service, timeout=30
)
ok("SignIn")
token = signed_in.session_token
account = accounts.GetAccount(account_pb2.GetAccountRequest(), metadata=owner(token)).account
assert (account.display_name, account.email) == ("Inés", person), account
ok("GetAccount")

validate = sessions_pb2.ValidateSessionRequest(session_token=token)
answer = sessions.ValidateSession(validate, metadata=service)
assert answer.account_id == account.id
ok("ValidateSession")
calls = [sessions.ValidateSession.future(validate, metadata=service) for _ in range(500)]
assert all(call.result().session_id == answer.session_id for call in calls)
ok("500 concurrent calls on one connection")

error, status = failure(lambda: sessions.ValidateSession(validate, metadata=[("service-authorization", "Bearer no")]))
assert error.code() == grpc.StatusCode.UNAUTHENTICATED and reason(status) == "SERVICE_UNKNOWN", (error, status)
error, status = failure(
    lambda: sessions.SignIn(sessions_pb2.SignInRequest(email=person, password="wrong horse"), metadata=service)
)
assert error.code() == grpc.StatusCode.UNAUTHENTICATED and reason(status) == "BAD_CREDENTIALS", (error, status)
assert status.message == error.details() and status.code == error.code().value[0]
ok("a failure's code, message and details")

error, status = failure(
    lambda: accounts.UpdateProfile(
        account_pb2.UpdateProfileRequest(time_zone="Mars/Phobos", update_mask={"paths": ["time_zone"]}),
        metadata=owner(token),
    )
)
violations = error_details_pb2.BadRequest()
assert any(detail.Unpack(violations) for detail in status.details)
assert violations.field_violations[0].field == "time_zone", violations
ok("a bad field's details")

unknown = channel.unary_unary("/account.v1.AccountService/NoSuchMethod")
error, status = failure(lambda: unknown(b"", metadata=service))
assert error.code() == grpc.StatusCode.UNIMPLEMENTED and reason(status) == "METHOD_UNKNOWN", error
unknown = channel.unary_unary("/account.v1.NoSuchService/GetAccount")
assert failure(lambda: unknown(b"", metadata=service))[0].code() == grpc.StatusCode.UNIMPLEMENTED
ok("unknown method and service")

raw = channel.unary_unary("/account.v1.SessionsService/ValidateSession")
error, _ = failure(lambda: raw(b"\x0a\x7f\x01", metadata=service))
assert error.code() == grpc.StatusCode.INTERNAL, error
ok("bytes that are no request")

error, _ = failure(lambda: raw(b"x" * (4 << 20 | 1), metadata=service))
assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error
assert sessions.ValidateSession(validate, metadata=service).account_id == account.id
ok("a message too long, and the connection outlives it")

many = [(f"x-filler-{index}", "y" * 200) for index in range(40)]
assert sessions.ValidateSession(validate, metadata=[*service, *many]).account_id == account.id
error, status = failure(lambda: sessions.ValidateSession(validate, metadata=[*service, *many, *many]))
assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED and reason(status) == "METADATA_TOO_LONG", error
ok("metadata, and too much of it")

# A sign-in hashes a password: no machine does that in a millisecond.
error, _ = failure(
    lambda: sessions.SignIn(sessions_pb2.SignInRequest(email=person, password=password), metadata=service, timeout=0.001)
)
assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED, error
ok("a deadline that has passed")

zipped = connect(compression=grpc.Compression.Gzip)
answer = sessions_pb2_grpc.SessionsServiceStub(zipped).ValidateSession(validate, metadata=service)
assert answer.account_id == account.id
bomb = zipped.unary_unary("/account.v1.SessionsService/ValidateSession")
error, _ = failure(lambda: bomb(b"\0" * (5 << 20), metadata=service))
assert error.code() == grpc.StatusCode.RESOURCE_EXHAUSTED, error
deflated = connect(compression=grpc.Compression.Deflate)
error, _ = failure(
    lambda: sessions_pb2_grpc.SessionsServiceStub(deflated).ValidateSession(validate, metadata=service)
)
assert error.code() == grpc.StatusCode.UNIMPLEMENTED, error
ok("gzip, a bomb of it, and an encoding that is not spoken")

stepped = sessions.StepUp(sessions_pb2.StepUpRequest(password=password, request_id="s-1"), metadata=owner(token))
token = stepped.session_token
exported = b"".join(
    piece.chunk.encode() for piece in accounts.ExportData(account_pb2.ExportDataRequest(), metadata=owner(token))
)
assert exported.startswith(b"{") and exported.rstrip().endswith(b"}") and person.encode() in exported
ok("ExportData, a server stream")

stream = accounts.ExportData(account_pb2.ExportDataRequest(), metadata=owner(token))
next(stream)
stream.cancel()
error, _ = failure(lambda: list(accounts.ExportData(account_pb2.ExportDataRequest(), metadata=service)))
assert error.code() == grpc.StatusCode.UNAUTHENTICATED, error
assert sessions.ValidateSession(sessions_pb2.ValidateSessionRequest(session_token=token), metadata=service).account_id
ok("a stream cancelled, and one refused")

print("passed")
