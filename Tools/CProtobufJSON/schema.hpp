// What the two halves of the shim share. Not seen by Swift.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>

#include <exception>
#include <memory>
#include <new>
#include <string>

#include "CProtobufJSON.h"

struct pj_schema {
    google::protobuf::FileDescriptorSet files;
    google::protobuf::DescriptorPool pool;
    mutable google::protobuf::DynamicMessageFactory factory{&pool};
};

namespace pj {

pj_result answer(const std::string &bytes) noexcept;
pj_result failure(const std::string &why) noexcept;

// Nothing may be thrown into Swift: whatever is becomes an error text.
template <typename Work>
pj_result guarded(Work work) noexcept {
    try {
        return work();
    } catch (const std::exception &thrown) {
        return failure(thrown.what());
    } catch (...) {
        return failure("libprotobuf threw something unknown");
    }
}

}  // namespace pj
