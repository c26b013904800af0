import RunbookChecks
import RunbookModel

/// What the files of a page are called in Confluence, where attachments of a page are one flat list
/// and names that differ only in case are one name.
struct AttachmentNames: Sendable {
  /// The files and their names, in the order given.
  private(set) var files: [(path: PagePath, name: String)] = []
  /// By the bytes of the path: to `String` two spellings of one accent are equal, to a disk they are
  /// two files.
  private var names: [[UInt8]: String] = [:]

  /// Folders become part of the name. Where that gives two files one name, each gets a part of its
  /// path's hash, so that none depends on the order.
  ///
  /// - Parameter paths: from the content folder; may repeat.
  init(_ paths: [PagePath]) {
    var seen: Set<[UInt8]> = []
    let paths = paths.filter { seen.insert(Array($0.text.utf8)).inserted }
    let uses = paths.reduce(into: [:]) { $0[Self.key(Self.flat($1)), default: 0] += 1 }
    var taken = Set(uses.keys)
    for path in paths {
      let flat = Self.flat(path)
      let name = uses[Self.key(flat)] == 1 ? flat : Self.distinct(flat, path, &taken)
      names[Array(path.text.utf8)] = name
      files.append((path, name))
    }
  }

  /// Falls back on the flat name for a file that was not given.
  subscript(path: PagePath) -> String { names[Array(path.text.utf8)] ?? Self.flat(path) }

  private static func flat(_ path: PagePath) -> String {
    path.text.split(separator: "/").joined(separator: "_")
  }

  private static func key(_ name: String) -> String { ConfluenceName.folded(name) }

  /// `img_plan-1f3a9c04.png`
  private static func distinct(_ name: String, _ path: PagePath, _ taken: inout Set<String>)
    -> String
  {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    var text = path.text
    while true {
      let hash = SHA256.hex(Array(text.utf8)).prefix(8)
      let candidate = "\(name[..<dot])-\(hash)\(name[dot...])"
      if taken.insert(key(candidate)).inserted { return candidate }
      text += "/"
    }
  }
}
