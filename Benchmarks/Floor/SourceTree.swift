private import Glibc

/// The folders and Markdown files below a folder, as paths that start with a slash, folders before
/// what is in them. The order is that of the file system, the same for every process of a run.
struct SourceTree {
  private(set) var folders: [String] = [""]
  private(set) var pages: [String] = []

  init(_ root: String) {
    var next = 0
    while next < folders.count {
      read(folders[next], below: root)
      next += 1
    }
  }

  private mutating func read(_ folder: String, below root: String) {
    guard let stream = opendir(root + folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      if Int(entry.pointee.d_type) == Int(DT_DIR) {
        folders.append(folder + "/" + name)
      } else if name.hasSuffix(".md") {
        pages.append(folder + "/" + name)
      }
    }
  }
}
