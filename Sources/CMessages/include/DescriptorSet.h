/* Made by Tools/generate. Do not edit. */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* The FileDescriptorSet of the public .proto files, with everything they import and their comments. */
const uint8_t *accountd_descriptor_set(void);
/* Its length in bytes. */
size_t accountd_descriptor_set_size(void);
