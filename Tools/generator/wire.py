"""The protobuf wire format, as far as a descriptor set needs it."""


def read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        shift += 7
        if byte < 0x80:
            return value, at


def write_varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def fields(data):
    """The fields of a message in their order: (number, value), where value is an int or bytes."""
    at = 0
    while at < len(data):
        tag, at = read_varint(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = read_varint(data, at)
        elif kind == 2:
            length, at = read_varint(data, at)
            value, at = data[at:at + length], at + length
        elif kind in (1, 5):
            length = 8 if kind == 1 else 4
            value, at = int.from_bytes(data[at:at + length], "little"), at + length
            raise ValueError("a descriptor set holds no fixed-width field %d (%d)" % (tag >> 3, value))
        else:
            raise ValueError("wire type %d" % kind)
        yield tag >> 3, value


def field(number, value):
    """One field as bytes."""
    if isinstance(value, int):
        return write_varint(number << 3) + write_varint(value)
    return write_varint(number << 3 | 2) + write_varint(len(value)) + value


def rewritten(data, change):
    """A message with each field replaced by what change(number, value) gives; None drops it."""
    out = b""
    for number, value in fields(data):
        value = change(number, value)
        if value is not None:
            out += field(number, value)
    return out
