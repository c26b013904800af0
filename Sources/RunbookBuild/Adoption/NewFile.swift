package import RunbookModel

/// A file that is not there yet.
package struct NewFile: Sendable {
  /// The file as it is now: empty, with the path that people are shown.
  package let source: SourceFile
  package let text: [UInt8]
  /// The path from the working folder.
  let place: String

  init(_ name: String, at place: String, _ text: [UInt8]) {
    source = SourceFile(path: name, bytes: [])
    self.place = place
    self.text = text
  }

  /// Whether something of that name is there after all.
  package var exists: Bool { (try? Disk.kind(of: place)).flatMap(\.self) != nil }

  /// Writes the file, and the folders that it lies in.
  ///
  /// - Throws: also where something of that name is there.
  package func write() throws(FileProblem) {
    let folder = PagePath(place).folder
    if !folder.isEmpty { try Disk.makeFolders(folder, shown: folder) }
    try Disk.create(place, text, shown: place)
  }
}
