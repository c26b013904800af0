#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An absolute path without links and dots, so that two paths can be compared. The place need not
/// exist.
struct CanonicalPath: Equatable {
  let components: [String]

  var path: String { "/" + components.joined(separator: "/") }

  init(_ path: String) throws(FileProblem) {
    try FileProblem.check(path, "find")
    guard !path.isEmpty else {
      throw FileProblem(
        path: path, operation: "find", reason: "the path is empty", advice: "name a folder")
    }
    // What exists is resolved by the system; the rest, which holds no links, is resolved here.
    var existing = path
    var missing: [Substring] = []
    while true {
      if let resolved = try Self.resolve(existing.isEmpty ? "." : existing) {
        components = Self.joined(resolved, missing)
        return
      }
      let code = errno
      let isDanglingLink = code == ENOENT && (try? Disk.kind(of: existing)) == .link
      guard code == ENOENT, !existing.isEmpty, !isDanglingLink else {
        let reason = isDanglingLink ? ELOOP : code
        throw FileProblem(path: path, operation: "find", code: reason)
      }
      while existing.count > 1 && existing.hasSuffix("/") { existing.removeLast() }
      let parent = existing.deletingLastComponent
      missing.insert(
        existing.split(separator: "/").last ?? "", at: 0)
      existing = parent
    }
  }

  /// Whether the other place is this one or lies below it.
  func contains(_ other: CanonicalPath) -> Bool {
    other.components.starts(with: components)
  }

  /// Nil with the code in `errno` where the system finds nothing.
  private static func resolve(_ path: String) throws(FileProblem) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    if let text = String(validatingCString: resolved) { return text }
    throw FileProblem(
      path: path, operation: "find",
      reason: "its full path is not UTF-8: \(String(cString: resolved))",
      advice: "rename the folder that is spelt in another encoding")
  }

  private static func joined(_ base: String, _ rest: [Substring]) -> [String] {
    var components = base.split(separator: "/").map(String.init)
    for component in rest where component != "." && !component.isEmpty {
      if component == ".." {
        _ = components.popLast()
      } else {
        components.append(String(component))
      }
    }
    return components
  }
}

/// Paths as they are named from a folder.
package enum RelativePath {
  /// The path of a place below a folder, nothing for the folder itself, and nil for a place outside
  /// it.
  package static func of(_ path: String, in folder: String) throws(FileProblem) -> String? {
    let place = try CanonicalPath(path)
    let base = try CanonicalPath(folder)
    guard base.contains(place) else { return nil }
    return place.components.dropFirst(base.components.count).joined(separator: "/")
  }
}
