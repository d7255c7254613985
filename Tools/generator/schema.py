"""What the generator knows of the .proto files: read from the FileDescriptorSet that protoc writes."""

import re

from wire import fields, read_varint, rewritten

BOOL, INT32, INT64, STRING, MESSAGE, BYTES, ENUM = 8, 5, 3, 9, 11, 12, 14

# Names of Google's that Swift or a reader would take for something else.
SWIFT_NAMES = {
    "google.protobuf.Any": "AnyMessage",
    "google.protobuf.Duration": "DurationMessage",
    "google.rpc.Status": "StatusMessage",
}

# What protobuf-c writes an underscore behind, of the words a field may be called.
C_KEYWORDS = set("""and asm auto bool break case catch char class const continue default delete do double else enum
explicit export extern false float for friend goto if inline int long namespace new not operator or private protected
public register return short signed sizeof static struct switch template this throw true try typedef typename union
unsigned using virtual void volatile while xor""".split())


def c_field(name):
    return name + "_" if name in C_KEYWORDS else name


def lower(name):
    """protobuf-c's lower-case form of a name: "SignUpRequest" is "sign_up_request"."""
    out, was_upper = "", True
    for character in name:
        if character.isupper():
            out += ("" if was_upper else "_") + character.lower()
        else:
            out += character
        was_upper = character.isupper()
    return out


def swift_property(name):
    """"account_id" is "accountID"."""
    head, *tail = name.split("_")
    return head + "".join({"id": "ID", "ids": "IDs", "uri": "URI"}.get(part, part.capitalize()) for part in tail)


def c_type(full_name):
    """"account.v1.SignUpRequest" is "Account__V1__SignUpRequest"."""
    return "__".join(part[0].upper() + part[1:] for part in full_name.split("."))


def c_function(full_name):
    """"account.v1.SignUpRequest" is "account__v1__sign_up_request"."""
    return "__".join(lower(part) for part in full_name.split("."))


class Field:
    def __init__(self, data, comment):
        self.name, self.number, self.type, self.repeated, self.type_name, self.comment = "", 0, 0, False, "", comment
        for number, value in fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == 3:
                self.number = value
            elif number == 4:
                self.repeated = value == 3
            elif number == 5:
                self.type = value
            elif number == 6:
                self.type_name = value.decode().lstrip(".")
            elif number in (9, 17):
                raise ValueError("%s: oneof and optional are not ours" % self.name)
        self.swift = swift_property(self.name)


class Enum:
    def __init__(self, data, package, path, comments):
        self.values, self.comment = [], comments.get(path, "")
        for number, value in fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == 2:
                parts = dict(fields(value))
                self.values.append((parts[1].decode(), parts.get(2, 0), comments.get(path + (2, len(self.values)), "")))
        self.full_name = package + "." + self.name
        prefix = re.sub(r"(?<!^)([A-Z])", r"_\1", self.name).upper() + "_"
        self.cases = [(swift_property(name.removeprefix(prefix).lower()), raw, comment) for name, raw, comment in self.values]


class Message:
    def __init__(self, data, package, path, comments):
        self.fields, self.nested, self.enums, self.comment = [], [], [], comments.get(path, "")
        self.name = next(value.decode() for number, value in fields(data) if number == 1)
        self.full_name = package + "." + self.name
        for number, value in fields(data):
            if number == 2:
                self.fields.append(Field(value, comments.get(path + (2, len(self.fields)), "")))
            elif number == 3:
                self.nested.append(Message(value, self.full_name, path + (3, len(self.nested)), comments))
            elif number == 4:
                self.enums.append(Enum(value, self.full_name, path + (4, len(self.enums)), comments))
        self.swift = SWIFT_NAMES.get(self.full_name, self.name)


class Method:
    def __init__(self, data, service, comment):
        parts = dict(fields(data))
        self.service, self.name, self.comment = service, parts[1].decode(), comment
        self.request, self.response = parts[2].decode().lstrip("."), parts[3].decode().lstrip(".")
        self.streaming = bool(parts.get(6, 0))
        # gRPC's services have methods of one word: "Health/Check" is "healthCheck".
        name = self.name if service.startswith("account.") else service.split(".")[-1] + self.name
        self.swift = name[0].lower() + name[1:]


class File:
    def __init__(self, data):
        self.messages, self.enums, self.methods, self.package = [], [], [], ""
        comments = {}
        for number, value in fields(data):
            if number == 1:
                self.name = value.decode()
            elif number == 2:
                self.package = value.decode()
            elif number == 9:
                comments = read_comments(value)
        # An enum of a message stands among the file's: no two have the same name.
        counts = {4: 0, 5: 0, 6: 0}
        for number, value in fields(data):
            if number not in counts:
                continue
            path = (number, counts[number])
            counts[number] += 1
            if number == 4:
                self.messages.append(Message(value, self.package, path, comments))
                self.enums += self.messages[-1].enums
            elif number == 5:
                self.enums.append(Enum(value, self.package, path, comments))
            else:
                self.methods += read_methods(value, self.package, path, comments)

    def all_messages(self):
        """Every message, each after those nested in it."""
        def walk(messages):
            for message in messages:
                yield from walk(message.nested)
                yield message
        return list(walk(self.messages))


def read_methods(data, package, path, comments):
    parts = list(fields(data))
    service = package + "." + next(value.decode() for number, value in parts if number == 1)
    methods = [value for number, value in parts if number == 2]
    return [Method(value, service, comments.get(path + (2, index), "")) for index, value in enumerate(methods)]


def read_comments(source_info):
    """The comment before each declaration, by its path."""
    comments = {}
    for _, location in fields(source_info):
        parts = dict(fields(location))
        if 3 in parts:
            # Google's own go on for pages; the first paragraph says it.
            comments[packed(parts.get(1, b""))] = parts[3].decode().strip().split("\n\n")[0].split("\n \n")[0]
    return comments


def packed(data):
    out, at = [], 0
    while at < len(data):
        value, at = read_varint(data, at)
        out.append(value)
    return tuple(out)


def strings_as_bytes(descriptor_set):
    """The same messages with every `string` field a `bytes` field: the wire is the same, and protobuf-c keeps lengths."""
    def change_field(number, value):
        return BYTES if number == 5 and value == STRING else value

    def change_message(number, value):
        if number == 2:
            return rewritten(value, change_field)
        if number == 7:
            # Options. A map is a repeated entry on the wire, and protobuf-c makes it one when it isn't told that it is a map.
            return None
        return rewritten(value, change_message) if number == 3 else value

    def change_file(number, value):
        if number == 9:
            return None
        return rewritten(value, change_message) if number == 4 else value

    return rewritten(descriptor_set, lambda number, value: rewritten(value, change_file) if number == 1 else value)


def with_comments_only(descriptor_set):
    """The real descriptor set, its source positions kept only where there is a comment of ours to show."""
    def change_info(number, value):
        return value if 3 in dict(fields(value)) else None

    def change_set(number, value):
        ours = not dict(fields(value))[1].startswith(b"google/protobuf/")

        def change_file(number, value):
            if number != 9:
                return value
            return rewritten(value, change_info) if ours else None

        return rewritten(value, change_file)

    return rewritten(descriptor_set, change_set)
