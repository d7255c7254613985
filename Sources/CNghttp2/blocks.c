#include "CNghttp2.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Sizes are rounded up to a multiple of 32; what is longer than 1,024 bytes is malloc's. Of each size 256 KiB are kept. Before each block stand sixteen bytes with
// its class, so that it can be given back without its size being told.
enum { STEP = 32, CLASSES = 32, LONG = CLASSES, KEPT_BYTES = 256 << 10 };

typedef struct block {
    struct block *next;
} block;

typedef struct {
    uint64_t class;
    uint64_t size;
} head;

struct accountd_blocks {
    block *free[CLASSES];
    uint32_t count[CLASSES];
    nghttp2_mem mem;
};

static void *take(size_t size, void *user) {
    accountd_blocks *blocks = user;
    size_t class = size == 0 ? 0 : (size - 1) / STEP;
    head *new;
    if (class >= CLASSES) {
        class = LONG;
        if (size > SIZE_MAX - sizeof(head)) return NULL;
        new = malloc(sizeof(head) + size);
    } else if (blocks->free[class]) {
        block *found = blocks->free[class];
        blocks->free[class] = found->next;
        blocks->count[class]--;
        return found;
    } else {
        new = malloc(sizeof(head) + (class + 1) * STEP);
    }
    if (!new) return NULL;
    new->class = class;
    new->size = class == LONG ? size : (class + 1) * STEP;
    return new + 1;
}

static void give_back(void *pointer, void *user) {
    if (!pointer) return;
    accountd_blocks *blocks = user;
    head *old = (head *)pointer - 1;
    uint64_t class = old->class;
    if (class >= CLASSES || blocks->count[class] >= KEPT_BYTES / ((class + 1) * STEP)) return free(old);
    block *given = pointer;
    given->next = blocks->free[class];
    blocks->free[class] = given;
    blocks->count[class]++;
}

static void *take_zeroed(size_t count, size_t size, void *user) {
    if (size != 0 && count > SIZE_MAX / size) return NULL;
    void *new = take(count * size, user);
    if (new) memset(new, 0, count * size);
    return new;
}

static void *resize(void *pointer, size_t size, void *user) {
    if (!pointer) return take(size, user);
    size_t old = ((head *)pointer - 1)->size;
    if (size <= old) return pointer;
    void *new = take(size, user);
    if (!new) return NULL;
    memcpy(new, pointer, old);
    give_back(pointer, user);
    return new;
}

accountd_blocks *accountd_blocks_new(void) {
    accountd_blocks *blocks = calloc(1, sizeof *blocks);
    if (!blocks) return NULL;
    blocks->mem = (nghttp2_mem){blocks, take, give_back, take_zeroed, resize};
    return blocks;
}

void accountd_blocks_free(accountd_blocks *blocks) {
    if (!blocks) return;
    for (int class = 0; class < CLASSES; class++) {
        for (block *each = blocks->free[class]; each;) {
            block *next = each->next;
            free((head *)each - 1);
            each = next;
        }
    }
    free(blocks);
}

nghttp2_mem *accountd_blocks_mem(accountd_blocks *blocks) { return &blocks->mem; }
