/// Why a run can't be made or can't go on; one line for people.
package struct LoadError: Error, CustomStringConvertible, Equatable {
    package let description: String
    package init(_ description: String) { self.description = description }
}
