/// One file of the published output, before it touches the disk.
package struct OutputFile: Sendable, Equatable {
  /// Path relative to the output folder, with `/` between components.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
