// One-row commits with nothing around them: SQLite, WAL, synchronous=FULL, one thread, a prepared UPDATE in a transaction
// of its own. What the durable mutations of accountd are compared to.
//
// Usage: bare_commits FOLDER SECONDS      prints commits per second and the 99th percentile of one's microseconds
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

enum { MOST_SAMPLES = 1 << 20 };
static double samples[MOST_SAMPLES];

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
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
  double end = now() + atof(argv[2]), began = now(), before = began;
  long commits = 0;
  while (before < end && commits < MOST_SAMPLES) {
    sqlite3_bind_int64(update, 1, commits % 1000 + 1);
    must(db, sqlite3_step(update));
    must(db, sqlite3_reset(update));
    double after = now();
    samples[commits++] = after - before;
    before = after;
  }
  if (commits == 0) return 1;
  qsort(samples, (size_t)commits, sizeof *samples, ascending);
  printf("%.1f %.1f\n", (double)commits / (before - began), samples[commits * 99 / 100] * 1e6);
  return 0;
}
