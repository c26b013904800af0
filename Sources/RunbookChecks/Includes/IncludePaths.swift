import RunbookModel

/// Relative addresses of one page as another has to write them.
struct IncludePaths {
  private let source: [Substring]
  private let target: [Substring]

  init(from source: PagePath, to target: PagePath) {
    self.source = source.folder.split(separator: "/")
    self.target = target.folder.split(separator: "/")
  }

  func address(_ destination: String) -> String {
    guard source != target, !destination.isEmpty, !destination.hasPrefix("/"),
      !destination.hasPrefix("#"), !destination.hasPrefix("?"), !SiteIndex.isExternal(destination)
    else { return destination }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    var (names, up) = (source, 0)
    for name in path.split(separator: "/") where name != "." {
      if name != ".." { names.append(name) } else if names.popLast() == nil { up += 1 }
    }
    let shared = up > 0 ? 0 : zip(names.dropLast(), target).prefix { $0 == $1 }.count
    let way = Array(repeating: "..", count: target.count - shared + up) + names.dropFirst(shared)
    return way.map(String.init).joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
      + destination.dropFirst(path.count)
  }
}
