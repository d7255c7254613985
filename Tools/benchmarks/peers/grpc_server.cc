// What gRPC C++ itself costs: an async server that answers every ValidateSession with the same message. One completion queue, one
// thread: more of them cost more CPU a call. For benchmarks only.
// Usage: grpc_server PORT

#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "account/v1/sessions.grpc.pb.h"

using account::v1::SessionsService;
using account::v1::ValidateSessionRequest;
using account::v1::ValidateSessionResponse;

namespace {

ValidateSessionResponse constant() {
  ValidateSessionResponse answer;
  answer.set_account_id("acc_019a0000-0000-7000-8000-000000000001");
  answer.set_session_id("ses_019a0000-0000-7000-8000-000000000002");
  answer.mutable_authenticated_at()->set_seconds(1776243600);
  answer.mutable_authenticated_at()->set_nanos(5000);
  answer.mutable_expires_at()->set_seconds(1776848400);
  answer.set_two_factor(true);
  return answer;
}

// One call at a time; when it is answered, it waits for the next.
class Slot {
 public:
  Slot(SessionsService::AsyncService* service, grpc::ServerCompletionQueue* queue, const ValidateSessionResponse* answer)
      : service_(service), queue_(queue), answer_(answer) {
    Await();
  }

  void Proceed() {
    if (answering_) return Await();
    answering_ = true;
    writer_->Finish(*answer_, grpc::Status::OK, this);
  }

 private:
  void Await() {
    answering_ = false;
    writer_.reset();
    context_ = std::make_unique<grpc::ServerContext>();
    writer_ = std::make_unique<grpc::ServerAsyncResponseWriter<ValidateSessionResponse>>(context_.get());
    service_->RequestValidateSession(context_.get(), &request_, writer_.get(), queue_, queue_, this);
  }

  SessionsService::AsyncService* service_;
  grpc::ServerCompletionQueue* queue_;
  const ValidateSessionResponse* answer_;
  std::unique_ptr<grpc::ServerContext> context_;
  std::unique_ptr<grpc::ServerAsyncResponseWriter<ValidateSessionResponse>> writer_;
  ValidateSessionRequest request_;
  bool answering_ = false;
};

}  // namespace

int main(int argc, char** argv) {
  const std::string address = std::string("127.0.0.1:") + (argc > 1 ? argv[1] : "0");
  SessionsService::AsyncService service;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  auto queue = builder.AddCompletionQueue();
  auto server = builder.BuildAndStart();
  if (!server || port == 0) return 1;
  const ValidateSessionResponse answer = constant();
  std::vector<std::unique_ptr<Slot>> slots;
  for (int i = 0; i < 1024; i++) slots.push_back(std::make_unique<Slot>(&service, queue.get(), &answer));
  std::printf("grpc_server on 127.0.0.1:%d\n", port);
  std::fflush(stdout);
  void* tag;
  bool ok;
  while (queue->Next(&tag, &ok)) {
    if (ok) static_cast<Slot*>(tag)->Proceed();
  }
  return 0;
}
