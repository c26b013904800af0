import RunbookModel

/// `.runbookgen-baseline`, the findings that a site had when it was written: one a line, sorted, so that
/// two branches that remove different ones merge without a conflict. It lies beside the configuration.
enum BaselineFile {
  static let name = ".runbookgen-baseline"

  private static let heading = """
    # Findings that are known, one a line: file, rule, hash of the text of its line.
    # `runbookgen baseline --prune` removes those that are gone; `--write` makes it anew.

    """

  static func path(besides config: String) -> String {
    guard let slash = config.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
    return config[...slash] + name
  }

  /// Nil when there is none.
  static func read(_ path: String) throws(FileProblem) -> FindingSet? {
    guard try Disk.kind(of: path) != nil else { return nil }
    let file = SourceFile(path: path, bytes: try Disk.read(path))
    var keys: [FindingKey] = []
    for number in 0..<file.lines.count {
      let line = file.text(file.lines.contentRange(ofLine: number, in: file.bytes))
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let key = key(line) else {
        throw FileProblem(
          path: path, operation: "read",
          reason: "line \(number + 1) is no entry: file, rule and hash, with a tab between them",
          advice: "mend the line, or make the file anew with 'runbookgen baseline --write'")
      }
      keys.append(key)
    }
    return FindingSet(keys)
  }

  static func bytes(_ findings: FindingSet) -> [UInt8] {
    let lines = findings.sorted.map { key in
      "\(escaped(key.file))\t\(key.rule)\t\(key.lineHash)\n"
    }
    return Array((heading + lines.joined()).utf8)
  }

  private static func key(_ line: String) -> FindingKey? {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, parts[2].utf8.count == 12
    else { return nil }
    return FindingKey(file: unescaped(parts[0]), rule: parts[1], lineHash: parts[2])
  }

  private static let escapes: [(plain: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("\\", "\\"), ("\t", "t"), ("\n", "n"), ("\r", "r"), ("#", "#"),
  ]

  /// A name on one line without tabs, which does not look like a comment.
  private static func escaped(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for (index, scalar) in name.unicodeScalars.enumerated() {
      guard let escape = escapes.first(where: { $0.plain == scalar }), scalar != "#" || index == 0
      else {
        text.append(scalar)
        continue
      }
      text.append("\\")
      text.append(escape.letter)
    }
    return String(text)
  }

  private static func unescaped(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        name.append(escapes.first { $0.letter == scalar }?.plain ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        name.append(scalar)
      }
    }
    return String(name)
  }
}
