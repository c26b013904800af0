/// For what another program said, whose form is its matter: what is missing is nil.
extension JSONNode {
  package subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var elements: [JSONNode] {
    if case .array(let elements) = kind { elements } else { [] }
  }

  package var string: String? { if case .string(let text) = kind { text } else { nil } }

  package var boolean: Bool? { if case .boolean(let value) = kind { value } else { nil } }

  /// A string; a number as it is written, as identifiers are the one or the other.
  package var text: String? {
    switch kind {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  package var integer: Int? { text.flatMap { Int($0) } }
}

extension JSONWriter {
  /// The bytes of an object.
  package static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    return json.bytes
  }
}
