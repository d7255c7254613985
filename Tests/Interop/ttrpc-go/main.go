// A ttrpc client that is not ours: containerd's, as Debian ships it, against a running accountd.
//
// Usage: ttrpc-go HOST:PORT SERVICE-TOKEN
// Prints one line a check and exits 1 at the first that fails.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/containerd/ttrpc"
	"github.com/gogo/protobuf/proto"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type empty struct{}

func (m *empty) Reset()         { *m = empty{} }
func (m *empty) String() string { return proto.CompactTextString(m) }
func (m *empty) ProtoMessage()  {}

type category struct {
	ID        string `protobuf:"bytes,1,opt,name=id,proto3"`
	Title     string `protobuf:"bytes,2,opt,name=title,proto3"`
	Mandatory bool   `protobuf:"varint,4,opt,name=mandatory,proto3"`
}

func (m *category) Reset()         { *m = category{} }
func (m *category) String() string { return proto.CompactTextString(m) }
func (m *category) ProtoMessage()  {}

type categories struct {
	Categories []*category `protobuf:"bytes,1,rep,name=categories,proto3"`
}

func (m *categories) Reset()         { *m = categories{} }
func (m *categories) String() string { return proto.CompactTextString(m) }
func (m *categories) ProtoMessage()  {}

type token struct {
	Token string `protobuf:"bytes,1,opt,name=session_token,proto3"`
}

func (m *token) Reset()         { *m = token{} }
func (m *token) String() string { return proto.CompactTextString(m) }
func (m *token) ProtoMessage()  {}

type signIn struct {
	Email    string `protobuf:"bytes,1,opt,name=email,proto3"`
	Password string `protobuf:"bytes,2,opt,name=password,proto3"`
}

func (m *signIn) Reset()         { *m = signIn{} }
func (m *signIn) String() string { return proto.CompactTextString(m) }
func (m *signIn) ProtoMessage()  {}

func check(name string, ok bool, what interface{}) {
	if !ok {
		fmt.Printf("FAILED %s: %v\n", name, what)
		os.Exit(1)
	}
	fmt.Printf("ok %s\n", name)
}

func main() {
	conn, err := net.Dial("tcp", os.Args[1])
	check("connect", err == nil, err)
	client := ttrpc.NewClient(conn)
	defer client.Close()
	base, cancelAll := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancelAll()
	md := ttrpc.MD{}
	md.Set("service-authorization", "Bearer "+os.Args[2])
	ctx := ttrpc.WithMetadata(base, md)

	list := &categories{}
	err = client.Call(ctx, "account.v1.NotificationsService", "ListCategories", &empty{}, list)
	check("unary call", err == nil && len(list.Categories) == 11 && list.Categories[0].Mandatory, err)

	err = client.Call(ctx, "account.v1.SessionsService", "ValidateSession", &token{Token: "ast_nobody"}, &empty{})
	check("an error is a status", status.Code(err) == codes.Unauthenticated, err)

	reason := ""
	for _, detail := range status.Convert(err).Details() {
		if info, is := detail.(*errdetails.ErrorInfo); is {
			reason = info.Reason
		}
	}
	check("a status carries its reason", reason == "BAD_CREDENTIALS", reason)

	var wrong int64
	var group sync.WaitGroup
	for i := 0; i < 1000; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			answer := &categories{}
			if err := client.Call(ctx, "account.v1.NotificationsService", "ListCategories", &empty{}, answer); err != nil || len(answer.Categories) != 11 {
				atomic.AddInt64(&wrong, 1)
			}
		}()
	}
	group.Wait()
	check("1,000 concurrent calls on one connection", wrong == 0, wrong)

	err = client.Call(ctx, "account.v1.AccountService", "NoSuchMethod", &empty{}, &empty{})
	check("unknown method", status.Code(err) == codes.Unimplemented, err)
	err = client.Call(ctx, "account.v1.NoSuchService", "SignUp", &empty{}, &empty{})
	check("unknown service", status.Code(err) == codes.Unimplemented, err)

	err = client.Call(ctx, "account.v1.SessionsService", "ValidateSession", &token{Token: strings.Repeat("x", 5<<20)}, &empty{})
	check("oversized message", status.Code(err) == codes.ResourceExhausted, err)
	err = client.Call(ctx, "account.v1.NotificationsService", "ListCategories", &empty{}, list)
	check("the connection outlives it", err == nil, err)

	short, cancel := context.WithTimeout(ctx, time.Nanosecond)
	defer cancel()
	err = client.Call(short, "account.v1.SessionsService", "SignIn", &signIn{Email: "a@example.org", Password: "a password that is long enough"}, &empty{})
	check("a deadline that has passed", status.Code(err) == codes.DeadlineExceeded || err == context.DeadlineExceeded, err)
	err = client.Call(ctx, "account.v1.NotificationsService", "ListCategories", &empty{}, list)
	check("the connection outlives that too", err == nil, err)

	// The client itself would not send it: here the server has to refuse.
	late, err := net.Dial("tcp", os.Args[1])
	check("a second connection", err == nil, err)
	expired := ttrpc.NewClient(late, ttrpc.WithUnaryClientInterceptor(
		func(ctx context.Context, req *ttrpc.Request, resp *ttrpc.Response, _ *ttrpc.UnaryClientInfo, invoke ttrpc.Invoker) error {
			req.TimeoutNano = -1
			return invoke(ctx, req, resp)
		}))
	defer expired.Close()
	err = expired.Call(ctx, "account.v1.NotificationsService", "ListCategories", &empty{}, list)
	check("a negative timeout is refused by the server", status.Code(err) == codes.DeadlineExceeded, err)
	fmt.Println("passed")
}
