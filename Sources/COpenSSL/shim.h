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

// In C, because Swift would copy the contexts as tuples of words, and zero them first.
static inline accountd_digest accountd_hmac(const accountd_hmac_state *state, const uint8_t *bytes, size_t count) {
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX context = state->inner;
    if (count > 0) SHA256_Update(&context, bytes, count);
    SHA256_Final(digest, &context);
    context = state->outer;
    SHA256_Update(&context, digest, sizeof digest);
    SHA256_Final(digest, &context);
    uint64_t words[4];
    memcpy(words, digest, sizeof words);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    for (int i = 0; i < 4; i++) words[i] = __builtin_bswap64(words[i]);
#endif
    accountd_digest result = {words[0], words[1], words[2], words[3]};
    return result;
}
