"""Calls by grpclib, a gRPC client on a pure-Python HTTP/2 (`h2`), through the stubs that its own generator makes.

Usage: grpclib_calls.py HOST PORT SERVICE_TOKEN MAIL_FOLDER PROTO_FOLDER [CA]
Over TLS where the authority is named. Prints "ok <what>" for each thing that holds, and "passed" at the end.
"""

import asyncio
import os
import ssl
import sys

from common import generate, mailed_token, ok
from grpclib.client import Channel
from grpclib.const import Status
from grpclib.exceptions import GRPCError, StreamTerminatedError
from grpclib.metadata import Deadline

host, port, service_token, mail_folder, proto_folder, *authority = sys.argv[1:]
generate(proto_folder, plugin="grpclib_python")
from account.v1 import account_grpc, account_pb2, notifications_grpc, notifications_pb2  # noqa: E402
from account.v1 import sessions_grpc, sessions_pb2  # noqa: E402
from google.rpc import error_details_pb2  # noqa: E402

service = {"service-authorization": f"Bearer {service_token}"}


def secure():
    if not authority:
        return None
    context = ssl.create_default_context(cafile=authority[0])
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["h2"])
    return context


class Soon(Deadline):
    """What the request says, whatever the clock says meanwhile."""

    def time_remaining(self):
        return 1e-6


async def failure(call):
    try:
        await call
    except GRPCError as error:
        return error
    raise SystemExit("it should have failed")


def detail(error, kind):
    """grpclib unpacks the details itself, where it knows their types."""
    return next(each for each in error.details if isinstance(each, kind))


async def story(channel):
    accounts = account_grpc.AccountServiceStub(channel)
    sessions = sessions_grpc.SessionsServiceStub(channel)
    notes = notifications_grpc.NotificationsServiceStub(channel)

    listed = await notes.ListCategories(notifications_pb2.ListCategoriesRequest(), metadata=service)
    assert len(listed.categories) == 11, listed
    if authority:
        chosen = channel._protocol.connection._transport.get_extra_info("ssl_object")
        assert (chosen.selected_alpn_protocol(), chosen.version()) == ("h2", "TLSv1.3")
    ok("a unary call")

    person, password = f"noor-{os.getpid()}@example.com", "correct horse battery staple"
    await accounts.SignUp(
        account_pb2.SignUpRequest(email=person, password=password, display_name="نور"), metadata=service
    )
    mailed = mailed_token(mail_folder, person)
    await accounts.VerifyEmail(account_pb2.VerifyEmailRequest(token=mailed), metadata=service)
    signed_in = await sessions.SignIn(
        sessions_pb2.SignInRequest(email=person, password=password), metadata=service, timeout=60
    )
    owner = {**service, "authorization": f"Bearer {signed_in.session_token}"}
    account = (await accounts.GetAccount(account_pb2.GetAccountRequest(), metadata=owner)).account
    assert (account.email, account.display_name) == (person, "نور"), account
    ok("from sign-up to GetAccount")

    validate = sessions_pb2.ValidateSessionRequest(session_token=signed_in.session_token)
    answers = await asyncio.gather(*(sessions.ValidateSession(validate, metadata=service) for _ in range(300)))
    assert all(answer.account_id == account.id for answer in answers)
    ok("300 concurrent calls on one connection")

    pieces = await accounts.ExportData(account_pb2.ExportDataRequest(), metadata=owner)
    export = "".join(piece.chunk for piece in pieces)
    assert export.startswith("{") and export.rstrip().endswith("}") and person in export
    ok("a server stream")

    async with accounts.WatchActivity.open(metadata=owner) as stream:
        await stream.send_message(account_pb2.WatchActivityRequest(), end=True)
        assert (await stream.recv_message()).cursor
        await stream.cancel()
    assert (await sessions.ValidateSession(validate, metadata=service)).account_id == account.id
    ok("a stream cancelled, and the connection outlives it")

    wrong = sessions_pb2.SignInRequest(email=person, password="wrong horse")
    error = await failure(sessions.SignIn(wrong, metadata=service, timeout=60))
    assert error.status is Status.UNAUTHENTICATED, error
    assert detail(error, error_details_pb2.ErrorInfo).reason == "BAD_CREDENTIALS", error
    zone = account_pb2.UpdateProfileRequest(time_zone="Mars/Phobos", update_mask={"paths": ["time_zone"]})
    error = await failure(accounts.UpdateProfile(zone, metadata=owner))
    assert error.status is Status.INVALID_ARGUMENT and error.message, error
    assert detail(error, error_details_pb2.BadRequest).field_violations[0].field == "time_zone", error
    ok("errors' details")

    # A sign-in hashes a password: no machine does that in a millisecond. Who notices first, the client or the server, is open.
    late = sessions_pb2.SignInRequest(email=person, password=password)
    try:
        await sessions.SignIn(late, metadata=service, timeout=0.001)
        raise SystemExit("it should have been too late")
    except asyncio.TimeoutError:
        pass
    except GRPCError as error:
        assert error.status is Status.DEADLINE_EXCEEDED, error
    except StreamTerminatedError:
        pass
    # Here the client has no clock of its own, so that it is the server who ends the call.
    async with sessions.SignIn.open(metadata=service) as stream:
        stream._deadline = Soon(_timestamp=0)
        await stream.send_message(late, end=True)
        error = await failure(stream.recv_message())
        assert error.status is Status.DEADLINE_EXCEEDED, error
    ok("a deadline that has passed")


async def main():
    channel = Channel(host, int(port), ssl=secure())
    try:
        await asyncio.wait_for(story(channel), 240)
    finally:
        channel.close()


asyncio.run(main())
print("passed")
