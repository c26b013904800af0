import RunbookCommands
import RunbookModel

/// What a block or a line that is labelled as shell holds, when it is no shell.
///
/// It is asked only where a shell would refuse the text, and it rather takes a command for text than
/// text for a command.
enum ForeignText: Sendable {
  case json, promQL, sql
  /// `key: value` or `key = value`: YAML, HCL, TOML, or a program's report.
  case settings
  /// What is typed into psql, mysql, a Python shell and their like, with their prompts.
  case session
  case dockerfile
  case networkDevice
  /// Sentences, tables, help texts and log lines.
  case output

  static func of(_ code: CodeBlock, _ scripts: [ShellScript], in file: SourceFile) -> ForeignText? {
    if isDockerfile(code.text) { return .dockerfile }
    if NetworkDevice.isFound(in: code.text) { return .networkDevice }
    var (total, foreign) = (0, 0)
    var found: ForeignText?
    for offset in commandLines(of: code, scripts, file.bytes) {
      let text = line(at: offset, in: file)
      guard let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: "//".utf8)
      else { continue }
      let language = of(text)
      // A query or an object goes over many lines, which tell little by themselves.
      if total == 0, opensJSON(code.text) { return .json }
      if total == 0, language == .promQL || language == .sql || language == .session {
        return language
      }
      if total == 0, opensHCL(text) { return .settings }
      total += 1
      if language != nil { foreign += 1 }
      found = found ?? language
    }
    return foreign * 2 > total ? found : nil
  }

  /// Where the lines start that are neither data of a here-document nor inside a quoted word.
  private static func commandLines(
    of code: CodeBlock, _ scripts: [ShellScript], _ bytes: [UInt8]
  ) -> [Int] {
    let words = scripts.flatMap(\.allWords).lazy.map(\.range).filter {
      bytes[$0.clamped(to: 0..<bytes.count)].contains(UInt8(ascii: "\n"))
    }
    let inside =
      scripts.flatMap(\.heredocs).map(\.body.range)
      + words.map { $0.lowerBound + 1..<$0.upperBound }
    var next = inside.sorted { $0.lowerBound < $1.lowerBound }[...]
    var end = 0
    return code.lineOffsets.filter { offset in
      while let range = next.first, range.lowerBound <= offset {
        end = max(end, range.upperBound)
        next.removeFirst()
      }
      return offset >= end
    }
  }

  /// What the line of the file is that holds an offset.
  static func ofLine(at offset: Int, in file: SourceFile) -> ForeignText? {
    let start = file.lines.range(ofLine: file.lines.line(at: offset)).lowerBound
    return of(line(at: start, in: file))
  }

  /// A line from an offset on, without the blanks around it.
  private static func line(at offset: Int, in file: SourceFile) -> ArraySlice<UInt8> {
    let number = file.lines.line(at: offset)
    let content = file.lines.contentRange(ofLine: number, in: file.bytes)
    var text = file.bytes[content.clamped(to: offset..<max(offset, content.upperBound))]
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    return text.drop(while: isBlank)
  }

  private static func of(_ text: ArraySlice<UInt8>) -> ForeignText? {
    guard let first = text.first else { return nil }
    if isPromQL(text) { return .promQL }
    let word = text.prefix { !isBlank($0) }
    let rest = text.dropFirst(word.count)
    if isSession(word, rest) { return .session }
    if isHelp(word, rest) { return .output }
    let second = rest.drop(while: isBlank).prefix { !isBlank($0) }
    if first == UInt8(ascii: "\""), closesKey(text) { return .json }
    if sqlWords.contains(String(decoding: word, as: UTF8.self)) { return .sql }
    if word.count > 1, word.last == UInt8(ascii: ":") { return .settings }
    if second.elementsEqual("=".utf8) || word.elementsEqual("-".utf8) { return .settings }
    return isOutput(word, rest, second) || isTableRow(text) ? .output : nil
  }

  /// `FROM image`, with another instruction of a Dockerfile under it.
  private static func isDockerfile(_ text: String) -> Bool {
    let first = text.utf8.drop { isBlank($0) || $0 == UInt8(ascii: "\n") }.first
    guard let first, first.isOne(of: "FA#"), text.holds(UInt8(ascii: "F")) else {
      return false
    }
    let words = text.split(separator: "\n").map {
      $0.split(separator: " ", maxSplits: 1).first ?? ""
    }
    .filter { !$0.hasPrefix("#") && !$0.isEmpty }
    guard words.first == "FROM" || words.first == "ARG" && words.contains("FROM") else {
      return false
    }
    return words.dropFirst().contains { dockerInstructions.contains(String($0)) }
  }

  private static let dockerInstructions: Set = [
    "ADD", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER",
    "ONBUILD",
    "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
  ]

  /// `postgres=# `, `mysql> `, `MariaDB [(none)]> `, `>>> `, `127.0.0.1:6379> `.
  private static func isSession(_ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual(">>>".utf8) { return !rest.isEmpty }
    if word.elementsEqual("MariaDB".utf8) { return rest.starts(with: " [".utf8) }
    let text = String(decoding: word, as: UTF8.self)
    if ["mysql>", "sqlite>", "redis>", "mongo>", "mongosh>", "sql>", "SQL>", "cqlsh>", "irb>"]
      .contains(text)
    {
      return true
    }
    if text.hasSuffix(":6379>") { return true }
    guard ["=#", "=>", "-#", "->"].contains(where: text.hasSuffix) else { return false }
    let name = word.dropLast(2)
    return !name.isEmpty && name.allSatisfy(isNameByte) && (rest.isEmpty || rest.first == 32)
  }

  /// An option with what it means, as a help text lists it: `-f, --force   force it`.
  private static func isHelp(_ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
    guard word.first == UInt8(ascii: "-"), word.count > 1 else { return false }
    if word.last == UInt8(ascii: ","), rest.drop(while: isBlank).first == UInt8(ascii: "-") {
      return true
    }
    let text = String(decoding: rest, as: UTF8.self)
    return text.contains("  ") && word.starts(with: "--".utf8)
  }

  // MARK: JSON and SQL

  private static let sqlWords: Set = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "FROM", "WHERE", "WITH",
    "GRANT", "EXPLAIN",
  ]

  /// `{ "` or `[ {`, where a shell would have a command.
  private static func opensJSON(_ text: String) -> Bool {
    let bytes = text.utf8.lazy.filter { !isBlank($0) && $0 != UInt8(ascii: "\n") }.prefix(2)
    return ["{\"", "[{", "{}", "[]"].contains { bytes.elementsEqual($0.utf8) }
  }

  /// `"key":`
  private static func closesKey(_ text: ArraySlice<UInt8>) -> Bool {
    guard let close = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return false }
    return text[(close + 1)...].first == UInt8(ascii: ":")
  }

  private static let hclWords: Set = [
    "data", "locals", "module", "output", "provider", "resource", "terraform", "variable",
  ]

  /// `resource "aws_s3_bucket" "logs" {`
  private static func opensHCL(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { !isBlank($0) }
    return text.last == UInt8(ascii: "{")
      && hclWords.contains(String(decoding: word, as: UTF8.self))
  }

  // MARK: PromQL

  private static let promQLFunctions: Set = [
    "absent", "avg", "bottomk", "changes", "count", "count_values", "delta", "deriv", "group",
    "histogram_quantile", "increase", "irate", "label_join", "label_replace", "max", "min",
    "predict_linear", "quantile", "rate", "resets", "scalar", "stddev", "sum", "topk", "vector",
  ]

  private static func isPromQL(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.drop { isBlank($0) || $0.isOne(of: "(/*+-<>=,") }
    let name = start.prefix { isNameByte($0) }
    let rest = start.dropFirst(name.count)
    if isSelector(name, rest) || isMatching(text) { return true }
    let word = String(decoding: name, as: UTF8.self)
    guard promQLFunctions.contains(word) || word.hasSuffix("_over_time") else { return false }
    let behind = rest.drop(while: isBlank)
    if behind.starts(with: "by".utf8) || behind.starts(with: "without".utf8) { return true }
    // `rate() {` defines a shell function.
    return behind.first == UInt8(ascii: "(") && behind.dropFirst().first != UInt8(ascii: ")")
  }

  /// `name{label="value"`
  private static func isSelector(_ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, rest.first == UInt8(ascii: "{") else { return false }
    let symbols = rest.dropFirst().drop(while: isNameByte)
    return ["=\"", "=~\"", "!=\"", "!~\""].contains { symbols.starts(with: $0.utf8) }
  }

  /// `metric * on (label) group_left() …`
  private static func isMatching(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.prefix { isNameByte($0) }
    let symbol = text.dropFirst(name.count).drop(while: isBlank)
    guard !name.isEmpty, let sign = symbol.first, sign.isOne(of: "*/+-"),
      symbol.dropFirst().first.map(isBlank) == true
    else { return false }
    let word = symbol.dropFirst().drop(while: isBlank).prefix {
      $0 != UInt8(ascii: "(") && !isBlank($0)
    }
    return word.elementsEqual("on".utf8) || word.elementsEqual("ignoring".utf8)
  }

  // MARK: Output

  private static func isOutput(
    _ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>
  ) -> Bool {
    guard let first = word.first else { return false }
    if word.elementsEqual("//".utf8) || isLogPrefix(word) { return true }
    if isDrawing(word, rest) || isResult(word, second) { return true }
    // A line of a stack trace: `at Socket.emit (events.js:1)`.
    if word.elementsEqual("at".utf8), rest.last == UInt8(ascii: ")") { return true }
    // `3 pool(s) full`, but not `2>file` or `7z x`.
    let isNumber = word.allSatisfy { isDigit($0) || $0.isOne(of: "/.,:%-T") }
    if isDigit(first), isNumber { return true }
    guard isUpper(first), !second.isEmpty, word.allSatisfy({ isLetter($0) || $0 == 0x2C }) else {
      return false
    }
    // `Warning  Failed` and `Addon version:`, or the head `NAME   READY` of a table.
    return word.dropFirst().contains { !isUpper($0) } || rest.starts(with: "  ".utf8)
      || second.last == UInt8(ascii: ":")
  }

  /// `│   ├── base` and the `.` above it, `| a row |`, and the `---`, `+++`, `===` and `@@` of changes
  /// and of test reports.
  private static func isDrawing(_ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual(".".utf8) { return rest.isEmpty }
    if word.first == UInt8(ascii: "|") { return rest.last == UInt8(ascii: "|") }
    // Box drawing is U+2500 to U+257F.
    if word.first == 0xE2, let second = word.dropFirst().first { return second | 1 == 0x95 }
    return ["---", "+++", "===", "@@"].contains { word.elementsEqual($0.utf8) }
  }

  /// `service/nginx created`, as kubectl says what it has done.
  private static func isResult(_ word: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    guard let slash = word.firstIndex(of: UInt8(ascii: "/")), slash > word.startIndex,
      word[..<slash].allSatisfy({ isLetter($0) || isDigit($0) || $0.isOne(of: ".-") }),
      word.first != UInt8(ascii: ".")
    else { return false }
    return results.contains(String(decoding: second, as: UTF8.self))
  }

  private static let results: Set = [
    "annotated", "autoscaled", "condition", "configured", "cordoned", "created", "deleted",
    "drained", "edited", "evicted", "exposed", "labeled", "patched", "paused", "pruned",
    "replaced", "restarted", "resumed", "scaled", "tainted", "unchanged", "uncordoned",
  ]

  /// At least three columns with wide gaps between them. What a shell author lines up are comments,
  /// pipes and backslashes.
  private static func isTableRow(_ text: ArraySlice<UInt8>) -> Bool {
    var gaps = 0
    var width = 0
    for byte in text {
      if isBlank(byte) {
        width += 1
        continue
      }
      if width > 1, !byte.isOne(of: "#|\\&;") { gaps += 1 }
      width = 0
    }
    return gaps > 1
  }

  /// `I0611`, as Kubernetes' log lines start.
  private static func isLogPrefix(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count == 5, let first = word.first, first.isOne(of: "IWEF") else { return false }
    return word.dropFirst().allSatisfy(isDigit)
  }

  // MARK: Bytes

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}
