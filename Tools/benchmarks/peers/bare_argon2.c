// Argon2id hashes with nothing around them, on so many threads: what sign-ins are compared to.
//
// Usage: bare_argon2 THREADS MEMORY-KIB PASSES SECONDS      prints hashes per second
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static size_t memory;
static unsigned long long passes;
static double end;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void *work(void *unused) {
  (void)unused;
  unsigned char out[32], salt[crypto_pwhash_SALTBYTES] = {1};
  long count = 0;
  while (now() < end) {
    if (crypto_pwhash(out, sizeof out, "a password that is long enough", 30, salt, passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13))
      exit(1);
    count++;
  }
  return (void *)count;
}

int main(int argc, char **argv) {
  if (argc != 5 || sodium_init() < 0) return fprintf(stderr, "usage: bare_argon2 THREADS MEMORY-KIB PASSES SECONDS\n"), 2;
  int threads = atoi(argv[1]);
  memory = (size_t)atol(argv[2]) * 1024, passes = (unsigned long long)atol(argv[3]);
  double began = now();
  end = began + atof(argv[4]);
  pthread_t ids[256];
  long total = 0;
  for (int i = 0; i < threads && i < 256; i++) pthread_create(&ids[i], NULL, work, NULL);
  for (int i = 0; i < threads && i < 256; i++) {
    void *count;
    pthread_join(ids[i], &count);
    total += (long)count;
  }
  printf("%.2f\n", (double)total / (now() - began));
  return 0;
}
