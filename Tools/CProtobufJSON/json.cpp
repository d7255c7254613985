// JSON to binary and back, over dynamic messages.
#include <google/protobuf/util/json_util.h>

#include <memory>

#include "schema.hpp"

namespace gp = google::protobuf;

namespace {

std::unique_ptr<gp::Message> make(const pj_schema &schema, const char *name) {
    const auto *descriptor = schema.pool.FindMessageTypeByName(name);
    if (descriptor == nullptr) return nullptr;
    return std::unique_ptr<gp::Message>(schema.factory.GetPrototype(descriptor)->New());
}

void fill(gp::Message &message, const char *field_name, const char *value) {
    const auto *field = message.GetDescriptor()->FindFieldByName(field_name);
    if (field == nullptr || field->is_repeated() || field->cpp_type() != gp::FieldDescriptor::CPPTYPE_STRING) return;
    if (message.GetReflection()->GetString(message, field).empty())
        message.GetReflection()->SetString(&message, field, value);
}

}  // namespace

pj_result pj_to_binary(
    const pj_schema *schema, const char *name, const char *json, size_t count, const char *fill_field,
    const char *fill_value) {
    return pj::guarded([&] {
        auto message = make(*schema, name);
        if (!message) return pj::failure(std::string("no message is called ") + name);
        const auto status = gp::util::JsonStringToMessage(gp::StringPiece(json, count), message.get());
        if (!status.ok()) return pj::failure(std::string(status.message()));
        if (fill_field != nullptr && fill_value != nullptr) fill(*message, fill_field, fill_value);
        return pj::answer(message->SerializeAsString());
    });
}

pj_result pj_to_json(
    const pj_schema *schema, const char *name, const void *bytes, size_t count, bool pretty, bool complete) {
    return pj::guarded([&] {
        auto message = make(*schema, name);
        if (!message) return pj::failure(std::string("no message is called ") + name);
        if (count > INT32_MAX || !message->ParseFromArray(bytes, static_cast<int>(count)))
            return pj::failure(std::string("the bytes are no ") + name);
        gp::util::JsonPrintOptions options;
        options.add_whitespace = pretty;
        options.always_print_primitive_fields = complete;
        options.preserve_proto_field_names = true;
        std::string text;
        const auto status = gp::util::MessageToJsonString(*message, &text, options);
        if (!status.ok()) return pj::failure(std::string(status.message()));
        return pj::answer(text);
    });
}
