// google.rpc's messages about errors, as Google's own file declares them.
#include "schema.hpp"

namespace gp = google::protobuf;

namespace {

struct field {
    const char *name;
    // NULL: text.
    const char *type;
    bool repeated;
};

void add(gp::DescriptorProto &message, int number, const field &wanted) {
    auto *field = message.add_field();
    field->set_name(wanted.name);
    field->set_number(number);
    field->set_label(
        wanted.repeated ? gp::FieldDescriptorProto::LABEL_REPEATED : gp::FieldDescriptorProto::LABEL_OPTIONAL);
    if (wanted.type == nullptr) {
        field->set_type(gp::FieldDescriptorProto::TYPE_STRING);
    } else {
        field->set_type(gp::FieldDescriptorProto::TYPE_MESSAGE);
        field->set_type_name(wanted.type);
    }
}

gp::DescriptorProto &add(gp::DescriptorProto *message, const char *name, std::initializer_list<field> fields) {
    message->set_name(name);
    int number = 0;
    for (const auto &each : fields) add(*message, ++number, each);
    return *message;
}

void declare(gp::FileDescriptorProto &file) {
    file.set_name("google/rpc/error_details.proto");
    file.set_package("google.rpc");
    file.set_syntax("proto3");
    file.add_dependency("google/protobuf/duration.proto");
    auto &info = add(
        file.add_message_type(), "ErrorInfo",
        {{"reason", nullptr, false}, {"domain", nullptr, false}, {"metadata", ".google.rpc.ErrorInfo.MetadataEntry", true}});
    auto &entry = add(info.add_nested_type(), "MetadataEntry", {{"key", nullptr, false}, {"value", nullptr, false}});
    entry.mutable_options()->set_map_entry(true);
    add(file.add_message_type(), "RetryInfo", {{"retry_delay", ".google.protobuf.Duration", false}});
    add(file.add_message_type(), "DebugInfo", {{"stack_entries", nullptr, true}, {"detail", nullptr, false}});
    auto &quota = add(
        file.add_message_type(), "QuotaFailure", {{"violations", ".google.rpc.QuotaFailure.Violation", true}});
    add(quota.add_nested_type(), "Violation", {{"subject", nullptr, false}, {"description", nullptr, false}});
    auto &precondition = add(
        file.add_message_type(), "PreconditionFailure",
        {{"violations", ".google.rpc.PreconditionFailure.Violation", true}});
    add(precondition.add_nested_type(), "Violation",
        {{"type", nullptr, false}, {"subject", nullptr, false}, {"description", nullptr, false}});
    add(file.add_message_type(), "LocalizedMessage", {{"locale", nullptr, false}, {"message", nullptr, false}});
    auto &request = add(
        file.add_message_type(), "BadRequest",
        {{"field_violations", ".google.rpc.BadRequest.FieldViolation", true}});
    add(request.add_nested_type(), "FieldViolation",
        {{"field", nullptr, false},
         {"description", nullptr, false},
         {"reason", nullptr, false},
         {"localized_message", ".google.rpc.LocalizedMessage", false}});
    add(file.add_message_type(), "RequestInfo", {{"request_id", nullptr, false}, {"serving_data", nullptr, false}});
    add(file.add_message_type(), "ResourceInfo",
        {{"resource_type", nullptr, false},
         {"resource_name", nullptr, false},
         {"owner", nullptr, false},
         {"description", nullptr, false}});
    auto &help = add(file.add_message_type(), "Help", {{"links", ".google.rpc.Help.Link", true}});
    add(help.add_nested_type(), "Link", {{"description", nullptr, false}, {"url", nullptr, false}});
}

}  // namespace

pj_schema *pj_open_details(pj_result *error) {
    pj_schema *opened = nullptr;
    *error = pj::guarded([&] {
        auto schema = std::make_unique<pj_schema>();
        declare(*schema->files.add_file());
        const auto loaded = pj::load(*schema);
        if (loaded.error == nullptr) opened = schema.release();
        return loaded;
    });
    return opened;
}
