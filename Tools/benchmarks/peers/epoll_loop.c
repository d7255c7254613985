// The limit that accountd is compared to: a C epoll loop over the same ttrpc wire, protobuf-c for the envelope and for
// ValidateSession's messages, no lookup, no keyed hash, no access check. It answers every call with constants.
//
// Usage: epoll_loop PORT      prints "ready PORT" and serves until it is killed. One thread.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "account/v1/sessions.pb-c.h"
#include "ttrpc.pb-c.h"

enum { HEADER_BYTES = 10, READ_BYTES = 64 * 1024, OUT_BYTES = 512 * 1024, ARENA_BYTES = 64 * 1024, EVENTS = 64 };

struct connection {
  int fd;
  size_t held;
  uint8_t in[READ_BYTES];
};

static uint8_t out[OUT_BYTES];
static uint8_t arena[ARENA_BYTES];
static size_t arena_used;

static void *arena_alloc(void *data, size_t size) {
  (void)data;
  size = (size + 15) & ~(size_t)15;
  if (size > ARENA_BYTES - arena_used) return NULL;
  void *place = arena + arena_used;
  arena_used += size;
  return place;
}

static void arena_free(void *data, void *place) { (void)data, (void)place; }

static ProtobufCAllocator allocator = {arena_alloc, arena_free, NULL};

static uint32_t load32(const uint8_t *p) {
  return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void store32(uint8_t *p, uint32_t v) { p[0] = v >> 24, p[1] = v >> 16, p[2] = v >> 8, p[3] = v; }

static ProtobufCBinaryData constant(const char *text) {
  ProtobufCBinaryData data = {strlen(text), (uint8_t *)text};
  return data;
}

// One request frame in, one response frame out; 0 when the bytes are no call.
static size_t answer(uint32_t stream, const uint8_t *body, size_t length, uint8_t *to) {
  arena_used = 0;
  Peer__Ttrpc__Request *request = peer__ttrpc__request__unpack(&allocator, length, body);
  if (!request) return 0;
  Account__V1__ValidateSessionRequest *call =
      account__v1__validate_session_request__unpack(&allocator, request->payload.len, request->payload.data);
  if (!call || call->session_token.len == 0) return 0;

  Google__Protobuf__Timestamp authenticated = GOOGLE__PROTOBUF__TIMESTAMP__INIT;
  Google__Protobuf__Timestamp expires = GOOGLE__PROTOBUF__TIMESTAMP__INIT;
  authenticated.seconds = 1790000000, authenticated.nanos = 123456000;
  expires.seconds = 1792592000, expires.nanos = 123456000;
  Account__V1__ValidateSessionResponse reply = ACCOUNT__V1__VALIDATE_SESSION_RESPONSE__INIT;
  reply.account_id = constant("acc_0198c0de-0000-7000-8000-000000000001");
  reply.session_id = constant("ses_0198c0de-0000-7000-8000-000000000002");
  reply.authenticated_at = &authenticated;
  reply.expires_at = &expires;

  uint8_t payload[256];
  Peer__Ttrpc__Response response = PEER__TTRPC__RESPONSE__INIT;
  response.payload.len = account__v1__validate_session_response__pack(&reply, payload);
  response.payload.data = payload;
  size_t size = peer__ttrpc__response__pack(&response, to + HEADER_BYTES);
  store32(to, (uint32_t)size);
  store32(to + 4, stream);
  to[8] = 2, to[9] = 0;
  return HEADER_BYTES + size;
}

static int write_all(int fd, const uint8_t *from, size_t count) {
  while (count) {
    ssize_t n = write(fd, from, count);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) continue;  // the client of the benchmark reads
    if (n <= 0) return -1;
    from += n, count -= (size_t)n;
  }
  return 0;
}

// Reads once, answers every complete frame, writes once. -1 closes.
static int serve(struct connection *c) {
  ssize_t n = read(c->fd, c->in + c->held, READ_BYTES - c->held);
  if (n < 0) return errno == EAGAIN || errno == EINTR ? 0 : -1;
  if (n == 0) return -1;
  size_t have = c->held + (size_t)n, at = 0, filled = 0;
  while (have - at >= HEADER_BYTES) {
    size_t length = load32(c->in + at);
    if (length > READ_BYTES - HEADER_BYTES) return -1;
    if (have - at < HEADER_BYTES + length) break;
    size_t size = answer(load32(c->in + at + 4), c->in + at + HEADER_BYTES, length, out + filled);
    if (!size) return -1;
    filled += size, at += HEADER_BYTES + length;
  }
  c->held = have - at;
  memmove(c->in, c->in + at, c->held);
  return write_all(c->fd, out, filled);
}

int main(int argc, char **argv) {
  if (argc != 2) return fprintf(stderr, "usage: epoll_loop PORT\n"), 2;
  int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1])),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 128) ||
      getsockname(listener, (struct sockaddr *)&address, &size))
    return perror("epoll_loop"), 1;
  int set = epoll_create1(0);
  struct epoll_event wanted = {.events = EPOLLIN, .data.ptr = NULL}, events[EVENTS];
  epoll_ctl(set, EPOLL_CTL_ADD, listener, &wanted);
  printf("ready %d\n", ntohs(address.sin_port));
  fflush(stdout);
  for (;;) {
    int count = epoll_wait(set, events, EVENTS, -1);
    for (int i = 0; i < count; i++) {
      struct connection *c = events[i].data.ptr;
      if (!c) {
        int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (fd < 0) continue;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        c = calloc(1, sizeof *c);
        if (!c) return 1;
        c->fd = fd;
        wanted.data.ptr = c;
        epoll_ctl(set, EPOLL_CTL_ADD, fd, &wanted);
      } else if (serve(c) < 0) {
        close(c->fd);
        free(c);
      }
    }
  }
}
