// Opening a schema, and describing what is in it.
#include "schema.hpp"

#include <cctype>
#include <cstdlib>
#include <cstring>

namespace gp = google::protobuf;

namespace pj {

pj_result answer(const std::string &text) noexcept {
    auto *copy = static_cast<uint8_t *>(std::malloc(text.size() + 1));
    if (copy == nullptr) return {nullptr, 0, nullptr};
    std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = 0;
    return {copy, text.size(), nullptr};
}

pj_result failure(const std::string &why) noexcept {
    pj_result copied = answer(why);
    return {nullptr, 0, reinterpret_cast<char *>(copied.bytes)};
}

pj_result load(pj_schema &schema) {
    for (const auto &file : schema.files.file())
        if (!schema.given.Add(file)) return failure(file.name() + " does not fit with the files before it");
    for (const auto &file : schema.files.file())
        if (schema.pool.FindFileByName(file.name()) == nullptr)
            return failure(file.name() + " can't be used: it, or a file that it imports, is wrong or missing");
    return {nullptr, 0, nullptr};
}

namespace {

bool named(const std::string &full_name, const std::string &wanted) {
    if (full_name == wanted) return true;
    return full_name.size() > wanted.size() && full_name[full_name.size() - wanted.size() - 1] == '.' &&
           full_name.compare(full_name.size() - wanted.size(), wanted.size(), wanted) == 0;
}

gp::DebugStringOptions with_comments() {
    gp::DebugStringOptions options;
    options.include_comments = true;
    return options;
}

// Without json_name, which protoc writes beside every field, and without the dot before full names.
std::string tidy(std::string text) {
    const std::string option = " [json_name = \"";
    for (auto at = text.find(option); at != std::string::npos; at = text.find(option, at)) {
        const auto end = text.find("\"]", at + option.size());
        if (end == std::string::npos) break;
        text.erase(at, end + 2 - at);
    }
    std::string out;
    for (size_t at = 0; at < text.size(); at++) {
        const bool before = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
        const bool after = at + 1 < text.size() && std::isalpha(static_cast<unsigned char>(text[at + 1]));
        if (text[at] == '.' && before && after) continue;
        out += text[at];
    }
    return out;
}

// A method's comment in one line.
std::string comment(const gp::MethodDescriptor &method) {
    gp::SourceLocation location;
    if (!method.GetSourceLocation(&location)) return "";
    std::string text = location.leading_comments;
    for (auto &character : text)
        if (character == '\n' || character == '\t') character = ' ';
    const auto first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::string describe_method(const gp::MethodDescriptor &method) {
    std::string text = "// " + method.service()->full_name() + "/" + method.name() + "\n";
    text += method.DebugStringWithOptions(with_comments()) + "\n";
    text += method.input_type()->DebugStringWithOptions(with_comments()) + "\n";
    return text + method.output_type()->DebugStringWithOptions(with_comments());
}

std::string describe_in_file(const gp::FileDescriptor &file, const std::string &wanted) {
    for (int s = 0; s < file.service_count(); s++) {
        const auto &service = *file.service(s);
        if (named(service.full_name(), wanted)) return service.DebugStringWithOptions(with_comments());
        for (int m = 0; m < service.method_count(); m++)
            if (named(service.method(m)->full_name(), wanted)) return describe_method(*service.method(m));
    }
    for (int m = 0; m < file.message_type_count(); m++)
        if (named(file.message_type(m)->full_name(), wanted))
            return file.message_type(m)->DebugStringWithOptions(with_comments());
    for (int e = 0; e < file.enum_type_count(); e++)
        if (named(file.enum_type(e)->full_name(), wanted))
            return file.enum_type(e)->DebugStringWithOptions(with_comments());
    return "";
}

}  // namespace
}  // namespace pj

void pj_free(pj_result result) {
    std::free(result.bytes);
    std::free(result.error);
}

pj_schema *pj_open(const void *set, size_t count, pj_result *error) {
    pj_schema *opened = nullptr;
    *error = pj::guarded([&] {
        gp::SetLogHandler(nullptr);
        auto schema = std::make_unique<pj_schema>();
        if (!schema->files.ParseFromArray(set, static_cast<int>(count)))
            return pj::failure("the descriptor set is no FileDescriptorSet");
        const auto loaded = pj::load(*schema);
        if (loaded.error == nullptr) opened = schema.release();
        return loaded;
    });
    return opened;
}

void pj_close(pj_schema *schema) { delete schema; }

pj_result pj_methods(const pj_schema *schema) {
    return pj::guarded([&] {
        std::string lines;
        for (const auto &described : schema->files.file()) {
            const auto *file = schema->pool.FindFileByName(described.name());
            for (int s = 0; file != nullptr && s < file->service_count(); s++) {
                const auto &service = *file->service(s);
                for (int m = 0; m < service.method_count(); m++) {
                    const auto &method = *service.method(m);
                    lines += service.full_name() + "\t" + method.name() + "\t" + method.input_type()->full_name() + "\t" +
                             method.output_type()->full_name() + "\t" +
                             (method.server_streaming() ? "stream" : "unary") + std::string("\t") +
                             (method.client_streaming() ? "stream" : "unary") + "\t" + pj::comment(method) + "\n";
                }
            }
        }
        return pj::answer(lines);
    });
}

pj_result pj_describe(const pj_schema *schema, const char *name) {
    return pj::guarded([&] {
        std::string wanted = name;
        for (auto &character : wanted)
            if (character == '/') character = '.';
        for (const auto &described : schema->files.file()) {
            const auto *file = schema->pool.FindFileByName(described.name());
            const std::string text = file == nullptr ? "" : pj::describe_in_file(*file, wanted);
            if (!text.empty()) return pj::answer(pj::tidy(text));
        }
        // What is declared within another, or in a file that came along.
        if (const auto *message = schema->pool.FindMessageTypeByName(wanted))
            return pj::answer(pj::tidy(message->DebugStringWithOptions(pj::with_comments())));
        if (const auto *enumeration = schema->pool.FindEnumTypeByName(wanted))
            return pj::answer(pj::tidy(enumeration->DebugStringWithOptions(pj::with_comments())));
        return pj::failure(std::string("nothing is called ") + name);
    });
}
