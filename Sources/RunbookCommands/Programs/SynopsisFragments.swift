/// Lines that several verbs, or several programs, share: in a synopsis, `@name` on a line of its own
/// stands for the lines of that name, as deep as it stands.
extension String {
  func including(_ fragments: [String: String]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * utf8.count)
    Self.append(self, indent: [], fragments, depth: 0, to: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  /// A fragment may hold others; one that would hold itself stays as it is after some rounds, and the
  /// synopsis is then not well-formed.
  private static func append(
    _ text: String, indent: [UInt8], _ fragments: [String: String], depth: Int,
    to bytes: inout [UInt8]
  ) {
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      let margin = line.prefix { $0 == UInt8(ascii: " ") }
      let body = line.dropFirst(margin.count)
      if depth < 8, body.first == UInt8(ascii: "@"),
        let found = fragments[String(decoding: body.dropFirst(), as: UTF8.self)]
      {
        append(found, indent: indent + margin, fragments, depth: depth + 1, to: &bytes)
      } else {
        bytes += indent
        bytes += line
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }
  /// A synopsis without what it says of versions.
  var withoutVersions: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var rest = String(line)
      for name in ["{since=", "{removed=", "{deprecated="] {
        while let start = rest.firstRange(of: name)?.lowerBound {
          let end = rest[start...].firstIndex(of: "}") ?? rest.endIndex
          rest = String(rest[..<start].trimmedEnd + rest[end...].dropFirst())
        }
      }
      return rest
    }
    return lines.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
