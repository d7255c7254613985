// libprotobuf's JSON and its reflection behind plain C. Swift cannot call its C++ without taking on C++ interoperability
// in every target around it; only rpcctl and rpcload link this.
#ifndef CPROTOBUFJSON_H
#define CPROTOBUFJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The types of a FileDescriptorSet. Not for use by two threads at once.
typedef struct pj_schema pj_schema;

// Either `bytes` (never NULL then; a zero byte follows the last) or `error`, one line for people. Give it to pj_free.
typedef struct {
    uint8_t *bytes;
    size_t count;
    char *error;
} pj_result;

void pj_free(pj_result result);

// NULL, and `error` filled, when the set can't be read.
pj_schema *pj_open(const void *descriptor_set, size_t count, pj_result *error);
void pj_close(pj_schema *schema);

// The details that Google defines for errors (googleapis, google/rpc/error_details.proto): servers of others send them too.
pj_schema *pj_open_details(pj_result *error);

// One line a method: service, method, request type, response type, "stream" or "unary" of the answers, the same of the requests,
// its comment; with a tab between each two.
pj_result pj_methods(const pj_schema *schema);

// One line a field of a message: name, kind ("string", "bytes", "bool", "int", "float", "enum", "message"), the message's or enum's
// full name, "repeated", "map" or "one", an enum's values with a comma between each two, its comment; with a tab between each two.
pj_result pj_fields(const pj_schema *schema, const char *message);

// JSON of a message in which every field but `left_out` has a value to be replaced; of a oneof the first.
pj_result pj_template(const pj_schema *schema, const char *message, const char *left_out);

// .proto text, with comments, of a service, a method (with its request and response), a message or an enum. Takes the
// full name or what comes after its package; "/" or "." before a method.
pj_result pj_describe(const pj_schema *schema, const char *name);

// `fill_field`, unless NULL, names a string field: where the message has it and the JSON leaves it empty, it becomes
// `fill_value`.
pj_result pj_to_binary(
    const pj_schema *schema, const char *message, const char *json, size_t count, const char *fill_field,
    const char *fill_value);

// Fields keep the names of the .proto file. `complete` prints empty fields too.
pj_result pj_to_json(
    const pj_schema *schema, const char *message, const void *bytes, size_t count, bool pretty, bool complete);

#ifdef __cplusplus
}
#endif
#endif
