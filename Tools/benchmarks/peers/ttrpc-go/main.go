// What containerd's ttrpc costs in Go: a server that answers every ValidateSession with the same message. For benchmarks only.
//
// Usage: ttrpc-go [PORT]      prints its address and serves until it is killed.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"

	account "accountv1gogo"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/types"
)

func main() {
	port := "0"
	if len(os.Args) > 1 {
		port = os.Args[1]
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		log.Fatal(err)
	}
	server, err := ttrpc.NewServer()
	if err != nil {
		log.Fatal(err)
	}
	answer := &account.ValidateSessionResponse{
		AccountId:       "acc_019a0000-0000-7000-8000-000000000001",
		SessionId:       "ses_019a0000-0000-7000-8000-000000000002",
		AuthenticatedAt: &types.Timestamp{Seconds: 1776243600, Nanos: 5000},
		ExpiresAt:       &types.Timestamp{Seconds: 1776848400},
		TwoFactor:       true,
	}
	server.Register("account.v1.SessionsService", map[string]ttrpc.Method{
		"ValidateSession": func(ctx context.Context, unmarshal func(interface{}) error) (interface{}, error) {
			var request account.ValidateSessionRequest
			if err := unmarshal(&request); err != nil {
				return nil, err
			}
			return answer, nil
		},
	})
	fmt.Printf("ttrpc-go on %s\n", listener.Addr())
	log.Fatal(server.Serve(context.Background(), listener))
}
