#include "CGatheredLog.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// What is gathered at most. A commit of 64 small changes has about half of it.
enum { CAPACITY = 1 << 20 };

// SQLite's own files take less than 128 KiB in one write.
enum { PIECE = 124 << 10 };

// What begins a log and what begins a frame is written by itself. A page that was written before, and changed again within its
// transaction, is written over without its frame's header.
enum { LOG_HEADER = 32, FRAME_HEADER = 24 };

// The log as SQLite has it open. The real one lies right behind it.
typedef struct {
    sqlite3_file base;
    uint8_t *bytes;
    sqlite3_int64 start;
    int count;
    // What a write failed with: nothing of its transaction goes out any more.
    int failure;
} gathered_file;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((gathered_file *)file + 1); }

static int flush(sqlite3_file *file) {
    gathered_file *log = (gathered_file *)file;
    for (int done = 0; done < log->count && log->failure == SQLITE_OK;) {
        int piece = log->count - done < PIECE ? log->count - done : PIECE;
        log->failure = real(file)->pMethods->xWrite(real(file), log->bytes + done, piece, log->start + done);
        done += piece;
    }
    if (log->failure == SQLITE_OK) log->count = 0;
    return log->failure;
}

// A frame that begins where one is already takes the place of it and of all behind it: their transaction was rolled back, whole or to
// a savepoint. They must not follow it later.
static void cut(gathered_file *log, sqlite3_int64 end) {
    if (log->count == 0 || end >= log->start + log->count) return;
    log->count = end <= log->start ? 0 : (int)(end - log->start);
    if (log->count == 0) log->failure = SQLITE_OK;
}

static int gathered_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    gathered_file *log = (gathered_file *)file;
    if (count == FRAME_HEADER || count == LOG_HEADER) cut(log, offset);
    if (log->failure != SQLITE_OK) return log->failure;
    if (log->count > 0 && offset >= log->start && offset + count <= log->start + log->count) {
        memcpy(log->bytes + (offset - log->start), bytes, (size_t)count);
        return SQLITE_OK;
    }
    if (log->count > 0 && (offset != log->start + log->count || count > CAPACITY - log->count)) {
        int result = flush(file);
        if (result != SQLITE_OK) return result;
    }
    if (!log->bytes) log->bytes = malloc(CAPACITY);
    if (!log->bytes || count > CAPACITY) return real(file)->pMethods->xWrite(real(file), bytes, count, offset);
    if (log->count == 0) log->start = offset;
    memcpy(log->bytes + log->count, bytes, (size_t)count);
    log->count += count;
    return SQLITE_OK;
}

static int gathered_sync(sqlite3_file *file, int flags) {
    int result = flush(file);
    return result == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : result;
}

// SQLite reads a log's frames before it writes their headers anew: with nothing gathered then, those are no new frames. What lies before
// bytes that couldn't be written is committed, and readable whatever became of them.
static int gathered_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    gathered_file *log = (gathered_file *)file;
    int result = flush(file);
    if (result != SQLITE_OK && offset + count > log->start) return result;
    return real(file)->pMethods->xRead(real(file), bytes, count, offset);
}

static int gathered_size(sqlite3_file *file, sqlite3_int64 *size) {
    int result = flush(file);
    return result == SQLITE_OK ? real(file)->pMethods->xFileSize(real(file), size) : result;
}

static int gathered_truncate(sqlite3_file *file, sqlite3_int64 size) {
    cut((gathered_file *)file, size);
    int result = flush(file);
    return result == SQLITE_OK ? real(file)->pMethods->xTruncate(real(file), size) : result;
}

// What was not synced was promised to nobody.
static int gathered_close(sqlite3_file *file) {
    int closed = real(file)->pMethods->xClose(real(file));
    free(((gathered_file *)file)->bytes);
    return closed;
}

// A log is locked through its database, and never mapped.
static int gathered_lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int gathered_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int gathered_reserved(sqlite3_file *file, int *is) { return real(file)->pMethods->xCheckReservedLock(real(file), is); }
static int gathered_control(sqlite3_file *file, int what, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
static int gathered_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int gathered_traits(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = gathered_close,
    .xRead = gathered_read,
    .xWrite = gathered_write,
    .xTruncate = gathered_truncate,
    .xSync = gathered_sync,
    .xFileSize = gathered_size,
    .xLock = gathered_lock,
    .xUnlock = gathered_unlock,
    .xCheckReservedLock = gathered_reserved,
    .xFileControl = gathered_control,
    .xSectorSize = gathered_sector,
    .xDeviceCharacteristics = gathered_traits,
};

static sqlite3_vfs *under(sqlite3_vfs *system) { return (sqlite3_vfs *)system->pAppData; }

// Every other file is opened as if this weren't here.
static int gathered_open(sqlite3_vfs *system, sqlite3_filename name, sqlite3_file *file, int flags, int *opened) {
    if (!(flags & SQLITE_OPEN_WAL)) return under(system)->xOpen(under(system), name, file, flags, opened);
    gathered_file *log = (gathered_file *)file;
    memset(log, 0, sizeof *log);
    int result = under(system)->xOpen(under(system), name, real(file), flags, opened);
    if (real(file)->pMethods) log->base.pMethods = &methods;
    return result;
}

int accountd_register_gathered_log(void) {
    static sqlite3_vfs gathered;
    if (sqlite3_vfs_find(ACCOUNTD_GATHERED_LOG)) return SQLITE_OK;
    sqlite3_vfs *standard = sqlite3_vfs_find(NULL);
    if (!standard) return SQLITE_ERROR;
    gathered = *standard;
    gathered.zName = ACCOUNTD_GATHERED_LOG;
    gathered.pNext = NULL;
    gathered.pAppData = standard;
    gathered.szOsFile = standard->szOsFile + (int)sizeof(gathered_file);
    gathered.xOpen = gathered_open;
    return sqlite3_vfs_register(&gathered, 0);
}
