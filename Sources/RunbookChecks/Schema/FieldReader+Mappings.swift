import RunbookModel

/// Fields that hold others.
extension FieldReader {
  mutating func list(_ name: String, of shape: @autoclosure () -> FieldShape = .text)
    -> [Field<String>]
  {
    describe(name, .list(shape()))
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
    _ name: String, wanted: String, _ read: (inout FieldReader) -> Value
  ) -> Value? {
    describe(name, .mapping(Self.fields { _ = read(&$0) }), wanted)
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
    describe(
      name, .list(.mapping(Self.fields { reader in _ = read(&reader, reader.place) })),
      "a list of \(wanted)")
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
    describe(
      name,
      .names(
        .mapping(Self.fields { reader in _ = read(Field("", at: reader.place), &reader) }),
        takesNothing: true), wanted)
    guard let entry = entry(name) else { return [] }
    guard case .mapping(let pairs) = entry.value.kind else {
      wrongType(entry, wanted: wanted)
      return []
    }
    return pairs.compactMap { pair in
      guard let key = pair.key.scalar else { return nil }
      let keyRange = entry.file.range(pair.key.range)
      guard pair.value.isNull || pair.value.isMapping else {
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

  /// A mapping from names to text; of the author's choice, unless `shape` says otherwise.
  mutating func texts(
    _ name: String, wanted: String,
    as shape: @autoclosure () -> FieldShape = .names(.text, takesNothing: true)
  ) -> [(name: Field<String>, text: Field<String>)] {
    describe(name, shape(), wanted)
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
}
