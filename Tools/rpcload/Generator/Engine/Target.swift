internal import HTTP2Client
package import TLS

/// Where the calls go.
package struct Target: Sendable {
    package let address: Address
    package let face: FaceName
    package let tls: TLSClient?

    package init(address: Address, face: FaceName, tls: TLSClient?) {
        self.address = address
        self.face = face
        self.tls = tls
    }

    func connect(_ memory: HTTP2Memory) throws(LoadError) -> (Link, any Face) {
        let link = try Link(address, tls: tls)
        return (link, face == .ttrpc ? TTRPCFace() : try GRPCFace(memory: memory))
    }
}
