@main struct Main { static func main() { print("rpcctl") } }
