private import CTemplates

/// The templates and assets that come with the program, for sites that bring none of their own.
package enum BuiltinTemplates {
  /// By their paths from the folder of templates, sorted.
  package static let files: [(name: String, bytes: [UInt8])] = {
    var count = 0
    let files = UnsafeBufferPointer(start: builtin_templates(&count), count: count)
    return files.map { file in
      (
        String(cString: file.name),
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      )
    }
  }()
}
