// RPCClientTests
