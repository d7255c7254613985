import Domain
import Messages
import RPC

extension ServiceRuntime {
    var enrollTotpHandler: Handler {
        write(.enrollTotp) { (_: EnrollTotpRequest) throws(DomainError) in
            EnrollTotp()
        } encode: { answer in
            EnrollTotpResponse(secret: answer.secret, otpauthURI: answer.otpauthURI, qrSvg: answer.qrSVG)
        }
    }
}
