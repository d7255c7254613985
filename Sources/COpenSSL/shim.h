#pragma once
// SHA256_* are marked deprecated in favour of EVP, which allocates for each hash; they stay in every OpenSSL 3.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <string.h>

// Four big-endian words of a digest.
typedef struct {
    uint64_t word0, word1, word2, word3;
} accountd_digest;

// What HMAC-SHA-256 has hashed of its key before any message: RFC 2104's two key blocks.
typedef struct {
    SHA256_CTX inner, outer;
} accountd_hmac_state;

// A key of more than 64 bytes is hashed first, as RFC 2104 has it.
static inline void accountd_hmac_prepare(accountd_hmac_state *state, const uint8_t *key, size_t count) {
    uint8_t block[64] = {0};
    if (count > sizeof block) {
        SHA256(key, count, block);
    } else if (count > 0) {
        memcpy(block, key, count);
    }
    for (size_t i = 0; i < 64; i++) block[i] ^= 0x36;
    SHA256_Init(&state->inner);
    SHA256_Update(&state->inner, block, sizeof block);
    for (size_t i = 0; i < 64; i++) block[i] ^= 0x36 ^ 0x5c;
    SHA256_Init(&state->outer);
    SHA256_Update(&state->outer, block, sizeof block);
    OPENSSL_cleanse(block, sizeof block);
}

// The digest of at most 55 bytes behind `state`, which has hashed one block: they, and the padding of FIPS 180-4, are the last
// block, so nothing is counted or kept.
static inline void accountd_sha256_last(const SHA256_CTX *state, const uint8_t *bytes, size_t count, uint32_t words[8]) {
    // A transform looks at the chaining value only.
    SHA256_CTX context;
    memcpy(context.h, state->h, sizeof context.h);
    uint8_t block[64] = {0};
    memcpy(block, bytes, count);
    block[count] = 0x80;
    const uint16_t bits = __builtin_bswap16((uint16_t)((64 + count) * 8));
    memcpy(block + 62, &bits, sizeof bits);
    SHA256_Transform(&context, block);
    for (int i = 0; i < 8; i++) words[i] = context.h[i];
}

static inline accountd_digest accountd_digest_of(const uint32_t words[8]) {
    accountd_digest result = {
        (uint64_t)words[0] << 32 | words[1], (uint64_t)words[2] << 32 | words[3],
        (uint64_t)words[4] << 32 | words[5], (uint64_t)words[6] << 32 | words[7]};
    return result;
}

// In C, because Swift would copy the contexts as tuples of words, and zero them first.
static inline accountd_digest accountd_hmac(const accountd_hmac_state *state, const uint8_t *bytes, size_t count) {
    uint32_t words[8];
    if (count > 0 && count <= 55) {
        accountd_sha256_last(&state->inner, bytes, count, words);
    } else {
        uint8_t digest[SHA256_DIGEST_LENGTH];
        SHA256_CTX context = state->inner;
        if (count > 0) SHA256_Update(&context, bytes, count);
        SHA256_Final(digest, &context);
        memcpy(words, digest, sizeof words);
        for (int i = 0; i < 8; i++) words[i] = __builtin_bswap32(words[i]);
    }
    for (int i = 0; i < 8; i++) words[i] = __builtin_bswap32(words[i]);
    accountd_sha256_last(&state->outer, (const uint8_t *)words, sizeof words, words);
    return accountd_digest_of(words);
}
