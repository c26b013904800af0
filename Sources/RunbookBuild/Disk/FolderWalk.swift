#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Everything below a folder, links unfollowed, in the order of the path bytes.
struct FolderWalk {
  struct Entry {
    /// Relative to the folder; bytes that are not text show as replacement characters.
    let path: String
    let kind: Disk.Kind
    let hasReadableName: Bool
  }

  /// Files and special files.
  let entries: [Entry]
  /// Folders that hold nothing, not even a folder.
  let emptyFolders: [String]
  /// Every folder below the folder.
  let folders: [String]
  /// Folders that could not be listed, if that is no problem.
  let unreadableFolders: [String]

  /// - Parameter requiresAll: whether a folder that cannot be listed is a problem. The folder itself
  ///   always has to be.
  init(
    _ folder: String, hidden: HiddenNames, requiresAll: Bool = true,
    leavingOut leavesOut: (String) -> Bool = { _ in false }
  ) throws(FileProblem) {
    var entries: [Entry] = []
    var folders: [String] = []
    var unreadableFolders: [String] = []
    var emptyFolders: [String] = []
    // The next one is last. A folder's entries take its place, sorted as if folder names ended with
    // a slash, so that nothing is left to be sorted at the end.
    var pending = [Entry(path: "", kind: .folder, hasReadableName: true)]
    while let entry = pending.popLast() {
      if !entry.path.isEmpty, leavesOut(entry.path) { continue }
      guard entry.kind == .folder else {
        entries.append(entry)
        continue
      }
      let children: [Entry]?
      do throws(FileProblem) {
        children = try Self.children(of: entry.path, in: folder, hidden)
      } catch {
        if requiresAll || entry.path.isEmpty { throw error }
        unreadableFolders.append(entry.path)
        continue
      }
      if !entry.path.isEmpty { folders.append(entry.path) }
      if let children {
        pending.append(contentsOf: children.reversed())
      } else if !entry.path.isEmpty {
        emptyFolders.append(entry.path)
      }
    }
    self.entries = entries
    self.folders = folders
    self.unreadableFolders = unreadableFolders
    self.emptyFolders = emptyFolders.sorted { $0.precedesByBytes($1) }
  }

  /// Nil for a folder that holds nothing.
  private static func children(of parent: String, in folder: String, _ hidden: HiddenNames)
    throws(FileProblem) -> [Entry]?
  {
    let names = try Disk.entries(in: parent.isEmpty ? folder : folder + "/" + parent)
    if names.isEmpty { return nil }
    var children: [(key: [UInt8], entry: Entry)] = []
    children.reserveCapacity(names.count)
    for name in names where hidden.includes(name.bytes) {
      let text = String(validating: name.bytes, as: UTF8.self)
      let shown = text ?? String(decoding: name.bytes, as: UTF8.self)
      let path = parent.isEmpty ? shown : parent + "/" + shown
      guard text != nil else {
        let entry = Entry(path: path, kind: .file, hasReadableName: false)
        children.append((Array(shown.utf8), entry))
        continue
      }
      var kind = name.kind
      if kind == nil { kind = try Disk.kind(of: folder + "/" + path) }
      // A name can vanish between listing and looking; then it is as if it had never been there.
      guard let kind else { continue }
      let key = kind == .folder ? name.bytes + [UInt8(ascii: "/")] : name.bytes
      children.append((key, Entry(path: path, kind: kind, hasReadableName: true)))
    }
    children.sort { precedes($0.key, $1.key) }
    return children.map(\.entry)
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let order = left.withUnsafeBytes { left in
      right.withUnsafeBytes { right -> Int32 in
        guard let start = left.baseAddress, let other = right.baseAddress else { return 0 }
        return memcmp(start, other, min(left.count, right.count))
      }
    }
    return order == 0 ? left.count < right.count : order < 0
  }
}

extension String {
  /// An order that depends on no locale and no Unicode version.
  func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
