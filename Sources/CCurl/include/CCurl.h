// libcurl behind plain functions: Swift can't call its variadic ones. The library is loaded at the first use, so that a
// server that sends nothing outside starts without its thirty dependencies.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Loads and initialises the library, once, from whatever thread. False where it is not installed.
bool accountd_curl_load(void);

// All below only after accountd_curl_load said true.
CURL *accountd_curl_make(void);
void accountd_curl_free(CURL *handle);
// Forgets all options, keeps connections.
void accountd_curl_reset(CURL *handle);
CURLcode accountd_curl_perform(CURL *handle);
const char *accountd_curl_message(CURLcode code);

CURLcode accountd_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode accountd_curl_set_offset(CURL *handle, CURLoption option, int64_t value);
// Strings are copied by the library, except CURLOPT_POSTFIELDS.
CURLcode accountd_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode accountd_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode accountd_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);

typedef size_t (*accountd_curl_data)(char *bytes, size_t size, size_t count, void *context);
CURLcode accountd_curl_set_data(CURL *handle, CURLoption option, accountd_curl_data function);
// The address that is about to be connected to; CURL_SOCKET_BAD refuses it.
typedef curl_socket_t (*accountd_curl_open)(void *context, curlsocktype purpose, struct curl_sockaddr *address);
CURLcode accountd_curl_set_open(CURL *handle, accountd_curl_open function);

// Asked about once a second while a transfer runs; anything but 0 breaks it off. Needs CURLOPT_NOPROGRESS 0.
typedef int (*accountd_curl_progress)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
CURLcode accountd_curl_set_progress(CURL *handle, accountd_curl_progress function);

long accountd_curl_get_long(CURL *handle, CURLINFO info);

struct curl_slist *accountd_curl_append(struct curl_slist *list, const char *text);
void accountd_curl_free_list(struct curl_slist *list);

#ifdef __cplusplus
}
#endif
#endif
