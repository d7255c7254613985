internal import Foundation

/// Reads a scenario file. A mistake is told with the path of its field: `mix[2].flow[0].method: …`.
package struct ScenarioReader {
    private let coder: MessageCoder
    private static let maximumBytes = 4 << 20
    private static let maximumEntries = 1_000
    private static let maximumAccounts = 10_000_000

    package init(_ coder: MessageCoder) { self.coder = coder }

    package func read(file: String) throws(LoadError) -> Scenario {
        guard let data = FileManager.default.contents(atPath: file) else { throw LoadError("\(file) can't be read") }
        do throws(LoadError) {
            return try read(String(decoding: data, as: UTF8.self))
        } catch {
            throw LoadError("\(file): \(error)")
        }
    }

    package func read(_ text: String) throws(LoadError) -> Scenario {
        guard text.utf8.count <= Self.maximumBytes else { throw LoadError("is longer than 4 MiB") }
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        } catch {
            let nsError = error as NSError
            throw LoadError("is no JSON: \(nsError.userInfo["NSDebugDescription"] ?? nsError.localizedDescription)")
        }
        var fields = try FieldReader(object, at: "")
        let name = try fields.needText("name")
        _ = try fields.text("description")
        let accounts = try fields.number("accounts", in: 0...Self.maximumAccounts) ?? 0
        guard let mix = try fields.list("mix", atMost: Self.maximumEntries) else { throw LoadError("mix: is missing") }
        try fields.refuseTheRest()
        var entries: [Scenario.Entry] = []
        for (index, value) in mix.enumerated() {
            let entry = try self.entry(value, at: "mix[\(index)]")
            guard !entries.contains(where: { $0.name == entry.name }) else {
                throw LoadError("mix[\(index)].name: “\(entry.name)” is there twice")
            }
            entries.append(entry)
        }
        return Scenario(name: name, accounts: accounts, entries: entries)
    }

    private func entry(_ value: Any, at path: String) throws(LoadError) -> Scenario.Entry {
        var fields = try FieldReader(value, at: path)
        let weight = try fields.number("weight", in: 1...1_000_000) ?? 1
        guard let steps = try fields.list("flow", atMost: 100) else {
            let call = try self.call(&fields, known: [])
            guard call.saved.isEmpty else { throw LoadError("\(path).save: only a flow's steps carry values on") }
            return Scenario.Entry(name: call.name, weight: weight, steps: [.call(call)], isFlow: false)
        }
        let name = try fields.needText("name")
        try fields.refuseTheRest()
        var read: [Scenario.Step] = []
        var known: Set<String> = []
        for (index, step) in steps.enumerated() {
            var step = try FieldReader(step, at: "\(path).flow[\(index)]")
            if let pause = try step.secondsRange("pause") {
                try step.refuseTheRest()
                read.append(.pause(pause))
                continue
            }
            let call = try self.call(&step, known: known)
            known.formUnion(call.saved.map(\.name))
            read.append(.call(call))
        }
        let entry = Scenario.Entry(name: name, weight: weight, steps: read, isFlow: true)
        guard !entry.calls.isEmpty else { throw LoadError("\(path).flow: calls nothing") }
        return entry
    }

    private func call(
        _ fields: inout FieldReader, known: Set<String>
    ) throws(LoadError) -> Scenario.Call {
        let methodName = try fields.needText("method")
        let method = try Self.at(fields.at("method")) { () throws(LoadError) in try coder.method(named: methodName) }
        guard !method.streamsRequests else {
            throw LoadError("\(fields.at("method")): \(method.name) takes a stream; rpcload sends one request a call")
        }
        let name = try fields.text("name") ?? method.name
        let request = try self.request(&fields, method, known)
        var session: Template?
        if let text = try fields.text("session") {
            session = try template(text, at: fields.at("session"), known)
        }
        let saved = try self.saved(&fields, method)
        let stream = try self.stream(&fields, method)
        try fields.refuseTheRest()
        return Scenario.Call(
            name: name, method: method, request: request, session: session, saved: saved, stream: stream)
    }

    private func stream(_ fields: inout FieldReader, _ method: MessageCoder.Method) throws(LoadError) -> StreamLimits? {
        guard method.streamsAnswers else {
            for name in ["messages", "seconds"] where fields.has(name) {
                throw LoadError("\(fields.at(name)): \(method.name) is no stream")
            }
            return nil
        }
        return StreamLimits(
            messages: try fields.number("messages", in: 1...1_000_000_000) ?? .max,
            nanoseconds: try fields.seconds("seconds"))
    }

    // MARK: Requests

    private func request(
        _ fields: inout FieldReader, _ method: MessageCoder.Method, _ known: Set<String>
    ) throws(LoadError) -> Template {
        let path = fields.at("request")
        let object = try fields.object("request") ?? [:]
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        else { throw LoadError("\(path): is no JSON") }
        let template = try template(String(decoding: data, as: UTF8.self), at: path, known)
        try check(template, method, at: path)
        return template
    }

    private func template(_ text: String, at path: String, _ known: Set<String>) throws(LoadError) -> Template {
        let template = try Self.at(path) { () throws(LoadError) in try Template(text) }
        let names = LoadAccount.names + Patch.Value.allCases.map(\.rawValue) + known.sorted()
        if let name = template.names.first(where: { !names.contains($0) }) {
            throw LoadError("\(path): {{\(name)}} is not known; there are \(names.joined(separator: ", "))")
        }
        return template
    }

    /// It has to become the method's request. What a name will stand for isn't known yet: one of these is of its kind.
    private func check(_ template: Template, _ method: MessageCoder.Method, at path: String) throws(LoadError) {
        var failure: LoadError?
        for sample in ["x", "1", "2026-01-01T00:00:00Z", "eA=="] {
            do throws(LoadError) {
                let json = try template.json { _ in sample }
                _ = try coder.encode(json, as: method.request)
                return
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw LoadError("\(path): \(failure)") }
    }

    private func saved(
        _ fields: inout FieldReader, _ method: MessageCoder.Method
    ) throws(LoadError) -> [Scenario.Saved] {
        let path = fields.at("save")
        guard let object = try fields.object("save") else { return [] }
        var saved: [Scenario.Saved] = []
        for name in object.keys.sorted() {
            guard let text = object[name] as? String, case let fields = text.split(separator: ".").map(String.init),
                !fields.isEmpty
            else { throw LoadError("\(path).\(name): is no path of field names") }
            guard !name.contains("."), Patch.Value(rawValue: name) == nil else {
                throw LoadError("\(path).\(name): that name is taken")
            }
            guard try coder.has(fields, in: method.response) else {
                throw LoadError("\(path).\(name): the answer of \(method.name) has no “\(text)”")
            }
            saved.append(.init(name: name, path: fields))
        }
        return saved
    }

    private static func at<Value>(_ path: String, _ body: () throws(LoadError) -> Value) throws(LoadError) -> Value {
        do throws(LoadError) {
            return try body()
        } catch {
            throw LoadError("\(path): \(error)")
        }
    }
}
