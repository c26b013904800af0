package import RunbookModel
private import Yams

/// YAML as a tree with byte ranges. Yams parses; its marks give only the start of a node, as line and
/// column in characters, so ends are found in the source.
package enum YAMLReader {
  /// How many nodes a document may have when its aliases are written out; more is an attack or a
  /// mistake.
  static let nodeLimit = 20_000

  /// Reads the YAML in a byte range of a file.
  ///
  /// - Parameter idPrefix: what the rules that report here are called: `front-matter` or `config`.
  /// - Returns: the tree, or nil when there is none or it cannot be read; then that was reported.
  package static func read(_ range: ByteRange, of file: SourceFile, idPrefix: String)
    -> (YAMLNode?, [Diagnostic])
  {
    var source = YAMLSource(file: file, range: range)
    var diagnostics: [Diagnostic] = []
    // Each turn renames one repeated key, so that everything else is still read and checked.
    for _ in 0..<100 {
      do {
        let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return (nil, diagnostics) }
        var converter = YAMLConverter(source: source)
        let node = converter.convert(root)
        if converter.count > nodeLimit {
          diagnostics.append(tooLarge(source, idPrefix))
          return (nil, diagnostics)
        }
        return (node, diagnostics)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let first = source.offset(context.mark)
        guard let name = names.first, let second = source.renameRepeated(name, after: first) else {
          diagnostics.append(repeated(names.first ?? "", at: first, first: nil, source, idPrefix))
          return (nil, diagnostics)
        }
        diagnostics.append(repeated(name, at: second, first: first, source, idPrefix))
      } catch {
        diagnostics.append(syntaxError(error, source, idPrefix))
        return (nil, diagnostics)
      }
    }
    return (nil, diagnostics)
  }

  private static func repeated(
    _ name: String, at offset: Int, first: Int?, _ source: YAMLSource, _ idPrefix: String
  ) -> Diagnostic {
    let length = max(name.utf8.count, 1)
    return Diagnostic(
      idPrefix + "-duplicate-key", .error, at: source.file.range(offset..<offset + length),
      "`\(name)` is given twice",
      explanation: "YAML allows a key once in a mapping. Keep the entry that is meant.",
      notes: first.map {
        [.init("it is first given here", at: source.file.range($0..<$0 + length))]
      } ?? [])
  }

  private static func tooLarge(_ source: YAMLSource, _ idPrefix: String) -> Diagnostic {
    Diagnostic(
      idPrefix + "-syntax", .error, at: source.file.range(source.range.lowerBound..<source.range.lowerBound + 1),
      "this YAML has more than \(nodeLimit) values once its aliases are written out")
  }

  private static func syntaxError(_ error: any Error, _ source: YAMLSource, _ idPrefix: String)
    -> Diagnostic
  {
    var offset = source.range.lowerBound
    var problem = "\(error)"
    var notes: [Diagnostic.Note] = []
    switch error as? YamlError {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      offset = source.offset(mark)
      problem = text
      if let context, !context.text.isEmpty {
        let start = source.offset(context.mark)
        notes = [.init(context.text, at: source.file.range(start..<start + 1))]
      }
    case .reader(let text, let place, _, _):
      problem = text
      offset += place ?? 0
    default: break
    }
    // libyaml reports at the end of a line that it could not finish; show the last character there.
    let end = source.file.bytes.count
    offset = max(min(offset, end - 1), source.file.lines.starts[0])
    return Diagnostic(
      idPrefix + "-syntax", .error, at: source.file.range(offset..<offset + 1),
      "this is not valid YAML: \(problem)",
      explanation: "Nothing else in it can be read until this is mended. Text that holds `: `, ` #` "
        + "or starts with one of `*&!%@[{\"'>|` or a backtick needs quotes; indent with spaces.",
      notes: notes)
  }
}

/// The text handed to Yams and the way back from its marks.
private struct YAMLSource {
  let file: SourceFile
  let range: ByteRange
  private(set) var bytes: [UInt8]
  /// File offsets of keys that repeat an earlier one.
  private(set) var renamed: Set<Int> = []
  /// Offsets within `bytes`.
  private let lineStarts: [Int]

  init(file: SourceFile, range: ByteRange) {
    self.file = file
    self.range = range
    bytes = Array(file.bytes[range])
    lineStarts = Self.lineStarts(bytes)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// libyaml also breaks lines at NEL, LS and PS (YAML 1.1 §4.1.4).
  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
          starts.append(index + 1)
        }
      case 0x85 where index > 0 && bytes[index - 1] == 0xC2: starts.append(index + 1)
      case 0xA8, 0xA9:
        if index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2 {
          starts.append(index + 1)
        }
      default: break
      }
    }
    return starts
  }

  /// The byte offset in the file of a one-based line and character column.
  func offset(_ mark: Mark) -> Int {
    guard mark.line >= 1, mark.line <= lineStarts.count else { return range.upperBound }
    var index = lineStarts[mark.line - 1]
    var column = 1
    while column < mark.column && index < bytes.count {
      index += 1
      while index < bytes.count && bytes[index] & 0xC0 == 0x80 { index += 1 }
      column += 1
    }
    return range.lowerBound + index
  }

  /// Finds the second key of a name at the indentation of the first and makes it unique, without
  /// changing the number of characters. Returns its offset in the file.
  mutating func renameRepeated(_ name: String, after first: Int) -> Int? {
    let key = Array(name.utf8)
    let column = column(of: first - range.lowerBound)
    var index = first - range.lowerBound + key.count
    var inFlow: Int?
    while index + key.count <= bytes.count {
      if bytes[index...].starts(with: key), endsKey(index + key.count), startsKey(index) {
        if self.column(of: index) == column {
          markUsed(index)
          return range.lowerBound + index
        }
        inFlow = inFlow ?? index
      }
      index += 1
    }
    guard let inFlow else { return nil }
    markUsed(inFlow)
    return range.lowerBound + inFlow
  }

  /// Changes the first character of a key for another one of the same length, so that offsets stay
  /// true, and remembers the key: the tree leaves it out.
  private mutating func markUsed(_ index: Int) {
    renamed.insert(range.lowerBound + index)
    if bytes[index] < 0x80 {
      bytes[index] = UInt8(ascii: "A") + UInt8(renamed.count % 26)
    } else {
      bytes[index + 1] ^= UInt8(renamed.count % 32)
    }
  }

  private func column(of index: Int) -> Int {
    index - (lineStarts.last { $0 <= index } ?? 0)
  }

  private func endsKey(_ index: Int) -> Bool {
    var index = index
    while index < bytes.count && [32, 9, 34, 39].contains(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }

  private func startsKey(_ index: Int) -> Bool {
    index == 0 || [32, 9, 10, 13, 34, 39, 44, 45, 123].contains(bytes[index - 1])
  }
}

/// Yams nodes to ours.
private struct YAMLConverter {
  let source: YAMLSource
  var count = 0

  mutating func convert(_ node: Node) -> YAMLNode {
    count += 1
    let start = node.mark.map { source.offset($0) } ?? source.range.lowerBound
    guard count <= YAMLReader.nodeLimit else {
      return YAMLNode(.scalar("", quoted: false), range: start..<start)
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: start)
    case .sequence(let sequence):
      let children = sequence.map { convert($0) }
      return YAMLNode(.sequence(children), range: start..<end(children.last?.range, start))
    case .mapping(let mapping):
      let pairs = mapping.map { YAMLNode.Pair(key: convert($0.key), value: convert($0.value)) }
        .filter { !source.renamed.contains($0.key.range.lowerBound) }
      return YAMLNode(.mapping(pairs), range: start..<end(pairs.last?.value.range, start))
    case .alias: return YAMLNode(.scalar("", quoted: false), range: start..<start)
    }
  }

  private func end(_ last: ByteRange?, _ start: Int) -> Int {
    max(last?.upperBound ?? min(start + 2, source.range.upperBound), start)
  }

  private func scalar(_ scalar: Node.Scalar, at start: Int) -> YAMLNode {
    let bytes = source.file.bytes
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    var end = start
    if isQuoted, start < source.range.upperBound {
      end = quotedEnd(bytes, from: start)
    } else if bytes[start...].starts(with: scalar.string.utf8) {
      end = start + scalar.string.utf8.count
    } else {
      while end < source.range.upperBound && bytes[end] != 10 && bytes[end] != 13 { end += 1 }
    }
    return YAMLNode(
      .scalar(scalar.string, quoted: isQuoted || scalar.style == .literal || scalar.style == .folded),
      range: start..<min(end, max(start, source.range.upperBound)))
  }

  private func quotedEnd(_ bytes: [UInt8], from start: Int) -> Int {
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start + 1 }
    var index = start + 1
    while index < source.range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == quote {
        let isDoubled =
          quote == UInt8(ascii: "'") && index + 1 < source.range.upperBound
          && bytes[index + 1] == quote
        if !isDoubled { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return source.range.upperBound
  }
}
