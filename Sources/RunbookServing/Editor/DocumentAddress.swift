import RunbookModel

/// `file:` URIs of an editor, and paths (RFC 8089).
package enum DocumentAddress {
  /// The absolute path of a file; nil for other schemes, and for what is on another machine.
  package static func path(_ uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash]
    guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
    let path = PercentEncoding.decode(String(rest[slash...].prefix { $0 != "?" && $0 != "#" }))
    return path.utf8.contains(0) ? nil : normal(path)
  }

  package static func uri(_ path: String) -> String {
    "file://" + PercentEncoding.encode(path, keeping: "/")
  }

  /// Without `.`, `..` and doubled slashes.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
