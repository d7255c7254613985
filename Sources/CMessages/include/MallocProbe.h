// For tests that count allocations: Swift's Glibc module leaves malloc.h out. Nothing in the server includes this.
#pragma once

#include <malloc.h>
#include <stddef.h>

// Bytes that malloc counts as taken, in all its arenas.
static inline size_t malloc_probe_bytes_taken(void) {
    return mallinfo2().uordblks;
}
