// RPCClient
