import RunbookModel
import Synchronization

/// "Did you mean" for paths. What makes each question cheap is made at the first one, as most sites have no
/// path that leads nowhere.
package final class PathSuggestions: Sendable {
  private struct Tables {
    var byName: [String: [String]] = [:]
    var byFolder: [String: [String]] = [:]

    init(_ paths: [String]) {
      for path in paths.sorted() {
        let path = PagePath(path)
        byName[path.fileName.lowercased(), default: []].append(path.text)
        byFolder[path.folder, default: []].append(path.fileName)
      }
    }
  }

  private let paths: [String]
  private let tables = Mutex<Tables?>(nil)

  package init(_ paths: [String]) { self.paths = paths }

  private var made: Tables {
    tables.withLock { tables in
      let made = tables ?? Tables(paths)
      tables = made
      return made
    }
  }

  /// The only path that differs from a missing one in upper and lower case.
  func sameIgnoringCase(_ path: String) -> String? {
    let lower = path.lowercased()
    let same = made.byName[PagePath(lower).fileName]?.filter { $0.lowercased() == lower } ?? []
    return same.count == 1 ? same[0] : nil
  }

  /// The page at an address as Hugo publishes it, which is in lower case and names no file: `programs/vtctl` for
  /// `programs/vtCtl.md`.
  func page(atAddress path: String) -> String? {
    let names = [".md", "/index.md", "/_index.md", "/readme.md"]
    let found = Set(names.compactMap { sameIgnoringCase(path + $0) })
    return found.count == 1 ? found.first : nil
  }

  /// The path that a missing one was probably meant to be: the same file elsewhere, if only one is
  /// called so, or one of nearly that name in the same folder.
  package func nearest(to path: String) -> String? {
    if let same = sameIgnoringCase(path) { return same }
    let wanted = PagePath(path)
    let (name, made) = (wanted.fileName, made)
    for candidate in [name, name + ".md", wanted.stem + ".md"] {
      if let paths = made.byName[candidate.lowercased()], paths.count == 1 { return paths[0] }
    }
    // A folder of thousands is not searched: every broken link would pay for it.
    let neighbours = (made.byFolder[wanted.folder] ?? []).prefix(1000)
    guard let near = NearestName.suggestion(for: name, among: neighbours) else { return nil }
    return wanted.folder.isEmpty ? near : wanted.folder + "/" + near
  }
}

extension PagePath {
  /// The reference by which a page links to a path of the content folder: `../net/dns.md`.
  package func reference(to target: String) -> String {
    let here = folder.split(separator: "/")
    let there = PagePath(target).folder.split(separator: "/")
    let shared = zip(here, there).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: here.count - shared)
    let down = there.dropFirst(shared).map(String.init)
    return (up + down + [PagePath(target).fileName]).joined(separator: "/")
  }
}
