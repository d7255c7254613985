"""What Python's own reflection client (grpcio-reflection) makes of a server of which it knows nothing but the address.

Usage: reflected_calls.py HOST PORT SERVICE_TOKEN
Prints every method as service/name, then the categories that a call through the reflected types answers, one a line.
"""

import sys

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

host, port, service_token = sys.argv[1:]
with grpc.insecure_channel(f"{host}:{port}") as channel:
    database = ProtoReflectionDescriptorDatabase(channel)
    pool = DescriptorPool(database)
    for name in sorted(database.get_services()):
        for method in pool.FindServiceByName(name).methods:
            print(f"{name}/{method.name}")
    method = pool.FindMethodByName("account.v1.NotificationsService.ListCategories")
    call = channel.unary_unary(
        "/account.v1.NotificationsService/ListCategories",
        request_serializer=lambda message: message.SerializeToString(),
        response_deserializer=GetMessageClass(method.output_type).FromString)
    answer = call(
        GetMessageClass(method.input_type)(), metadata=[("service-authorization", f"Bearer {service_token}")], timeout=30)
    for category in answer.categories:
        print(category.id)
