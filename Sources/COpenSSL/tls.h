#pragma once
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <time.h>

// OpenSSL's own names of these are macros, which Swift can't call.

static inline int accountd_tls_only_1_3(SSL_CTX *context) {
    return SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) && SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION);
}

static inline int accountd_tls_set_groups(SSL_CTX *context, const char *list) {
    return SSL_CTX_set1_groups_list(context, list) == 1;
}

static inline void accountd_tls_prefer_own_ciphers(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE);
}

// Buffers of an idle session are given back.
static inline void accountd_tls_set_frugal(SSL_CTX *context) {
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

static inline void accountd_tls_set_max_certificate_bytes(SSL_CTX *context, long count) {
    SSL_CTX_set_max_cert_list(context, count);
}

static inline int accountd_tls_set_server_name(SSL *ssl, const char *name) { return (int)SSL_set_tlsext_host_name(ssl, name); }

// `list` is ALPN's: names with their length before them, the most wanted first, and a zero byte at its end.
static inline int accountd_tls_select_protocol(SSL *ssl, const unsigned char **chosen, unsigned char *chosen_count,
    const unsigned char *offered, unsigned int offered_count, void *list) {
    (void)ssl;
    int found = SSL_select_next_proto((unsigned char **)chosen, chosen_count, (const unsigned char *)list,
        (unsigned int)strlen((const char *)list), offered, offered_count);
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

// `list` outlives the context.
static inline void accountd_tls_set_protocols(SSL_CTX *context, void *list) {
    SSL_CTX_set_alpn_select_cb(context, accountd_tls_select_protocol, list);
}

// How many handshake messages a session has seen come, kept in its application data.
static inline void accountd_tls_count_message(const SSL *ssl, int where, int value) {
    (void)value;
    if (where != SSL_CB_ACCEPT_LOOP && where != SSL_CB_CONNECT_LOOP) return;
    uint32_t *count = (uint32_t *)SSL_get_ex_data(ssl, 0);
    if (count != NULL) *count += 1;
}

static inline void accountd_tls_count_messages(SSL_CTX *context) {
    SSL_CTX_set_info_callback(context, accountd_tls_count_message);
}

static inline const char *accountd_tls_reason(unsigned long error) {
    const char *reason = ERR_reason_error_string(error);
    return reason == NULL ? "no reason given" : reason;
}

static inline int accountd_tls_error_reason(unsigned long error) { return ERR_GET_REASON(error); }

// When the first of those certificates runs out that vouch for a verified peer, its own among them: seconds since 1970; 0 where that
// can't be told.
static inline int64_t accountd_tls_valid_until(const SSL *ssl) {
    STACK_OF(X509) *chain = SSL_get0_verified_chain(ssl);
    int count = chain == NULL ? 0 : sk_X509_num(chain);
    int64_t first = count == 0 ? 0 : INT64_MAX;
    for (int index = 0; index < count; index++) {
        struct tm end;
        if (ASN1_TIME_to_tm(X509_get0_notAfter(sk_X509_value(chain, index)), &end) != 1) return 0;
        int64_t seconds = timegm(&end);
        if (seconds < first) first = seconds;
    }
    return first;
}

// A certificate's subject alternative names.
static inline GENERAL_NAMES *accountd_tls_names(const X509 *certificate) {
    return (GENERAL_NAMES *)X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
}

static inline int accountd_tls_name_count(const GENERAL_NAMES *names) { return sk_GENERAL_NAME_num(names); }

// The bytes of a name that is a DNS name (type 2) or a URI (type 6); NULL for all others.
static inline const unsigned char *accountd_tls_name(const GENERAL_NAMES *names, int index, int *type, int *count) {
    const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, index);
    if (name == NULL || (name->type != GEN_DNS && name->type != GEN_URI)) return NULL;
    *type = name->type;
    *count = ASN1_STRING_length(name->d.ia5);
    return ASN1_STRING_get0_data(name->d.ia5);
}
