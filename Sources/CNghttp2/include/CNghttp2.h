#pragma once
#include <nghttp2/nghttp2.h>

// Where nghttp2's small blocks come from: for each size the ones given back last, so that a call costs no malloc. For one thread at
// a time; every session that takes from it must end before it does.
typedef struct accountd_blocks accountd_blocks;

// NULL where there is no memory.
accountd_blocks *accountd_blocks_new(void);
void accountd_blocks_free(accountd_blocks *blocks);
// As nghttp2 takes it; valid for as long as `blocks`.
nghttp2_mem *accountd_blocks_mem(accountd_blocks *blocks);
