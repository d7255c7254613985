#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
    bool isLoaded;
    CURLcode (*global_init)(long flags);
    CURL *(*easy_init)(void);
    void (*easy_cleanup)(CURL *handle);
    void (*easy_reset)(CURL *handle);
    CURLcode (*easy_perform)(CURL *handle);
    CURLcode (*easy_setopt)(CURL *handle, CURLoption option, ...);
    CURLcode (*easy_getinfo)(CURL *handle, CURLINFO info, ...);
    const char *(*easy_strerror)(CURLcode code);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *text);
    void (*slist_free_all)(struct curl_slist *list);
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *file = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!file) return;
    struct {
        void *slot;
        const char *name;
    } symbols[] = {
        {&library.global_init, "curl_global_init"},   {&library.easy_init, "curl_easy_init"},
        {&library.easy_cleanup, "curl_easy_cleanup"}, {&library.easy_reset, "curl_easy_reset"},
        {&library.easy_perform, "curl_easy_perform"}, {&library.easy_setopt, "curl_easy_setopt"},
        {&library.easy_getinfo, "curl_easy_getinfo"}, {&library.easy_strerror, "curl_easy_strerror"},
        {&library.slist_append, "curl_slist_append"}, {&library.slist_free_all, "curl_slist_free_all"},
    };
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        void *symbol = dlsym(file, symbols[i].name);
        if (!symbol) return;
        *(void **)symbols[i].slot = symbol;
    }
    library.isLoaded = library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool accountd_curl_load(void) {
    pthread_once(&once, load);
    return library.isLoaded;
}

CURL *accountd_curl_make(void) { return library.easy_init(); }
void accountd_curl_free(CURL *handle) { library.easy_cleanup(handle); }
void accountd_curl_reset(CURL *handle) { library.easy_reset(handle); }
CURLcode accountd_curl_perform(CURL *handle) { return library.easy_perform(handle); }
const char *accountd_curl_message(CURLcode code) { return library.easy_strerror(code); }

CURLcode accountd_curl_set_long(CURL *handle, CURLoption option, long value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode accountd_curl_set_offset(CURL *handle, CURLoption option, int64_t value) {
    return library.easy_setopt(handle, option, (curl_off_t)value);
}

CURLcode accountd_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode accountd_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode accountd_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode accountd_curl_set_data(CURL *handle, CURLoption option, accountd_curl_data function) {
    return library.easy_setopt(handle, option, function);
}

CURLcode accountd_curl_set_open(CURL *handle, accountd_curl_open function) {
    return library.easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

CURLcode accountd_curl_set_progress(CURL *handle, accountd_curl_progress function) {
    return library.easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

long accountd_curl_get_long(CURL *handle, CURLINFO info) {
    long value = 0;
    return library.easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

struct curl_slist *accountd_curl_append(struct curl_slist *list, const char *text) {
    return library.slist_append(list, text);
}

void accountd_curl_free_list(struct curl_slist *list) { library.slist_free_all(list); }
