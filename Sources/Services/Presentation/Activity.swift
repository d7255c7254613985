import Domain
import Messages

extension Activity {
    init(_ view: ActivityView) {
        self.init(
            id: view.id.text, kind: view.kind, occurredAt: Timestamp(view.occurredAt), actor: ActivityActor(view.actor),
            actorName: view.actorName, summary: view.summary,
            details: view.details.map { Messages.ActivityDetail(name: $0.name, value: $0.value) },
            occurredText: view.occurredText, sequence: view.link?.sequence ?? 0, hash: view.link?.hash ?? [],
            previousHash: view.link?.previousHash ?? [])
    }
}

extension ActivityHead {
    init(_ head: SignedActivityHead) {
        self.init(
            count: head.record.count, hash: head.record.hash, addedAt: Timestamp(head.record.at),
            unchained: head.record.chain.unchained, signature: head.signature, publicKey: head.publicKey)
    }
}

extension ActivityActor {
    init(_ actor: Domain.Actor) {
        switch actor {
        case .customer: self = .customer
        case .service: self = .service
        case .support: self = .support
        case .system: self = .system
        }
    }
}
