// JSON to binary and back, over dynamic messages.
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <cctype>
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

bool ends_with(const std::string &text, const std::string &end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// "preferences[0] enable" and "(preferences[0].enable)" as paths.
std::string path(std::string words) {
    words.erase(std::remove_if(words.begin(), words.end(), [](char c) { return c == '(' || c == ')'; }), words.end());
    std::replace(words.begin(), words.end(), ' ', '.');
    return words;
}

std::string type_name(std::string type) {
    if (type.rfind("TYPE_", 0) == 0) type.erase(0, 5);
    const auto slash = type.rfind('/');
    if (slash != std::string::npos) return type.substr(slash + 1);
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    return type;
}

// libprotobuf's complaint as one line that names the field. The value isn't repeated: it may be a password.
std::string complaint(const gp::util::Status &status, const char *message) {
    std::string text(status.message());
    text = text.substr(0, text.find('\n'));
    const std::string unknown = ": Cannot find field.", invalid = ": invalid value ", type = " for type ";
    if (ends_with(text, unknown))
        return std::string(message) + " has no field \"" + path(text.substr(0, text.size() - unknown.size())) + "\"";
    const auto value = text.find(invalid), wanted = text.rfind(type);
    if (value != std::string::npos && wanted != std::string::npos)
        return "field \"" + path(text.substr(0, value)) + "\" takes another value: its type is " +
               type_name(text.substr(wanted + type.size()));
    if (text.find("Root element must be a message") != std::string::npos) return "the JSON must be an object: {…}";
    return "the JSON doesn't parse: " + text;
}

}  // namespace

pj_result pj_to_binary(
    const pj_schema *schema, const char *name, const char *json, size_t count, const char *fill_field,
    const char *fill_value) {
    return pj::guarded([&] {
        auto message = make(*schema, name);
        if (!message) return pj::failure(std::string("no message is called ") + name);
        const auto status = gp::util::JsonStringToMessage(gp::StringPiece(json, count), message.get());
        if (!status.ok()) return pj::failure(complaint(status, name));
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
