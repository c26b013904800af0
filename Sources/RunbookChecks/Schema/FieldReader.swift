package import RunbookModel

/// A value and where it was written.
package struct Field<Value: Sendable>: Sendable {
  package let value: Value
  package let range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  func map<Other>(_ transform: (Value) -> Other) -> Field<Other> {
    Field<Other>(transform(value), at: range)
  }
}

/// Reads a YAML mapping field by field, by the type each field is declared with. Every bad field is
/// reported with its own place; keys that nobody asked for are reported by `finish`.
struct FieldReader {
  struct Entry {
    let key: YAMLNode
    let value: YAMLNode
    let file: SourceFile
    /// What the key is called here: another tool may have another name for it.
    let name: String

    init(key: YAMLNode, value: YAMLNode, file: SourceFile, name: String? = nil) {
      (self.key, self.value, self.file) = (key, value, file)
      self.name = name ?? key.scalar ?? ""
    }
    var range: SourceRange { file.range(value.range) }
    var keyRange: SourceRange { file.range(key.range) }
  }

  let entries: [Entry]
  /// Those of the entries, to be looked through without copying entries.
  private let names: [String]
  /// `front-matter` or `config`: what the ids of its findings start with.
  let idPrefix: String
  /// The way from the root to this mapping, such as `inputs.node-name`.
  let path: String
  /// Where a missing field is reported.
  let place: SourceRange
  private(set) var diagnostics: [Diagnostic] = []
  /// The names that were asked for, some of them more than once.
  private var asked: [String] = []
  /// Whether a field was read from each of the entries.
  private var isRead: [Bool]
  /// What the fields take, where nothing is read and only that is asked; nil where a file is read.
  private(set) var described: [FieldDescription]?

  init(_ entries: [Entry], idPrefix: String, path: String = "", place: SourceRange) {
    self.entries = entries
    names = entries.map(\.name)
    isRead = Array(repeating: false, count: entries.count)
    self.idPrefix = idPrefix
    self.path = path
    self.place = place
  }

  /// What the fields of a mapping take, as the function that reads them says.
  static func fields(_ read: (inout FieldReader) -> Void) -> [FieldDescription] {
    var reader = FieldReader([], idPrefix: "", place: SourceRange(file: "", bytes: 0..<0))
    reader.described = []
    read(&reader)
    // What is read and not described is let pass, which a test finds.
    for name in reader.asked { reader.describe(name, .anything) }
    return reader.described ?? []
  }

  /// Says what a field takes; the first to say so counts. The functions that read a field do it.
  mutating func describe(
    _ name: String, _ shape: @autoclosure () -> FieldShape, isRequired: Bool = false,
    _ wanted: String? = nil
  ) {
    guard let described, !described.contains(where: { $0.name == name }) else { return }
    self.described?.append(
      FieldDescription(name, shape(), isRequired: isRequired, summary: wanted))
  }

  static func entries(of node: YAMLNode?, in file: SourceFile) -> [Entry] {
    guard case .mapping(let pairs)? = node?.kind else { return [] }
    return pairs.map { Entry(key: $0.key, value: $0.value, file: file) }
  }

  // MARK: Reporting

  mutating func report(_ kind: String, at range: SourceRange, _ summary: String, _ why: String = "")
  {
    diagnostics.append(
      Diagnostic("\(idPrefix)-\(kind)", .error, at: range, summary, explanation: why))
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func wrongType(_ entry: Entry, wanted: String) {
    let found = entry.value.scalar.map { $0.isEmpty ? "nothing" : "`\($0.excerpt)`" }
    report(
      "type", at: entry.value.isNull ? entry.keyRange : entry.range,
      "`\(qualified(entry.name))` is \(found ?? entry.value.typeName); it takes \(wanted)")
  }

  func qualified(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// Reports the keys that no field was read from.
  mutating func finish() {
    for (index, entry) in entries.enumerated()
    where !isRead[index] && !asked.contains(entry.name) {
      guard let name = entry.key.scalar else {
        report("type", at: entry.keyRange, "a key has to be text")
        continue
      }
      var seen: Set<String> = []
      let known = asked.filter { seen.insert($0).inserted }
      let near = NearestName.suggestion(for: name, among: known)
      let all = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          "\(idPrefix)-unknown-key", .error, at: entry.keyRange,
          "`\(qualified(name))` is not a known key"
            + (near.map { "; did you mean `\($0)`?" } ?? ""),
          explanation: "Known here: \(all).",
          fixes: near.map {
            [.init("rename it to `\($0)`", edits: [.init(entry.key.range, with: $0)])]
          } ?? []))
    }
  }

  /// The entry of a key; a key without a value counts as absent.
  mutating func entry(_ name: String) -> Entry? {
    asked.append(name)
    guard let index = names.firstIndex(of: name) else { return nil }
    isRead[index] = true
    return entries[index].value.isNull ? nil : entries[index]
  }

  /// Reads a mapping below this one with a reader of its own.
  mutating func nested<Value>(
    _ node: YAMLNode, _ path: String, _ place: SourceRange, _ file: SourceFile,
    _ read: (inout FieldReader) -> Value
  ) -> Value {
    var reader = FieldReader(
      Self.entries(of: node, in: file), idPrefix: idPrefix, path: path, place: place)
    let value = read(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
    return value
  }
}

extension String {
  var isBlank: Bool {
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// Enough of it for a message, on one line.
  fileprivate var excerpt: String {
    String(prefix(60).map { $0.isNewline ? " " : $0 })
  }
}

extension YAMLNode {
  var isMapping: Bool {
    if case .mapping = kind { true } else { false }
  }
}
