#define _GNU_SOURCE
#include "CKeptMemory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { HUGE_PAGE = 2 << 20, LEAST = 4 << 20 };

static _Thread_local struct {
    bool isKeeping;
    bool isLent;
    void *address;
    size_t length;
} kept;

static void *kernel_mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    return (void *)syscall(SYS_mmap, address, length, protection, flags, descriptor, offset);
}

static int kernel_munmap(void *address, size_t length) { return (int)syscall(SYS_munmap, address, length); }

// A map that begins at a huge page, of at least `length` bytes; NULL where there is no memory.
static void *map_huge(size_t length) {
    size_t whole = length + HUGE_PAGE;
    uint8_t *start = kernel_mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED) return NULL;
    uint8_t *aligned = (uint8_t *)(((uintptr_t)start + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
    if (aligned > start) kernel_munmap(start, (size_t)(aligned - start));
    size_t rest = (size_t)(start + whole - (aligned + length));
    if (rest > 0) kernel_munmap(aligned + length, rest);
    madvise(aligned, length, MADV_HUGEPAGE);
    return aligned;
}

void accountd_keep_memory(void) { kept.isKeeping = true; }

void accountd_release_memory(void) {
    if (!kept.address || kept.isLent) return;
    kernel_munmap(kept.address, kept.length);
    kept.address = NULL;
    kept.length = 0;
}

unsigned long accountd_kept_bytes(void) { return kept.length; }

// Argon2id writes each block before it reads it: it doesn't need the zeros of a fresh map.
static void *lend(size_t length) {
    size_t rounded = (length + HUGE_PAGE - 1) & ~(size_t)(HUGE_PAGE - 1);
    if (kept.length < rounded) {
        accountd_release_memory();
        kept.address = map_huge(rounded);
        if (!kept.address) return NULL;
        kept.length = rounded;
    }
    kept.isLent = true;
    return kept.address;
}

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    if (kept.isKeeping && !kept.isLent && !address && (flags & MAP_ANONYMOUS) && length >= LEAST && length <= SIZE_MAX / 2) {
        void *lent = lend(length);
        if (lent) return lent;
    }
    return kernel_mmap(address, length, protection, flags, descriptor, offset);
}

int munmap(void *address, size_t length) {
    if (kept.isLent && address == kept.address) {
        kept.isLent = false;
        return 0;
    }
    return kernel_munmap(address, length);
}
