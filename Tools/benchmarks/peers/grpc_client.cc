// The load of Tools/bench grpc: so many connections, so many calls of ValidateSession in flight on each, by gRPC C++'s async client:
// one completion queue and one thread a connection. With one thread for all, the client is what is measured.
// Usage: grpc_client ADDRESS SERVICE_TOKEN_FILE TOKENS_FILE CONNECTIONS IN_FLIGHT CALLS [CA_FILE]
// Prints one line of JSON.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "account/v1/sessions.grpc.pb.h"

using account::v1::SessionsService;
using account::v1::ValidateSessionRequest;
using account::v1::ValidateSessionResponse;

namespace {

std::string ReadFile(const char* path) {
  std::ifstream file(path);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::vector<std::string> Lines(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string Trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

// One connection's.
struct Load {
  std::string credential;
  const std::vector<std::string>* tokens = nullptr;
  size_t next_token = 0;
  long wanted = 0, begun = 0, ended = 0, errors = 0;
  std::string first_error;
  grpc::CompletionQueue queue;
};

struct Call {
  Load* load;
  SessionsService::Stub* stub;
  std::unique_ptr<grpc::ClientContext> context;
  std::unique_ptr<grpc::ClientAsyncResponseReader<ValidateSessionResponse>> reader;
  ValidateSessionRequest request;
  ValidateSessionResponse response;
  grpc::Status status;

  void Begin() {
    if (load->begun >= load->wanted) return;
    load->begun++;
    request.set_session_token((*load->tokens)[load->next_token++ % load->tokens->size()]);
    context = std::make_unique<grpc::ClientContext>();
    context->AddMetadata("service-authorization", load->credential);
    reader = stub->AsyncValidateSession(context.get(), request, &load->queue);
    reader->Finish(&response, &status, this);
  }

  void End() {
    load->ended++;
    if (!status.ok() || response.account_id().empty()) {
      if (load->errors++ == 0) load->first_error = status.error_message();
    }
  }
};

void Run(Load* load, const char* address, const std::shared_ptr<grpc::ChannelCredentials>& credentials, int in_flight) {
  grpc::ChannelArguments arguments;
  // Channels to one address share a connection otherwise.
  arguments.SetInt("grpc.use_local_subchannel_pool", 1);
  auto stub = SessionsService::NewStub(grpc::CreateCustomChannel(address, credentials, arguments));
  std::vector<std::unique_ptr<Call>> calls;
  for (int i = 0; i < in_flight; i++) {
    calls.push_back(std::make_unique<Call>());
    calls.back()->load = load;
    calls.back()->stub = stub.get();
  }
  for (auto& call : calls) call->Begin();
  void* tag;
  bool ok;
  while (load->ended < load->wanted && load->queue.Next(&tag, &ok)) {
    Call* call = static_cast<Call*>(tag);
    call->End();
    call->Begin();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) return 64;
  const std::vector<std::string> tokens = Lines(argv[3]);
  const int connections = std::atoi(argv[4]), in_flight = std::atoi(argv[5]);
  const long wanted = std::atol(argv[6]);
  std::shared_ptr<grpc::ChannelCredentials> credentials = grpc::InsecureChannelCredentials();
  if (argc > 7) {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = ReadFile(argv[7]);
    credentials = grpc::SslCredentials(options);
  }
  std::vector<Load> loads(connections);
  std::vector<std::thread> threads;
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < connections; i++) {
    loads[i].credential = "Bearer " + Trimmed(ReadFile(argv[2]));
    loads[i].tokens = &tokens;
    loads[i].next_token = tokens.size() * i / connections;
    loads[i].wanted = wanted / connections;
    threads.emplace_back(Run, &loads[i], argv[1], credentials, in_flight);
  }
  for (auto& thread : threads) thread.join();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  long ended = 0, errors = 0;
  std::string first_error;
  for (auto& load : loads) {
    ended += load.ended;
    errors += load.errors;
    if (first_error.empty()) first_error = load.first_error;
  }
  std::printf("{\"calls\": %ld, \"errors\": %ld, \"seconds\": %.3f, \"per_second\": %.0f, \"first_error\": \"%s\"}\n", ended, errors,
              seconds, ended / seconds, first_error.c_str());
  return 0;
}
