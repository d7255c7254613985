import Domain
import Messages
import RPC

extension ServiceRuntime {
    var exportDataHandler: Handler {
        stream(.exportData) { (_: ExportDataRequest) throws(DomainError) in
            ExportData()
        } encode: { piece in
            ExportDataResponse(chunk: String(decoding: piece, as: UTF8.self))
        }
    }
}
