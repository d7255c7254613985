#!/usr/bin/env bash
# Builds the peers in Go from Debian's packages, which have no modules: their generated messages too, with the generators that those
# packages hold. Sourced by Tools/bench, in the root of the checkout.
go_peers() {
  local out="$PWD/.build/bench"
  export GO111MODULE=off GOFLAGS='' GOPATH="$out/go:/usr/share/gocode" GOCACHE="$out/go-cache"
  mkdir -p "$out/go/src/accountv1" "$out/go/src/accountv1gogo"
  # grpc-go's messages by golang/protobuf, ttrpc's by gogo/protobuf's fast ones, as containerd uses them.
  go build -o "$out/protoc-gen-go" github.com/golang/protobuf/protoc-gen-go
  go build -o "$out/protoc-gen-gogofaster" github.com/gogo/protobuf/protoc-gen-gogofaster
  protoc -I proto --plugin="$out/protoc-gen-go" \
    --go_out="plugins=grpc,paths=source_relative,Maccount/v1/sessions.proto=accountv1,Mgoogle/protobuf/timestamp.proto=github.com/golang/protobuf/ptypes/timestamp:$out/go" account/v1/sessions.proto
  mv "$out/go/account/v1/sessions.pb.go" "$out/go/src/accountv1/"
  protoc -I proto --plugin="$out/protoc-gen-gogofaster" \
    --gogofaster_out="paths=source_relative,Maccount/v1/sessions.proto=accountv1gogo,Mgoogle/protobuf/timestamp.proto=github.com/gogo/protobuf/types:$out/go" \
    account/v1/sessions.proto
  mv "$out/go/account/v1/sessions.pb.go" "$out/go/src/accountv1gogo/"
  go build -o "$out/ttrpc-go" Tools/benchmarks/peers/ttrpc-go/main.go
  go build -o "$out/grpc-go" Tools/benchmarks/peers/grpc-go/main.go
}
