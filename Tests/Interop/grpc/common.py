"""What the scripts beside this one share: stubs made from the .proto files, mailed tokens, statuses, an authenticator."""

import atexit
import base64
import email
import email.policy
import hashlib
import hmac
import os
import pathlib
import re
import shutil
import struct
import sys
import tempfile
import time

from grpc_tools import protoc


def ok(what):
    print("ok", what, flush=True)


def proto_files(proto_folder):
    """Those that a client makes code from: not protobuf's own, which its library has already."""
    files = sorted(str(path.relative_to(proto_folder)) for path in pathlib.Path(proto_folder).rglob("*.proto"))
    return [file for file in files if not file.startswith("google/protobuf/")]


def generate(proto_folder, plugin="grpc_python"):
    """Makes the stubs as any client would, and makes them importable."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    wanted = ["protoc", f"-I{proto_folder}", f"--python_out={folder}", f"--{plugin}_out={folder}"]
    if plugin != "grpc_python":
        program = shutil.which(f"protoc-gen-{plugin}", path=os.path.dirname(sys.executable))
        wanted.append(f"--plugin=protoc-gen-{plugin}={program}")
    own = os.path.join(os.path.dirname(protoc.__file__), "_proto")
    assert protoc.main([*wanted, *proto_files(proto_folder), "-I" + own]) == 0
    sys.path.insert(0, folder)
    # Packages that are installed too are searched in the new folder as well.
    import google
    import grpc

    google.__path__ = [*google.__path__, os.path.join(folder, "google")]
    grpc.__path__ = [*grpc.__path__, os.path.join(folder, "grpc")]
    return folder


def mails(folder, recipient):
    """That recipient's mails, newest first."""
    for path in sorted(pathlib.Path(folder).glob("*.eml"), reverse=True):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if recipient in message["To"]:
            yield message


def body(message):
    return message.get_body(("plain",)).get_content()


def mailed_token(folder, recipient, used=(), seconds=60):
    """The token of the newest mail to that address, of those which are not used."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for message in mails(folder, recipient):
            found = re.search(r"[#?]token=([A-Za-z0-9_-]+)", body(message))
            if found and found.group(1) not in used:
                return found.group(1)
        time.sleep(0.05)
    raise SystemExit("no mail came to " + recipient)


def totp(secret):
    """RFC 6238's code of now, from the base32 secret."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    begin = digest[19] & 15
    return f"{(struct.unpack('>I', digest[begin:begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def status_of(error):
    """The google.rpc.Status that a grpcio error carries."""
    from google.rpc import status_pb2

    status = status_pb2.Status()
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            status.ParseFromString(value)
    return status


def reason(status):
    from google.rpc import error_details_pb2

    for detail in status.details:
        info = error_details_pb2.ErrorInfo()
        if detail.Unpack(info):
            return info.reason
    return None
