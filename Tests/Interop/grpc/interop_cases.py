"""The cases of gRPC's interoperability test descriptions that a server can be held to, by Python's grpcio.

Usage: interop_cases.py ADDRESS
Prints "ok <case>" for each, and "passed" at the end. The protos are those of Debian's package grpc-proto.
"""

import sys
import tempfile
import threading

import grpc
from grpc_tools import protoc

address = sys.argv[1]


def generate():
    folder = tempfile.mkdtemp()
    files = [f"grpc/testing/{name}.proto" for name in ("empty", "messages", "test")]
    wanted = ["protoc", "-I/usr/share/grpc-proto", f"--python_out={folder}", f"--grpc_python_out={folder}", *files]
    assert protoc.main(wanted) == 0
    grpc.__path__ = [*grpc.__path__, folder + "/grpc"]


generate()
from grpc.testing import empty_pb2, messages_pb2, test_pb2_grpc  # noqa: E402

channel = grpc.insecure_channel(address)
stub = test_pb2_grpc.TestServiceStub(channel)
LIMIT = 60


def payload(size):
    return messages_pb2.Payload(body=b"\0" * size)


def output(*sizes, **more):
    parameters = [messages_pb2.ResponseParameters(size=size) for size in sizes]
    return messages_pb2.StreamingOutputCallRequest(response_parameters=parameters, **more)


def failure(call):
    try:
        call()
    except grpc.RpcError as error:
        return error
    raise AssertionError("it should have failed")


class Requests:
    """An iterator whose items come when they are put in."""

    def __init__(self):
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.items.append(item)
            self.changed.notify()

    def __iter__(self):
        return self

    def __next__(self):
        with self.changed:
            self.changed.wait_for(lambda: self.items, timeout=LIMIT)
            item = self.items.pop(0)
        if item is None:
            raise StopIteration
        return item


def empty_unary():
    assert stub.EmptyCall(empty_pb2.Empty(), timeout=LIMIT) == empty_pb2.Empty()


def large_unary():
    request = messages_pb2.SimpleRequest(response_size=314159, payload=payload(271828))
    assert stub.UnaryCall(request, timeout=LIMIT).payload == payload(314159)


def client_streaming():
    sizes = (27182, 8, 1828, 45904)
    requests = (messages_pb2.StreamingInputCallRequest(payload=payload(size)) for size in sizes)
    assert stub.StreamingInputCall(requests, timeout=LIMIT).aggregated_payload_size == 74922


def server_streaming():
    sizes = (31415, 9, 2653, 58979)
    answers = list(stub.StreamingOutputCall(output(*sizes), timeout=LIMIT))
    assert [len(answer.payload.body) for answer in answers] == list(sizes)


PING_PONG = ((31415, 27182), (9, 8), (2653, 1828), (58979, 45904))


def ping_pong():
    requests = Requests()
    answers = stub.FullDuplexCall(requests, timeout=LIMIT)
    for size, sent in PING_PONG:
        requests.put(output(size, payload=payload(sent)))
        assert len(next(answers).payload.body) == size
    requests.put(None)
    assert list(answers) == []


def half_duplex():
    requests = iter([output(size) for size, _ in PING_PONG])
    answers = list(stub.HalfDuplexCall(requests, timeout=LIMIT))
    assert [len(answer.payload.body) for answer in answers] == [size for size, _ in PING_PONG]


def empty_stream():
    assert list(stub.FullDuplexCall(iter([]), timeout=LIMIT)) == []


def cancel_after_begin():
    call = stub.StreamingInputCall.future(Requests(), timeout=LIMIT)
    call.cancel()
    assert call.cancelled() and call.code() is grpc.StatusCode.CANCELLED


def cancel_after_first_response():
    requests = Requests()
    answers = stub.FullDuplexCall(requests, timeout=LIMIT)
    requests.put(output(31415, payload=payload(27182)))
    assert len(next(answers).payload.body) == 31415
    answers.cancel()
    assert failure(lambda: next(answers)).code() is grpc.StatusCode.CANCELLED


def timeout_on_sleeping_server():
    requests = Requests()
    answers = stub.FullDuplexCall(requests, timeout=0.001)
    requests.put(messages_pb2.StreamingOutputCallRequest(payload=payload(27182)))
    assert failure(lambda: list(answers)).code() is grpc.StatusCode.DEADLINE_EXCEEDED


def deadline_of_the_server():
    # The client waits on; it is the server that ends the call, by grpc-timeout.
    requests = Requests()
    answers = stub.FullDuplexCall(requests, metadata=[], timeout=0.3)
    requests.put(output(9))
    assert len(next(answers).payload.body) == 9
    assert failure(lambda: next(answers)).code() is grpc.StatusCode.DEADLINE_EXCEEDED


INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
ECHO = [(INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab")]


def check_echo(call):
    assert dict(call.initial_metadata())[INITIAL] == ECHO[0][1]
    assert dict(call.trailing_metadata())[TRAILING] == ECHO[1][1]


def custom_metadata():
    request = messages_pb2.SimpleRequest(response_size=314159, payload=payload(271828))
    answer, call = stub.UnaryCall.with_call(request, metadata=ECHO, timeout=LIMIT)
    assert len(answer.payload.body) == 314159
    check_echo(call)
    requests = iter([output(314159, payload=payload(271828))])
    answers = stub.FullDuplexCall(requests, metadata=ECHO, timeout=LIMIT)
    assert len(next(answers).payload.body) == 314159
    assert list(answers) == []
    check_echo(answers)


def check_status(code, message):
    status = messages_pb2.EchoStatus(code=code, message=message)
    error = failure(lambda: stub.UnaryCall(messages_pb2.SimpleRequest(response_status=status), timeout=LIMIT))
    assert (error.code().value[0], error.details()) == (code, message), error
    requests = iter([output(response_status=status)])
    error = failure(lambda: list(stub.FullDuplexCall(requests, timeout=LIMIT)))
    assert (error.code().value[0], error.details()) == (code, message), error


def status_code_and_message():
    check_status(2, "test status message")


def special_status_message():
    check_status(2, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")


def unimplemented_method():
    error = failure(lambda: stub.UnimplementedCall(empty_pb2.Empty(), timeout=LIMIT))
    assert error.code() is grpc.StatusCode.UNIMPLEMENTED


def unimplemented_service():
    absent = test_pb2_grpc.UnimplementedServiceStub(channel)
    error = failure(lambda: absent.UnimplementedCall(empty_pb2.Empty(), timeout=LIMIT))
    assert error.code() is grpc.StatusCode.UNIMPLEMENTED


def client_compressed_unary():
    probe = messages_pb2.SimpleRequest(expect_compressed={"value": True}, response_size=314159, payload=payload(271828))
    error = failure(lambda: stub.UnaryCall(probe, compression=grpc.Compression.NoCompression, timeout=LIMIT))
    assert error.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert len(stub.UnaryCall(probe, compression=grpc.Compression.Gzip, timeout=LIMIT).payload.body) == 314159
    probe.expect_compressed.value = False
    assert len(stub.UnaryCall(probe, timeout=LIMIT).payload.body) == 314159


def server_compressed_unary():
    for compressed in (True, False):
        request = messages_pb2.SimpleRequest(
            response_compressed={"value": compressed}, response_size=314159, payload=payload(271828)
        )
        assert len(stub.UnaryCall(request, timeout=LIMIT).payload.body) == 314159


def compressed_streams():
    requests = [
        messages_pb2.StreamingInputCallRequest(expect_compressed={"value": True}, payload=payload(27182)),
        messages_pb2.StreamingInputCallRequest(payload=payload(45904)),
    ]
    call = stub.StreamingInputCall
    assert call(iter(requests), compression=grpc.Compression.Gzip, timeout=LIMIT).aggregated_payload_size == 73086
    parameters = [
        messages_pb2.ResponseParameters(size=31415, compressed={"value": True}),
        messages_pb2.ResponseParameters(size=92653, compressed={"value": False}),
    ]
    request = messages_pb2.StreamingOutputCallRequest(response_parameters=parameters)
    answers = list(stub.StreamingOutputCall(request, timeout=LIMIT))
    assert [len(answer.payload.body) for answer in answers] == [31415, 92653]


def flow_control():
    # Far more than any window, both ways, and nobody reads until all is on its way.
    sizes = [1 << 20] * 24
    answers = stub.StreamingOutputCall(output(*sizes), timeout=LIMIT)
    assert stub.EmptyCall(empty_pb2.Empty(), timeout=LIMIT) == empty_pb2.Empty()
    assert sum(len(answer.payload.body) for answer in answers) == 24 << 20
    requests = (messages_pb2.StreamingInputCallRequest(payload=payload(1 << 20)) for _ in range(24))
    assert stub.StreamingInputCall(requests, timeout=LIMIT).aggregated_payload_size == 24 << 20


CASES = [
    empty_unary, large_unary, client_streaming, server_streaming, ping_pong, half_duplex, empty_stream,
    cancel_after_begin, cancel_after_first_response, timeout_on_sleeping_server, deadline_of_the_server,
    custom_metadata, status_code_and_message, special_status_message, unimplemented_method, unimplemented_service,
    client_compressed_unary, server_compressed_unary, compressed_streams, flow_control,
]  # fmt: skip

for case in CASES:
    case()
    print("ok", case.__name__, flush=True)
# The connection has lived through all of it.
empty_unary()
print("passed")
