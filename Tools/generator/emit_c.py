"""The C that stands beside protoc-c's: where each descriptor lies, and the descriptor set itself."""

from schema import c_function

BANNER = "/* Made by Tools/generate. Do not edit. */\n"


def descriptors_header(files):
    """Swift copies a C constant before it takes its address; these functions give the address itself."""
    lines = [BANNER, "#pragma once\n"]
    lines += ['#include "%s"' % file.name.replace(".proto", ".pb-c.h") for file in files]
    lines.append("")
    for file in files:
        for message in file.all_messages():
            name = c_function(message.full_name)
            lines.append("static inline const ProtobufCMessageDescriptor *%s__where(void) {" % name)
            lines.append("    return &%s__descriptor;" % name)
            lines.append("}")
    return "\n".join(lines) + "\n"


def descriptor_set_header():
    return BANNER + """
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The FileDescriptorSet of the public .proto files, with everything they import and their comments. */
const uint8_t *accountd_descriptor_set(void);
/* Its length in bytes. */
size_t accountd_descriptor_set_size(void);
"""


def descriptor_set_source(data):
    rows = [data[start:start + 32] for start in range(0, len(data), 32)]
    body = "\n".join("    " + ",".join(str(byte) for byte in row) + "," for row in rows)
    return BANNER + """
#include "DescriptorSet.h"

static const uint8_t bytes[] = {
%s
};

const uint8_t *accountd_descriptor_set(void) {
    return bytes;
}

size_t accountd_descriptor_set_size(void) {
    return sizeof bytes;
}
""" % body
