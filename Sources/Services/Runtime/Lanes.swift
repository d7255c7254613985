import Domain
import Messages
import RPC

// A lane says where a method runs. Handlers are declared through these three and `stream`, and never see a thread, a socket or a store.
extension ServiceRuntime {
    /// A look, on one of the store's readers.
    func read<Request: Message, Look: Query, Response: Message>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Look,
        encode: @escaping @Sendable (Look.Answer) -> Response
    ) -> Handler {
        .gated(gate(.read, method)) { [self] call, responder in
            guard let errand: Errand<Request> = errand(method, call, responder, requestID: { _ in nil }) else { return }
            store.read(as: method.priority, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
                let look = Domain.Look(rows, environment)
                let principal = try errand.authorize(look)
                return encode(try decode(errand.request).perform(look, as: principal)).encodedBytes(arena: Arena())
            } then: { result in
                switch result {
                case .success(let bytes): responder.respond(bytes)
                case .failure(let error): errand.fail(error)
                }
            }
        }
    }

    /// Closed while the store's queue for such work has no room for one more.
    func gate(_ work: StoreWork, _ method: Method) -> Gate {
        { [store] in store.refuses(work, as: method.priority) ? .overloaded : nil }
    }

    /// A change, in one transaction on the store's writer. `account` names whose data key seals the kept answer.
    func write<Request: MutatingRequest, Change: Operation, Response: Message>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Change,
        account: @escaping @Sendable (Change.Answer) -> AccountID? = { _ in nil },
        encode: @escaping @Sendable (Change.Answer) -> Response
    ) -> Handler {
        .gated(gate(.write, method)) { [self] call, responder in
            guard let errand: Errand<Request> = errand(method, call, responder, requestID: \.requestID) else { return }
            store.write(as: method.priority, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
                let work = Work(rows, environment)
                return try errand.once(work) { principal throws(DomainError) in
                    try decode(errand.request).perform(work, as: principal)
                } account: {
                    account($0)
                } encode: {
                    encode($0)
                }
            } then: {
                errand.answer($0, encode)
            }
        }
    }

    /// A change that hashes a password between two transactions, on the hash pool.
    func hash<Request: MutatingRequest, Change: HashedOperation, Response: Message>(
        _ method: Method,
        decode: @escaping @Sendable (Request) throws(DomainError) -> Change,
        account: @escaping @Sendable (Change.Answer) -> AccountID? = { _ in nil },
        encode: @escaping @Sendable (Change.Answer) -> Response
    ) -> Handler {
        .gated { [hashPool, gate = gate(.write, method)] in
            hashPool.refuses(as: method.priority) ? .overloaded : gate()
        } _: { [self] call, responder in
            guard let errand: Errand<Request> = errand(method, call, responder, requestID: \.requestID) else { return }
            prepare(errand, decode) { [self] change, prepared in
                submitHash(errand, change, prepared) { [self] hashed in
                    finish(errand, change, hashed, account, encode)
                }
            }
        }
    }

    private enum Begun<Prepared: Sendable>: Sendable {
        case replayed([UInt8])
        case prepared(Prepared)
    }

    private func prepare<Request: Message, Change: HashedOperation>(
        _ errand: Errand<Request>, _ decode: @escaping @Sendable (Request) throws(DomainError) -> Change,
        then proceed: @escaping @Sendable (Change, Change.Prepared) -> Void
    ) {
        let change: Change
        do {
            change = try decode(errand.request)
        } catch {
            // Who calls is settled before what was asked: a stranger learns nothing of the rules.
            return refuseAfterAccess(errand, error)
        }
        store.write(as: errand.method.priority, unless: errand.isAbandoned) {
            [environment] rows throws(DomainError) -> Verdict<Begun<Change.Prepared>> in
            let work = Work(rows, environment)
            if errand.replay?.outlivesSession == true, let bytes = try work.firstAnswer(errand.replay) {
                return .done(.replayed(bytes))
            }
            let principal = try errand.authorize(work.look)
            if let bytes = try work.firstAnswer(errand.replay) { return .done(.replayed(bytes)) }
            switch try change.prepare(work, as: principal) {
            case .done(let prepared): return .done(.prepared(prepared))
            case .refuse(let error): return .refuse(error)
            }
        } then: { outcome in
            switch outcome {
            case .committed(.replayed(let bytes)): errand.responder.respond(bytes)
            case .committed(.prepared(let prepared)): proceed(change, prepared)
            case .refused(let error), .failed(let error): errand.fail(error)
            }
        }
    }

    private func refuseAfterAccess<Request: Message>(_ errand: Errand<Request>, _ refusal: DomainError) {
        store.read(as: errand.method.priority, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
            _ = try errand.authorize(Look(rows, environment))
        } then: { result in
            if case .failure(let error) = result { errand.fail(error) } else { errand.fail(refusal) }
        }
    }

    private func submitHash<Request: Message, Change: HashedOperation>(
        _ errand: Errand<Request>, _ change: Change, _ prepared: Change.Prepared,
        then proceed: @escaping @Sendable (Change.Hashed) -> Void
    ) {
        hashPool.submit(as: errand.method.priority) { [environment] in
            guard !errand.responder.isCancelled else { return }
            do throws(DomainError) {
                proceed(try change.hash(prepared, in: environment))
            } catch {
                errand.fail(error)
            }
        } turnedAway: {
            errand.fail(.overloaded)
        }
    }

    private func finish<Request: Message, Change: HashedOperation, Response: Message>(
        _ errand: Errand<Request>, _ change: Change, _ hashed: Change.Hashed,
        _ account: @escaping @Sendable (Change.Answer) -> AccountID?,
        _ encode: @escaping @Sendable (Change.Answer) -> Response
    ) {
        // What has cost a hash is not turned away any more.
        store.write(as: .first, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
            let work = Work(rows, environment)
            return try errand.once(work) { principal throws(DomainError) in
                try change.finish(work, hashed, as: principal)
            } account: {
                account($0)
            } encode: {
                encode($0)
            }
        } then: {
            errand.answer($0, encode)
        }
    }
}

extension Errand {
    /// Who calls, if they may; an owner's call counts as a use of the session.
    func authorize(_ look: Look) throws(DomainError) -> Principal {
        let principal = try method.access.authorize(credentials, look)
        if case .owner(let owner) = principal {
            runtime.store.hot.sessionSeen(tokenHash: owner.session.tokenHash, at: look.now)
        }
        return principal
    }

    /// Authorizes, answers a repeated request with its first answer, else performs and keeps the answer: all in `work`.
    fileprivate func once<Answer: Sendable, Response: Message>(
        _ work: Work,
        perform: (Principal) throws(DomainError) -> Verdict<Answer>,
        account: (Answer) -> AccountID?,
        encode: (Answer) -> Response
    ) throws(DomainError) -> Verdict<Performed<Answer>> {
        if replay?.outlivesSession == true, let bytes = try work.firstAnswer(replay) { return .done(.encoded(bytes)) }
        let principal = try authorize(work.look)
        if let bytes = try work.firstAnswer(replay) { return .done(.encoded(bytes)) }
        switch try perform(principal) {
        case .refuse(let error): return .refuse(error)
        case .done(let answer):
            guard let replay else { return .done(.answer(answer)) }
            let bytes = encode(answer).encodedBytes(arena: Arena())
            try work.keep(bytes, for: replay, account: account(answer) ?? principal.ownAccount)
            return .done(.encoded(bytes))
        }
    }

    /// What isn't encoded yet is encoded by who sends it: the store's writer is what everybody waits for.
    fileprivate func answer<Answer: Sendable, Response: Message>(
        _ outcome: Outcome<Performed<Answer>>, _ encode: @escaping @Sendable (Answer) -> Response
    ) {
        switch outcome {
        case .committed(.encoded(let bytes)): responder.respond(bytes)
        case .committed(.answer(let answer)): responder.respond { encode(answer).encodedBytes(arena: Arena()) }
        case .refused(let error), .failed(let error): fail(error)
        }
    }
}

/// What a change came to, in the transaction.
private enum Performed<Answer: Sendable>: Sendable {
    /// As it was kept for repetitions, or was answered before.
    case encoded([UInt8])
    case answer(Answer)
}

extension Principal {
    fileprivate var ownAccount: AccountID? {
        if case .owner(let owner) = self { owner.account } else { nil }
    }
}
