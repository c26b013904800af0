/// A JSON value (RFC 8259) that remembers where it stands, so that whoever finds the wrong thing in
/// a file can say where.
package struct JSONNode: Sendable, Equatable {
  package struct Member: Sendable, Equatable {
    package let name: String
    package let value: JSONNode

    package init(name: String, value: JSONNode) {
      (self.name, self.value) = (name, value)
    }
  }

  package indirect enum Kind: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// As it is written: JSON does not say how exact a number is.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// In the order of the text; a name may come twice.
    case object([Member])
  }

  package let kind: Kind
  /// Where the value's first byte stands.
  package let offset: Int

  package init(kind: Kind, offset: Int) {
    (self.kind, self.offset) = (kind, offset)
  }

  /// What it is, in the words of a message.
  package var typeName: String {
    switch kind {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Why a text is not JSON, and where.
package struct JSONProblem: Error, Sendable, Equatable {
  /// Byte offset.
  package let offset: Int
  package let reason: String

  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}
