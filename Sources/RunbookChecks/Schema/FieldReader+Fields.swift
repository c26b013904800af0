import RunbookModel

/// Fields of one value, and lists.
extension FieldReader {
  mutating func missing(_ name: String, _ wanted: String) {
    report("missing", at: place, "`\(qualified(name))` is missing; it takes \(wanted)")
  }

  mutating func empty(_ name: String, _ wanted: String, at range: SourceRange) {
    report("missing", at: range, "`\(qualified(name))` is empty; it takes \(wanted)")
  }

  mutating func text(_ name: String, required wanted: String? = nil) -> Field<String>? {
    describe(name, wanted == nil ? .text : .filledText, isRequired: wanted != nil, wanted)
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

  /// A value read from its text; `wanted` says what the text has to look like, and `shape` what of that
  /// an editor can know.
  mutating func value<Value>(
    _ name: String, _ wanted: String, as shape: @autoclosure () -> FieldShape,
    isRequired: Bool = false, _ read: (String) -> Value?
  ) -> Field<Value>? {
    describe(name, shape(), isRequired: isRequired, wanted)
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
    let entry = entry(name)
    if described == nil {
      // Nearly every field is read here, and nobody is told what it takes.
      if entry == nil && !isRequired { return nil }
      if let entry, let text = entry.value.scalar, let value = Value(rawValue: text) {
        return Field(value, at: entry.range)
      }
    }
    let all = Value.allCases.map(\.rawValue)
    let wanted = "one of \(all.joined(separator: ", "))"
    describe(name, .choice(all), isRequired: isRequired, wanted)
    guard let entry else {
      if isRequired { missing(name, wanted) }
      return nil
    }
    let near = entry.value.scalar.flatMap { NearestName.suggestion(for: $0, among: all) }
    wrongType(entry, wanted: wanted + (near.map { "; did you mean \($0)?" } ?? ""))
    return nil
  }

  mutating func boolean(_ name: String) -> Field<Bool>? {
    value(name, "true or false", as: .boolean) { ["true": true, "false": false][$0] }
  }

  mutating func integer(_ name: String) -> Field<Int>? {
    value(name, "a whole number", as: .integer(nil)) { Int($0) }
  }
}
