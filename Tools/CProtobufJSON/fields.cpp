// What a message's fields are, and a message in which all of them have something.
#include <google/protobuf/util/json_util.h>

#include "schema.hpp"

namespace gp = google::protobuf;

namespace {

const char *kind(const gp::FieldDescriptor &field) {
    switch (field.cpp_type()) {
        case gp::FieldDescriptor::CPPTYPE_STRING:
            return field.type() == gp::FieldDescriptor::TYPE_BYTES ? "bytes" : "string";
        case gp::FieldDescriptor::CPPTYPE_BOOL: return "bool";
        case gp::FieldDescriptor::CPPTYPE_ENUM: return "enum";
        case gp::FieldDescriptor::CPPTYPE_MESSAGE: return "message";
        case gp::FieldDescriptor::CPPTYPE_DOUBLE:
        case gp::FieldDescriptor::CPPTYPE_FLOAT: return "float";
        default: return "int";
    }
}

std::string one_line(std::string text) {
    for (auto &character : text)
        if (character == '\n' || character == '\t') character = ' ';
    const auto first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::string line(const gp::FieldDescriptor &field) {
    std::string type, values;
    if (field.message_type() != nullptr) type = field.message_type()->full_name();
    if (const auto *of = field.enum_type()) {
        type = of->full_name();
        for (int v = 0; v < of->value_count(); v++) values += (v == 0 ? "" : ",") + of->value(v)->name();
    }
    gp::SourceLocation location;
    const std::string comment = field.GetSourceLocation(&location) ? one_line(location.leading_comments) : "";
    const char *count = field.is_map() ? "map" : field.is_repeated() ? "repeated" : "one";
    return field.name() + "\t" + kind(field) + "\t" + type + "\t" + count + "\t" + values + "\t" + comment + "\n";
}

void fill(gp::Message &message, const char *left_out, int depth);

void fill_message(gp::Message &message, const gp::FieldDescriptor &field, const gp::Message &around, const char *left_out, int depth) {
    const auto &type = field.message_type()->full_name();
    auto &reflection = *message.GetReflection();
    const auto number = [&](const char *name, int64_t value) {
        const auto *part = message.GetDescriptor()->FindFieldByName(name);
        if (part == nullptr) return;
        if (part->cpp_type() == gp::FieldDescriptor::CPPTYPE_INT64) reflection.SetInt64(&message, part, value);
    };
    if (type == "google.protobuf.Timestamp") return number("seconds", 1767225600);
    if (type == "google.protobuf.Duration") return number("seconds", 60);
    if (type == "google.protobuf.FieldMask") {
        const auto *paths = message.GetDescriptor()->FindFieldByName("paths");
        const auto *beside = around.GetDescriptor();
        for (int f = 0; paths != nullptr && f < beside->field_count(); f++) {
            const auto &other = *beside->field(f);
            if (&other != &field && other.name() != left_out) reflection.AddString(&message, paths, other.name());
        }
        return;
    }
    if (type == "google.protobuf.Any" || type == "google.protobuf.Struct" || type == "google.protobuf.Value") return;
    fill(message, left_out, depth + 1);
}

void fill_field(gp::Message &message, const gp::FieldDescriptor &field, const char *left_out, int depth) {
    const auto &reflection = *message.GetReflection();
    const bool many = field.is_repeated();
    const auto text = field.type() == gp::FieldDescriptor::TYPE_BYTES ? std::string("bytes") : field.name();
    switch (field.cpp_type()) {
        case gp::FieldDescriptor::CPPTYPE_STRING:
            many ? reflection.AddString(&message, &field, text) : reflection.SetString(&message, &field, text);
            break;
        case gp::FieldDescriptor::CPPTYPE_BOOL:
            many ? reflection.AddBool(&message, &field, true) : reflection.SetBool(&message, &field, true);
            break;
        case gp::FieldDescriptor::CPPTYPE_INT32:
            many ? reflection.AddInt32(&message, &field, 1) : reflection.SetInt32(&message, &field, 1);
            break;
        case gp::FieldDescriptor::CPPTYPE_INT64:
            many ? reflection.AddInt64(&message, &field, 1) : reflection.SetInt64(&message, &field, 1);
            break;
        case gp::FieldDescriptor::CPPTYPE_UINT32:
            many ? reflection.AddUInt32(&message, &field, 1) : reflection.SetUInt32(&message, &field, 1);
            break;
        case gp::FieldDescriptor::CPPTYPE_UINT64:
            many ? reflection.AddUInt64(&message, &field, 1) : reflection.SetUInt64(&message, &field, 1);
            break;
        case gp::FieldDescriptor::CPPTYPE_DOUBLE:
            many ? reflection.AddDouble(&message, &field, 0.5) : reflection.SetDouble(&message, &field, 0.5);
            break;
        case gp::FieldDescriptor::CPPTYPE_FLOAT:
            many ? reflection.AddFloat(&message, &field, 0.5F) : reflection.SetFloat(&message, &field, 0.5F);
            break;
        case gp::FieldDescriptor::CPPTYPE_ENUM: {
            const auto *value = field.enum_type()->value(field.enum_type()->value_count() > 1 ? 1 : 0);
            many ? reflection.AddEnum(&message, &field, value) : reflection.SetEnum(&message, &field, value);
            break;
        }
        case gp::FieldDescriptor::CPPTYPE_MESSAGE:
            // A message that holds itself ends somewhere.
            if (depth >= 4) break;
            fill_message(
                many ? *reflection.AddMessage(&message, &field) : *reflection.MutableMessage(&message, &field), field, message,
                left_out, depth);
            break;
    }
}

void fill(gp::Message &message, const char *left_out, int depth) {
    const auto *descriptor = message.GetDescriptor();
    for (int f = 0; f < descriptor->field_count(); f++) {
        const auto &field = *descriptor->field(f);
        const auto *of = field.real_containing_oneof();
        if (field.name() == left_out || (of != nullptr && of->field(0) != &field)) continue;
        fill_field(message, field, left_out, depth);
    }
}

}  // namespace

pj_result pj_fields(const pj_schema *schema, const char *message) {
    return pj::guarded([&] {
        const auto *descriptor = schema->pool.FindMessageTypeByName(message);
        if (descriptor == nullptr) return pj::failure(std::string("no message is called ") + message);
        std::string lines;
        for (int f = 0; f < descriptor->field_count(); f++) lines += line(*descriptor->field(f));
        return pj::answer(lines);
    });
}

pj_result pj_template(const pj_schema *schema, const char *name, const char *left_out) {
    return pj::guarded([&] {
        const auto *descriptor = schema->pool.FindMessageTypeByName(name);
        if (descriptor == nullptr) return pj::failure(std::string("no message is called ") + name);
        std::unique_ptr<gp::Message> message(schema->factory.GetPrototype(descriptor)->New());
        fill(*message, left_out, 0);
        gp::util::JsonPrintOptions options;
        options.add_whitespace = true;
        options.preserve_proto_field_names = true;
        std::string text;
        const auto status = gp::util::MessageToJsonString(*message, &text, options);
        return status.ok() ? pj::answer(text) : pj::failure(std::string(status.message()));
    });
}
