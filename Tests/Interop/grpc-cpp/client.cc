// A gRPC client that is not ours: the C++ one, as Debian ships it, against a running accountd.
//
// Usage: grpc-cpp ADDRESS SERVICE-TOKEN SESSION-TOKEN ACCOUNT-ID [CA]
// Over TLS where the authority's file is named. Prints one line a check and exits 1 at the first that fails.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "account/v1/account.grpc.pb.h"
#include "account/v1/notifications.grpc.pb.h"
#include "account/v1/sessions.grpc.pb.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace api = account::v1;

static std::string service_token, session_token;

static void check(const std::string& name, bool holds, const std::string& what = "") {
    if (!holds) {
        std::cout << "FAILED " << name << ": " << what << std::endl;
        std::exit(1);
    }
    std::cout << "ok " << name << std::endl;
}

static std::string text(const grpc::Status& status) {
    return std::to_string(status.error_code()) + " " + status.error_message();
}

// A call's context: who calls, and a deadline that a call which hangs comes to.
struct Context : grpc::ClientContext {
    explicit Context(bool is_owner = false) {
        AddMetadata("service-authorization", "Bearer " + service_token);
        if (is_owner) AddMetadata("authorization", "Bearer " + session_token);
        set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(120));
    }
};

template <typename Detail>
static bool detail_of(const grpc::Status& status, Detail* detail) {
    google::rpc::Status rich;
    if (!rich.ParseFromString(status.error_details())) return false;
    if (rich.code() != status.error_code() || rich.message() != status.error_message()) return false;
    for (const auto& each : rich.details()) {
        if (each.UnpackTo(detail)) return true;
    }
    return false;
}

static std::shared_ptr<grpc::Channel> connect(int count, char** arguments) {
    if (count < 6) return grpc::CreateChannel(arguments[1], grpc::InsecureChannelCredentials());
    std::ifstream file(arguments[5]);
    std::stringstream authority;
    authority << file.rdbuf();
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = authority.str();
    return grpc::CreateChannel(arguments[1], grpc::SslCredentials(options));
}

// 1,000 calls that are all under way before the first answer is looked at.
static int concurrent_calls(api::SessionsService::Stub& sessions, const std::string& account) {
    struct Call {
        Context context;
        api::ValidateSessionResponse answer;
        grpc::Status status;
        std::unique_ptr<grpc::ClientAsyncResponseReader<api::ValidateSessionResponse>> reader;
    };
    grpc::CompletionQueue queue;
    api::ValidateSessionRequest request;
    request.set_session_token(session_token);
    std::vector<std::unique_ptr<Call>> calls;
    for (int index = 0; index < 1000; index++) {
        calls.push_back(std::make_unique<Call>());
        Call& call = *calls.back();
        call.reader = sessions.AsyncValidateSession(&call.context, request, &queue);
        call.reader->Finish(&call.answer, &call.status, &call);
    }
    int right = 0;
    void* tag = nullptr;
    bool is_event = false;
    for (int index = 0; index < 1000 && queue.Next(&tag, &is_event); index++) {
        Call& call = *static_cast<Call*>(tag);
        if (is_event && call.status.ok() && call.answer.account_id() == account) right++;
    }
    return right;
}

int main(int count, char** arguments) {
    if (count < 5) return 2;
    service_token = arguments[2];
    session_token = arguments[3];
    const std::string account = arguments[4];
    auto channel = connect(count, arguments);
    auto accounts = api::AccountService::NewStub(channel);
    auto sessions = api::SessionsService::NewStub(channel);
    auto notes = api::NotificationsService::NewStub(channel);

    const auto validate = [&] {
        Context context;
        api::ValidateSessionRequest request;
        request.set_session_token(session_token);
        api::ValidateSessionResponse answer;
        auto status = sessions->ValidateSession(&context, request, &answer);
        return status.ok() && answer.account_id() == account ? std::string() : "it says " + text(status);
    };

    {
        Context context;
        api::ListCategoriesResponse answer;
        auto status = notes->ListCategories(&context, {}, &answer);
        check("unary call", status.ok() && answer.categories_size() == 11, text(status));
        check("a session is known", validate().empty(), validate());
    }
    {
        Context context;
        api::ValidateSessionRequest request;
        request.set_session_token("ast_nobody");
        api::ValidateSessionResponse answer;
        auto status = sessions->ValidateSession(&context, request, &answer);
        google::rpc::ErrorInfo info;
        check("an error is a status", status.error_code() == grpc::StatusCode::UNAUTHENTICATED, text(status));
        check("a status carries its reason", detail_of(status, &info) && info.reason() == "BAD_CREDENTIALS", info.reason());
    }
    {
        Context context(true);
        api::UpdateProfileRequest request;
        request.set_time_zone("Mars/Phobos");
        request.mutable_update_mask()->add_paths("time_zone");
        api::UpdateProfileResponse answer;
        auto status = accounts->UpdateProfile(&context, request, &answer);
        google::rpc::BadRequest bad;
        check("an invalid argument", status.error_code() == grpc::StatusCode::INVALID_ARGUMENT, text(status));
        check("a status names the bad field",
              detail_of(status, &bad) && bad.field_violations_size() == 1 && bad.field_violations(0).field() == "time_zone",
              bad.DebugString());
    }

    const int right = concurrent_calls(*sessions, account);
    check("1,000 concurrent calls on one connection", right == 1000, std::to_string(right));

    {
        // A sign-in hashes a password: no machine does that in a millisecond.
        Context context;
        context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(1));
        api::SignInRequest request;
        request.set_email("nobody@example.com");
        request.set_password("a password that is long enough");
        api::SignInResponse answer;
        auto status = sessions->SignIn(&context, request, &answer);
        check("a deadline that has passed", status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED, text(status));
        check("the connection outlives it", validate().empty(), validate());
    }
    {
        Context context(true);
        auto stream = accounts->ExportData(&context, {});
        std::string document;
        for (api::ExportDataResponse piece; stream->Read(&piece);) document += piece.chunk();
        auto status = stream->Finish();
        check("a server stream", status.ok() && document.size() > 2 && document.front() == '{', text(status));
    }
    {
        Context context(true);
        auto stream = accounts->WatchActivity(&context, {});
        api::WatchActivityResponse first;
        check("a stream that goes on", stream->Read(&first) && !first.cursor().empty());
        std::thread canceller([&] { context.TryCancel(); });
        for (api::WatchActivityResponse more; stream->Read(&more);) {
        }
        auto status = stream->Finish();
        canceller.join();
        check("a stream cancelled", status.error_code() == grpc::StatusCode::CANCELLED, text(status));
        check("the connection outlives that too", validate().empty(), validate());
    }
    {
        Context context;
        api::ValidateSessionRequest request;
        request.set_session_token(std::string(5 << 20, 'x'));
        api::ValidateSessionResponse answer;
        auto status = sessions->ValidateSession(&context, request, &answer);
        check("oversized message", status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED, text(status));
    }
    std::cout << "passed" << std::endl;
    return 0;
}
