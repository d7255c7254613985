// What grpc-go costs: a server that answers every ValidateSession with the same message. For benchmarks only.
//
// Usage: grpc-go [PORT]      prints its address and serves until it is killed.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"

	account "accountv1"

	"github.com/golang/protobuf/ptypes/timestamp"
	"google.golang.org/grpc"
)

type sessions struct {
	account.UnimplementedSessionsServiceServer
}

var answer = &account.ValidateSessionResponse{
	AccountId:       "acc_019a0000-0000-7000-8000-000000000001",
	SessionId:       "ses_019a0000-0000-7000-8000-000000000002",
	AuthenticatedAt: &timestamp.Timestamp{Seconds: 1776243600, Nanos: 5000},
	ExpiresAt:       &timestamp.Timestamp{Seconds: 1776848400},
	TwoFactor:       true,
}

func (*sessions) ValidateSession(context.Context, *account.ValidateSessionRequest) (*account.ValidateSessionResponse, error) {
	return answer, nil
}

func main() {
	port := "0"
	if len(os.Args) > 1 {
		port = os.Args[1]
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer()
	account.RegisterSessionsServiceServer(server, &sessions{})
	fmt.Printf("grpc-go on %s\n", listener.Addr())
	log.Fatal(server.Serve(listener))
}
