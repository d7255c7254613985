"""Swift over the C structs: one plain struct a message, one enum an enum, and the catalogue of methods."""

from schema import BOOL, BYTES, ENUM, INT32, INT64, MESSAGE, STRING, SWIFT_NAMES, c_field, c_function, c_type

BANNER = "// Made by Tools/generate. Do not edit.\n"
SCALARS = {BOOL: ("Bool", "false"), INT32: ("Int32", "0"), INT64: ("Int64", "0"), STRING: ("String", '""'),
           BYTES: ("[UInt8]", "[]")}


class Names:
    """The Swift name of every message and enum."""

    def __init__(self, files):
        self.swift = {}
        for file in files:
            for enum in file.enums:
                self.swift[enum.full_name] = enum.name
            for message in file.messages:
                self.add(message, "")

    def add(self, message, outer):
        name = outer + message.swift
        self.swift[message.full_name] = name
        for nested in message.nested:
            self.add(nested, name + ".")


def doc(comment, indent):
    return [("%s/// %s" % (indent, line.strip())).rstrip() for line in comment.splitlines()]


def type_and_default(field, names):
    if field.type in SCALARS:
        base, default = SCALARS[field.type]
    elif field.type == ENUM:
        base, default = names.swift[field.type_name], "." + ENUM_ZERO[field.type_name]
    elif field.type == MESSAGE:
        base, default = names.swift[field.type_name], "nil"
    else:
        raise ValueError("%s: type %d is not ours" % (field.name, field.type))
    if field.repeated:
        return "[%s]" % base, "[]"
    return (base + "?" if field.type == MESSAGE else base), default


ENUM_ZERO = {}


def reading(field):
    c, quoted = "c.pointee." + c_field(field.name), '"%s"' % field.name
    if field.repeated:
        count = "c.pointee.n_" + field.name
        if field.type == STRING:
            return "try Read.texts(%s, %s, %s)" % (count, c, quoted)
        if field.type == MESSAGE:
            return "try Read.messages(%s, %s, %s)" % (count, c, quoted)
        raise ValueError("%s: repeated type %d is not ours" % (field.name, field.type))
    return {
        BOOL: c + " != 0", INT32: c, INT64: c, BYTES: "Read.bytes(%s)" % c,
        STRING: "try Read.text(%s, %s)" % (c, quoted),
        MESSAGE: "try Read.message(%s, %s)" % (c, quoted),
        ENUM: "%s(rawValue: Int32(bitPattern: %s.rawValue))" % (field.type_name.split(".")[-1], c),
    }[field.type]


def filling(field):
    c, name = "c.pointee." + c_field(field.name), field.swift
    if field.repeated:
        lines = ["c.pointee.n_%s = %s.count" % (field.name, name)]
        if field.type == STRING:
            return lines + ["%s = arena.stage(texts: %s)" % (c, name)]
        pointer = "UnsafeMutablePointer<%s>?" % c_type(field.type_name)
        return lines + ["%s = arena.stage(messages: %s)?.assumingMemoryBound(to: %s.self)" % (c, name, pointer)]
    struct_type = c_type(field.type_name) if field.type_name else ""
    value = {
        BOOL: "%s ? 1 : 0" % name, INT32: name, INT64: name, BYTES: "arena.stage(bytes: %s)" % name,
        STRING: "arena.stage(text: %s)" % name,
        MESSAGE: "arena.stage(message: %s)?.assumingMemoryBound(to: %s.self)" % (name, struct_type),
        ENUM: "%s(rawValue: UInt32(bitPattern: %s.rawValue))" % (struct_type, name),
    }[field.type]
    return ["%s = %s" % (c, value)]


def initializers(message, names, pad):
    if not message.fields:
        return [pad + "package init() {}"]
    typed = [(field.swift, *type_and_default(field, names)) for field in message.fields]
    arguments = ["%s: %s = %s" % item for item in typed]
    lines = [pad + "package init() {}", "", pad + "package init("]
    lines += [pad + "    " + argument + ("," if argument is not arguments[-1] else "") for argument in arguments]
    lines += [pad + ") {"] + [pad + "    self.%s = %s" % (name, name) for name, _, _ in typed] + [pad + "}"]
    return lines


def bridging(message, pad):
    c = c_type(message.full_name)
    lines = ["", pad + 'package static let fullName = "%s"' % message.full_name]
    lines += [pad + "package static var wire: WireType { WireType(%s__where()) }" % c_function(message.full_name)]
    lines += ["", pad + "package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {"]
    if message.fields:
        lines += [pad + "    let c = raw.assumingMemoryBound(to: %s.self)" % c]
    lines += [pad + "    %s = %s" % (field.swift, reading(field)) for field in message.fields]
    lines += [pad + "}", "", pad + "package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {"]
    if message.fields:
        lines += [pad + "    let c = raw.assumingMemoryBound(to: %s.self)" % c]
    for field in message.fields:
        lines += [pad + "    " + line for line in filling(field)]
    return lines + [pad + "}"]


def conformance(message):
    is_mutating = message.name.endswith("Request") and any(field.name == "request_id" for field in message.fields)
    return "MutatingRequest" if is_mutating else "Message"


def struct(message, names, pad=""):
    lines = doc(message.comment or message.full_name, pad) + [pad + "package struct %s: %s {" % (message.swift, conformance(message))]
    inner = pad + "    "
    for nested in message.nested:
        lines += struct(nested, names, inner) + [""]
    for field in message.fields:
        lines += doc(field.comment, inner)
        lines += [inner + "package var %s: %s = %s" % (field.swift, *type_and_default(field, names))]
    if message.fields:
        lines.append("")
    return lines + initializers(message, names, inner) + bridging(message, inner) + [pad + "}"]


def enumeration(enum):
    lines = doc(enum.comment, "") + ["package enum %s: WireEnum {" % enum.name]
    for case, _, comment in enum.cases:
        lines += doc(comment, "    ") + ["    case " + case]
    lines += ["    /// A number that this version has no name for.", "    case unrecognized(Int32)", ""]
    lines += ["    package static let allCases: [%s] = [%s]" % (enum.name, ", ".join("." + case for case, _, _ in enum.cases))]
    lines += ["", "    package init(rawValue: Int32) {", "        switch rawValue {"]
    lines += ["        case %d: self = .%s" % (raw, case) for case, raw, _ in enum.cases]
    lines += ["        default: self = .unrecognized(rawValue)", "        }", "    }", ""]
    lines += ["    package var rawValue: Int32 {", "        switch self {"]
    lines += ["        case .%s: %d" % (case, raw) for case, raw, _ in enum.cases]
    lines += ["        case .unrecognized(let rawValue): rawValue", "        }", "    }", ""]
    lines += ["    /// The name in the .proto file; a number's digits when it has none.", "    package var protoName: String {",
              "        switch self {"]
    lines += ['        case .%s: "%s"' % (case, name) for (case, _, _), (name, _, _) in zip(enum.cases, enum.values)]
    lines += ["        case .unrecognized(let rawValue): String(rawValue)", "        }", "    }", "}"]
    return lines


def swift_file(files, names):
    parts = [BANNER + "\ninternal import CMessages"]
    for file in files:
        parts += ["\n".join(enumeration(enum)) for enum in file.enums]
        parts += ["\n".join(struct(message, names)) for message in file.messages]
    return "\n\n".join(parts) + "\n"


def catalog(files, names):
    methods = [method for file in files for method in file.methods]
    seen = [method.swift for method in methods]
    if len(set(seen)) != len(seen):
        raise ValueError("two services have a method of the same name")
    lines = [BANNER, "/// Every method of every service: a `switch` over it fails the build where a method is forgotten."]
    lines += ["package enum Method: String, CaseIterable, Sendable {"]
    for method in methods:
        lines += doc(method.comment, "    ") + ['    case %s = "%s/%s"' % (method.swift, method.service, method.name)]
    lines += ["", "    /// Names, types and direction of the method.", "    package var description: MethodDescription {"]
    lines += ["        switch self {"]
    for method in methods:
        lines += ["        case .%s:" % method.swift, "            MethodDescription(",
                  '                service: "%s", method: "%s",' % (method.service, method.name),
                  '                requestName: "%s",' % method.request,
                  '                responseName: "%s",' % method.response,
                  "                serverStreaming: %s)" % str(method.streaming).lower()]
    lines += ["        }", "    }", "", "    /// The struct that its request is read into.",
              "    package var request: any Message.Type {", "        switch self {"]
    lines += ["        case .%s: %s.self" % (method.swift, names.swift[method.request]) for method in methods]
    lines += ["        }", "    }", "", "    /// The struct that its response is.",
              "    package var response: any Message.Type {", "        switch self {"]
    lines += ["        case .%s: %s.self" % (method.swift, names.swift[method.response]) for method in methods]
    lines += ["        }", "    }", "}", "", "/// Every message there is.", "package enum MessageCatalog {",
              "    package static let all: [any Message.Type] = ["]
    for file in files:
        lines += ["        %s.self," % names.swift[message.full_name] for message in file.all_messages()]
    return "\n".join(lines + ["    ]", "}"]) + "\n"
