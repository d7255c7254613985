// What Messages sees of protobuf-c: its runtime, the generated structs, and where their descriptors lie.
#pragma once

#include <protobuf-c/protobuf-c.h>

#include "DescriptorSet.h"
#include "Descriptors.h"
