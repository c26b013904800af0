import RunbookModel

/// Answers of a server, whose form is its matter: what is missing is nil.
extension JSONNode {
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.name == name }?.value
  }

  var elements: [JSONNode] {
    if case .array(let elements) = kind { elements } else { [] }
  }

  /// A string; a number as it is written, as identifiers are the one or the other.
  var text: String? {
    switch kind {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var integer: Int? { text.flatMap { Int($0) } }
}

extension JSONWriter {
  /// The bytes of an object.
  static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    return json.bytes
  }
}
