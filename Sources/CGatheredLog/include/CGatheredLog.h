#pragma once

// SQLite writes its write-ahead log page by page, with a write for each page's header and one for the page. Under this file system
// what it appends to the log is gathered, and goes out in one write before the log is synced, read, measured or cut.
//
// With synchronous=FULL every commit syncs the log before it is shown to anybody, so no reader asks for what is still gathered, and what a
// crash loses is what no commit has promised. A write that fails fails the sync, and so the commit.
#define ACCOUNTD_GATHERED_LOG "accountd-gathered"

// Makes the file system known under that name, once; 0 (SQLITE_OK) when it is.
int accountd_register_gathered_log(void);
