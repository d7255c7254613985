// What the two halves of the shim share. Not seen by Swift.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/descriptor_database.h>
#include <google/protobuf/dynamic_message.h>

#include <exception>
#include <memory>
#include <new>
#include <string>

#include "CProtobufJSON.h"

struct pj_schema {
    google::protobuf::FileDescriptorSet files;
    // Files are looked up when they are needed, so that their order doesn't matter; what Google's own files hold may be left out.
    google::protobuf::SimpleDescriptorDatabase given;
    google::protobuf::DescriptorPoolDatabase own{*google::protobuf::DescriptorPool::generated_pool()};
    google::protobuf::MergedDescriptorDatabase all{&given, &own};
    google::protobuf::DescriptorPool pool{&all};
    mutable google::protobuf::DynamicMessageFactory factory{&pool};
};

namespace pj {

pj_result answer(const std::string &bytes) noexcept;
// Takes the schema's files in.
pj_result load(pj_schema &schema);
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
