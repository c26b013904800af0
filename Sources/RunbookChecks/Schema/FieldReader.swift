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
  private var known: [String] = []

  init(_ entries: [Entry], idPrefix: String, path: String = "", place: SourceRange) {
    self.entries = entries
    names = entries.map(\.name)
    self.idPrefix = idPrefix
    self.path = path
    self.place = place
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

  /// Every key that a field was read from.
  var knownKeys: [String] { known }

  /// Reports the keys that no field was read from.
  mutating func finish() {
    for entry in entries where !known.contains(entry.name) {
      guard let name = entry.key.scalar else {
        report("type", at: entry.keyRange, "a key has to be text")
        continue
      }
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

  // MARK: Fields

  /// The entry of a key; a key without a value counts as absent.
  mutating func entry(_ name: String) -> Entry? {
    if !known.contains(name) { known.append(name) }
    guard let index = names.firstIndex(of: name), !entries[index].value.isNull else { return nil }
    return entries[index]
  }

  mutating func missing(_ name: String, _ wanted: String) {
    report("missing", at: place, "`\(qualified(name))` is missing; it takes \(wanted)")
  }

  mutating func empty(_ name: String, _ wanted: String, at range: SourceRange) {
    report("missing", at: range, "`\(qualified(name))` is empty; it takes \(wanted)")
  }

  mutating func text(_ name: String, required wanted: String? = nil) -> Field<String>? {
    guard let entry = entry(name) else {
      if let wanted { missing(name, wanted) }
      return nil
    }
    guard let text = entry.value.scalar else {
      wrongType(entry, wanted: "text")
      return nil
    }
    if let wanted, text.isBlank {
      empty(name, wanted, at: entry.range)
      return nil
    }
    return Field(text, at: entry.range)
  }

  /// A value read from its text; `wanted` says what the text has to look like.
  mutating func value<Value>(
    _ name: String, _ wanted: String, isRequired: Bool = false, _ read: (String) -> Value?
  ) -> Field<Value>? {
    guard let entry = entry(name) else {
      if isRequired { missing(name, wanted) }
      return nil
    }
    guard let text = entry.value.scalar, let value = read(text) else {
      wrongType(entry, wanted: wanted)
      return nil
    }
    return Field(value, at: entry.range)
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, of type: Value.Type, isRequired: Bool = false
  ) -> Field<Value>? where Value.RawValue == String {
    let all = Value.allCases.map(\.rawValue)
    let wanted = "one of \(all.joined(separator: ", "))"
    guard let entry = entry(name) else {
      if isRequired { missing(name, wanted) }
      return nil
    }
    if let text = entry.value.scalar, let value = Value(rawValue: text) {
      return Field(value, at: entry.range)
    }
    let near = entry.value.scalar.flatMap { NearestName.suggestion(for: $0, among: all) }
    wrongType(entry, wanted: wanted + (near.map { "; did you mean \($0)?" } ?? ""))
    return nil
  }

  mutating func boolean(_ name: String) -> Field<Bool>? {
    value(name, "true or false") { ["true": true, "false": false][$0] }
  }

  mutating func integer(_ name: String) -> Field<Int>? {
    value(name, "a whole number") { Int($0) }
  }

  mutating func list(_ name: String) -> [Field<String>] {
    guard let entry = entry(name) else { return [] }
    guard case .sequence(let items) = entry.value.kind else {
      wrongType(entry, wanted: "a list, such as [\(entry.value.scalar ?? "a")]")
      return []
    }
    return items.compactMap { item in
      let range = entry.file.range(item.range)
      guard let text = item.scalar, !item.isNull else {
        report(
          "type", at: range, "an item of `\(qualified(name))` is \(item.typeName); it takes text")
        return nil
      }
      return Field(text, at: range)
    }
  }

  /// Reads a nested mapping with a reader of its own.
  mutating func mapping<Value>(
    _ name: String, wanted: String = "a mapping", _ read: (inout FieldReader) -> Value
  ) -> Value? {
    guard let entry = entry(name) else { return nil }
    guard case .mapping = entry.value.kind else {
      wrongType(entry, wanted: wanted)
      return nil
    }
    return nested(entry.value, qualified(name), entry.keyRange, entry.file, read)
  }

  /// Reads each item of a list of mappings.
  mutating func mappings<Value>(
    _ name: String, wanted: String, _ read: (inout FieldReader, SourceRange) -> Value?
  ) -> [Value] {
    guard let entry = entry(name) else { return [] }
    guard case .sequence(let items) = entry.value.kind else {
      wrongType(entry, wanted: "a list of \(wanted)")
      return []
    }
    return items.compactMap { item in
      let range = entry.file.range(item.range)
      guard case .mapping = item.kind else {
        report(
          "type", at: range,
          "an item of `\(qualified(name))` is \(item.typeName); it takes \(wanted)")
        return nil
      }
      return nested(item, qualified(name), range, entry.file) { read(&$0, range) }
    }
  }

  /// Reads a mapping whose keys are names of the author's choice.
  mutating func named<Value>(
    _ name: String, wanted: String, _ read: (Field<String>, inout FieldReader) -> Value?
  ) -> [Value] {
    guard let entry = entry(name) else { return [] }
    guard case .mapping(let pairs) = entry.value.kind else {
      wrongType(entry, wanted: wanted)
      return []
    }
    return pairs.compactMap { pair in
      guard let key = pair.key.scalar else { return nil }
      let keyRange = entry.file.range(pair.key.range)
      guard pair.value.isNull || pair.value.scalar == nil else {
        report(
          "type", at: entry.file.range(pair.value.range),
          "`\(qualified(name)).\(key)` takes a mapping")
        return nil
      }
      return nested(pair.value, "\(qualified(name)).\(key)", keyRange, entry.file) {
        read(Field(key, at: keyRange), &$0)
      }
    }
  }

  /// A mapping from names of the author's choice to text.
  mutating func texts(_ name: String, wanted: String) -> [(
    name: Field<String>, text: Field<String>
  )] {
    guard let entry = entry(name) else { return [] }
    guard case .mapping(let pairs) = entry.value.kind else {
      wrongType(entry, wanted: wanted)
      return []
    }
    return pairs.compactMap { pair in
      let range = entry.file.range(pair.value.range)
      guard let key = pair.key.scalar, let text = pair.value.scalar else {
        report(
          "type", at: range,
          "a value of `\(qualified(name))` is \(pair.value.typeName); it takes text")
        return nil
      }
      return (Field(key, at: entry.file.range(pair.key.range)), Field(text, at: range))
    }
  }

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
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Enough of it for a message, on one line.
  fileprivate var excerpt: String {
    String(prefix(60).map { $0.isNewline ? " " : $0 })
  }
}
