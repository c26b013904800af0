/// A YAML tree that remembers where each part stands. Scalars keep their text: `no`, `1.10` and a
/// date are what the author wrote until a field of a declared type reads them.
package struct YAMLNode: Sendable {
  package struct Pair: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  package indirect enum Kind: Sendable {
    case scalar(String, quoted: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  package let kind: Kind
  package let range: ByteRange

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  /// The text of a scalar; nil for a list or a mapping.
  package var scalar: String? {
    if case .scalar(let text, _) = kind { text } else { nil }
  }

  /// An empty or `null` plain scalar: the key stands there without a value.
  package var isNull: Bool {
    guard case .scalar(let text, quoted: false) = kind, text.utf8.count <= 4 else { return false }
    return switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// What it is, in the words of a message.
  package var typeName: String {
    switch kind {
    case .scalar: isNull ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
