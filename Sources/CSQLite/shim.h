#pragma once
#include <sqlite3.h>

// Variadic, which Swift can't call. SQLite then keeps no statistics of its memory, and takes no lock for each allocation. Before
// the process opens its first connection.
static inline int accountd_sqlite_configure(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Asks the processor to bring two cache lines near, without waiting. Any address is safe: it never faults.
static inline void accountd_prefetch(const void *address) {
    __builtin_prefetch(address);
    __builtin_prefetch((const char *)address + 64);
}
