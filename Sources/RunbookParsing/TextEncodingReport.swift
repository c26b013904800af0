import RunbookModel

/// Says where a file is not UTF-8 text.
enum TextEncodingReport {
  static func diagnostics(for file: SourceFile) -> [Diagnostic] {
    guard let first = file.undecodable.first else { return [] }
    let count = file.undecodable.count
    return [
      Diagnostic(
        "text-encoding", .error, at: file.range(first..<first + 1),
        count == 1
          ? "a byte here is not UTF-8 text"
          : "\(count) bytes, the first one here, are not UTF-8 text",
        explanation: "Pages and configuration are UTF-8 without NUL characters. Save the file as "
          + "UTF-8; a file that an editor calls UTF-16 or Latin-1 has to be converted.")
    ]
  }
}
