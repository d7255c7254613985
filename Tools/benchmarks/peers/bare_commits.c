// One-row commits with nothing around them: SQLite, WAL, synchronous=FULL, one thread, a prepared UPDATE in a transaction
// of its own. What the durable mutations of accountd are compared to.
//
// Usage: bare_commits FOLDER SECONDS      prints commits per second
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void must(sqlite3 *db, int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
    fprintf(stderr, "bare_commits: %s\n", sqlite3_errmsg(db));
    exit(1);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: bare_commits FOLDER SECONDS\n"), 2;
  char path[4096];
  snprintf(path, sizeof path, "%s/bare.sqlite", argv[1]);
  sqlite3 *db;
  must(NULL, sqlite3_open(path, &db));
  must(db, sqlite3_exec(db,
                        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                        "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, v BLOB NOT NULL) STRICT;"
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                        "INSERT OR REPLACE INTO t SELECT i, randomblob(200) FROM n;",
                        NULL, NULL, NULL));
  sqlite3_stmt *update;
  must(db, sqlite3_prepare_v2(db, "UPDATE t SET v = randomblob(200) WHERE id = ?1", -1, &update, NULL));
  double end = now() + atof(argv[2]), began = now();
  long commits = 0;
  while (now() < end) {
    sqlite3_bind_int64(update, 1, commits % 1000 + 1);
    must(db, sqlite3_step(update));
    must(db, sqlite3_reset(update));
    commits++;
  }
  printf("%.1f\n", (double)commits / (now() - began));
  return 0;
}
