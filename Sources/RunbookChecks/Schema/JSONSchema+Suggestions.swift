extension JSONSchema {
  /// What may be written at a place of a YAML file.
  package struct Suggestion: Sendable, Equatable {
    package let text: String
    /// What it is, as a sentence; nil where only the shape is known.
    package let summary: String?
    package let isRequired: Bool
    /// Whether a mapping or a list follows a key.
    package let opensBlock: Bool
  }

  /// The keys of the mapping at a path of keys; items of lists add nothing to a path.
  package func keys(at path: [String]) -> [Suggestion] {
    fields(at: path).map { field in
      let place = (path + [field.name]).joined(separator: ".")
      return Suggestion(
        text: field.name, summary: summary(of: field, at: place), isRequired: field.isRequired,
        opensBlock: !field.shape.isScalar)
    }
  }

  /// The values that the key at a path of keys takes, where they are a list of words.
  package func values(at path: [String]) -> [String] {
    guard let name = path.last else { return [] }
    let field = fields(at: Array(path.dropLast())).first { $0.name == name }
    return field?.shape.words ?? []
  }

  /// What the key at a path of keys is; nil for one that is not known.
  package func summary(at path: [String]) -> String? {
    guard let name = path.last else { return nil }
    let field = fields(at: Array(path.dropLast())).first { $0.name == name }
    return field.flatMap { summary(of: $0, at: path.joined(separator: ".")) }
  }

  private func fields(at path: [String]) -> [FieldDescription] {
    var fields = fields
    for name in path {
      if let field = fields.first(where: { $0.name == name }) {
        fields = field.shape.innerFields
      } else {
        // A name of the author's choice, such as a context's: its fields stand beside those of its kind.
        continue
      }
    }
    return fields
  }
}

extension FieldShape {
  /// Whether a value fits behind the key in its line.
  fileprivate var isScalar: Bool {
    switch self {
    case .text, .filledText, .pattern, .boolean, .integer, .choice, .anything: true
    case .either(let shapes): shapes.contains(where: \.isScalar)
    case .shared(_, let shape): shape.isScalar
    case .list, .mapping, .names: false
    }
  }

  /// The words that it may be.
  fileprivate var words: [String] {
    switch self {
    case .choice(let words): words
    case .boolean: ["true", "false"]
    case .list(let shape, _), .shared(_, let shape): shape.words
    case .either(let shapes): shapes.flatMap(\.words)
    case .text, .filledText, .pattern, .integer, .anything, .mapping, .names: []
    }
  }
}
