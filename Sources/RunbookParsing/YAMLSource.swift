import RunbookModel

/// The text handed to the YAML library and the way back from its marks, which are lines and columns
/// in Unicode scalars.
struct YAMLSource {
  let file: SourceFile
  let range: ByteRange
  /// What the library reads.
  private(set) var text: String
  /// File offset of each scalar, and the end; empty where every byte is a scalar.
  private let offsets: [Int]
  private let scalarCount: Int
  /// Index of the first scalar of each line.
  private let lineStarts: [Int]
  /// The text; empty until a key has to be renamed.
  private var scalars: [Unicode.Scalar] = []
  /// File offsets of keys that repeat an earlier one.
  private(set) var renamed: Set<Int> = []

  init(file: SourceFile, range: ByteRange) {
    self.file = file
    self.range = range
    text = file.text(range)
    let bytes = file.bytes[range.clamped(to: file.bytes.indices)]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      offsets = []
      scalarCount = bytes.count
      lineStarts = bytes.withUnsafeBufferPointer { bytes in
        Self.lineStarts(count: bytes.count) { UInt32(bytes[$0]) }
      }
    } else {
      let scalars = Array(text.unicodeScalars)
      var offset = range.lowerBound
      offsets =
        scalars.map { scalar in
          defer { offset += UTF8.width(scalar) }
          return offset
        } + [range.lowerBound + bytes.count]
      scalarCount = scalars.count
      lineStarts = Self.lineStarts(count: scalars.count) { scalars[$0].value }
    }
  }

  /// libyaml also breaks lines at NEL, LS and PS (YAML 1.1 §4.1.4).
  private static func lineStarts(count: Int, _ scalar: (Int) -> UInt32) -> [Int] {
    var starts = [0]
    for index in 0..<count {
      switch scalar(index) {
      case 0x0D where index + 1 < count && scalar(index + 1) == 0x0A: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: starts.append(index + 1)
      default: break
      }
    }
    return starts
  }

  /// The byte offset in the file of a one-based line and column.
  func offset(line: Int, column: Int) -> Int { offset(ofScalar: index(line: line, column: column)) }

  private func offset(ofScalar index: Int) -> Int {
    offsets.isEmpty ? range.lowerBound + index : offsets[index]
  }

  private func index(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return scalarCount }
    return min(lineStarts[line - 1] + max(column - 1, 0), scalarCount)
  }

  /// The byte offset in the file of an offset in the text.
  func offset(byte: Int) -> Int { min(range.lowerBound + max(byte, 0), range.upperBound) }
}

extension YAMLSource {
  /// A key of a mapping, and where it stands: the first place, then those that repeat it.
  struct RepeatedKey {
    let name: String
    let places: [Int]
  }

  /// Finds the keys that stand more than once in the mapping with a key at a line and column, and
  /// makes all but the first unique, without changing the number of scalars. Empty when they are not
  /// found in their plain spelling.
  mutating func renameRepeated(_ names: [String], line: Int, column: Int) -> [RepeatedKey] {
    if scalars.isEmpty { scalars = Array(text.unicodeScalars) }
    let start = index(line: line, column: column)
    let isRepeated = Set(names)
    for keys in [blockKeys(around: start), flowKeys(from: start)] {
      var found: [String: [Int]] = [:]
      for key in keys {
        if let name = name(at: key), isRepeated.contains(name) {
          found[name, default: []].append(key)
        }
      }
      let repeated = found.filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }
      guard !repeated.isEmpty else { continue }
      for place in repeated.flatMap({ $0.value.dropFirst() }) { rename(place) }
      text = String(String.UnicodeScalarView(scalars))
      return repeated.map { entry in
        RepeatedKey(name: entry.key, places: entry.value.map { offset(ofScalar: $0) })
      }
    }
    return []
  }

  /// Private-use characters, one for each key, cannot repeat anything.
  private mutating func rename(_ place: Int) {
    renamed.insert(offset(ofScalar: place))
    let isQuoted = scalars[place] == "\"" || scalars[place] == "'"
    let number = UInt32(renamed.count % 65_000)
    scalars[isQuoted ? place + 1 : place] = Unicode.Scalar(0xF0000 + number) ?? "\u{F0000}"
  }

  /// Starts of the lines of a block mapping that stand at the indentation of one of its keys.
  private func blockKeys(around start: Int) -> [Int] {
    guard let line = lineStarts.lastIndex(where: { $0 <= start }) else { return [] }
    let indentation = start - lineStarts[line]
    var keys = [start]
    var first = line
    while first > 0, indent(ofLine: first) >= indentation {
      first -= 1
      let depth = indent(ofLine: first)
      let content = depth == .max ? .max : lineStarts[first] + depth
      let key = lineStarts[first] + indentation
      // The first key of a mapping may stand behind the marker of a list's item.
      let isMarker = content < key && content < scalars.count && scalars[content] == "-"
      if content == key || isMarker { keys.append(key) }
    }
    for next in lineStarts.indices[(line + 1)...] {
      if indent(ofLine: next) < indentation { break }
      if indent(ofLine: next) == indentation { keys.append(lineStarts[next] + indentation) }
    }
    return keys.filter { $0 < scalars.count }.sorted()
  }

  /// An empty line and a comment belong to anything.
  private func indent(ofLine line: Int) -> Int {
    var index = lineStarts[line]
    while index < scalars.count && scalars[index] == " " { index += 1 }
    let isContent = index < scalars.count && !"\r\n#".unicodeScalars.contains(scalars[index])
    return isContent ? index - lineStarts[line] : .max
  }

  /// The key that starts here and where the entries behind it start, in a flow mapping.
  private func flowKeys(from start: Int) -> [Int] {
    var keys: [Int] = []
    var depth = 0
    var quote: Unicode.Scalar?
    var isExpected = true
    for index in start..<scalars.count {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      if isExpected && !" \t\r\n,}".unicodeScalars.contains(scalar) {
        keys.append(index)
        isExpected = false
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case "," where depth == 0: isExpected = true
      default: break
      }
      if depth < 0 { break }
    }
    return keys
  }

  /// `name` where `name:`, `"name":` or `'name':` stands.
  private func name(at start: Int) -> String? {
    let quote = scalars[start] == "\"" || scalars[start] == "'" ? scalars[start] : nil
    let nameStart = quote == nil ? start : start + 1
    var end = nameStart
    while end < scalars.count, scalars[end] != quote ?? ":", scalars[end] != "\n" { end += 1 }
    var colon = quote == nil ? end : end + 1
    while colon < scalars.count && scalars[colon] == " " { colon += 1 }
    guard colon < scalars.count, scalars[colon] == ":" else { return nil }
    while quote == nil && end > nameStart && scalars[end - 1] == " " { end -= 1 }
    return String(String.UnicodeScalarView(scalars[nameStart..<end]))
  }
}
