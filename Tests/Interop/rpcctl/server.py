"""A gRPC server by grpcio that knows nothing of accountd: its types are told by reflection only. Prints its port, and ends with its
standard input.

Notes are one line of text each; what the methods do with them is in their names.
"""
import sys
from concurrent import futures

import grpc
from google.protobuf import any_pb2, descriptor_pb2, descriptor_pool, message_factory, timestamp_pb2  # noqa: F401
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_reflection.v1alpha import reflection
from grpc_status import rpc_status

SERVICE = "notes.v1.Notes"


def declare():
    file = descriptor_pb2.FileDescriptorProto(name="notes/v1/notes.proto", package="notes.v1", syntax="proto3")
    file.dependency.append("google/protobuf/timestamp.proto")
    note = file.message_type.add(name="Note")
    kinds = descriptor_pb2.FieldDescriptorProto
    note.field.add(name="text", number=1, type=kinds.TYPE_STRING, label=kinds.LABEL_OPTIONAL)
    note.field.add(name="data", number=2, type=kinds.TYPE_BYTES, label=kinds.LABEL_OPTIONAL)
    note.field.add(
        name="at", number=3, type=kinds.TYPE_MESSAGE, label=kinds.LABEL_OPTIONAL,
        type_name=".google.protobuf.Timestamp")
    note.field.add(name="within", number=4, type=kinds.TYPE_MESSAGE, label=kinds.LABEL_OPTIONAL, type_name=".notes.v1.Note")
    odd = file.message_type.add(name="OddDetail")
    odd.field.add(name="odd", number=1, type=kinds.TYPE_STRING, label=kinds.LABEL_OPTIONAL)
    service = file.service.add(name="Notes")
    for name, requests, answers in [
        ("Echo", False, False), ("Join", True, False), ("Letters", False, True), ("EchoAll", True, True),
        ("Fail", False, False), ("Odd", False, False),
    ]:
        service.method.add(
            name=name, input_type=".notes.v1.Note", output_type=".notes.v1.Note", client_streaming=requests,
            server_streaming=answers)
    pool = descriptor_pool.Default()
    pool.Add(file)
    return (
        message_factory.GetMessageClass(pool.FindMessageTypeByName("notes.v1.Note")),
        message_factory.GetMessageClass(pool.FindMessageTypeByName("notes.v1.OddDetail")),
    )


Note, OddDetail = declare()


def echo(request, context):
    given = dict(context.invocation_metadata())
    context.send_initial_metadata([("first", given.get("note", "-")), ("raw-bin", given.get("raw-bin", b"-"))])
    context.set_trailing_metadata([("last", "bye")])
    return request


def join(requests, context):
    return Note(text=" ".join(note.text for note in requests))


def letters(request, context):
    for letter in request.text:
        yield Note(text=letter)


def echo_all(requests, context):
    for note in requests:
        yield note


def fail(request, context):
    status = status_pb2.Status(code=code_pb2.FAILED_PRECONDITION, message="Not now\u001b[31m, é.")
    for detail in [
        error_details_pb2.ErrorInfo(reason="TOO_EARLY", domain="notes", metadata={"hour": "5"}),
        error_details_pb2.PreconditionFailure(
            violations=[{"type": "HOUR", "subject": "clock", "description": "It is too early."}]),
        error_details_pb2.Help(links=[{"description": "Hours", "url": "https://notes.example/hours"}]),
        error_details_pb2.LocalizedMessage(locale="de", message="Zu früh."), OddDetail(odd="number"),
    ]:
        status.details.add().Pack(detail)
    unknown = any_pb2.Any(type_url="type.googleapis.com/nobody.v1.Knows", value=b"\x01")
    status.details.append(unknown)
    context.abort_with_status(rpc_status.to_status(status))


def odd(request, context):
    return Note(text="a\u001b[2J\u202eb\nc")


def handler(kind, function):
    return kind(function, request_deserializer=Note.FromString, response_serializer=Note.SerializeToString)


server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, {
    "Echo": handler(grpc.unary_unary_rpc_method_handler, echo),
    "Join": handler(grpc.stream_unary_rpc_method_handler, join),
    "Letters": handler(grpc.unary_stream_rpc_method_handler, letters),
    "EchoAll": handler(grpc.stream_stream_rpc_method_handler, echo_all),
    "Fail": handler(grpc.unary_unary_rpc_method_handler, fail),
    "Odd": handler(grpc.unary_unary_rpc_method_handler, odd),
})])
reflection.enable_server_reflection([SERVICE, reflection.SERVICE_NAME], server)
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(port, flush=True)
sys.stdin.read()
server.stop(None)
