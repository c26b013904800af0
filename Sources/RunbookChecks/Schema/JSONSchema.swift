import RunbookModel

/// A kind of YAML that a site is made of, as a JSON Schema: for editors, which show what a key is for,
/// complete it and mark what is wrong while one types.
///
/// It is of draft 7, the newest one that the YAML language server, editors and the JSON Schema Store
/// all read. YAML has types where this program reads text: where text is wanted, a number fits too.
package struct JSONSchema: Sendable {
  /// What the fields are, by their path, such as `site.title`; the fields of all mappings below
  /// `contexts` are `contexts.title`.
  package typealias Words = @Sendable (_ path: String) -> String?

  package let title: String
  let fields: [FieldDescription]
  private let words: Words

  /// The schema of `runbookgen.yml`.
  package static func config(_ words: @escaping Words) -> JSONSchema {
    JSONSchema(title: "runbookgen.yml", fields: SiteConfigSchema.fields, words: words)
  }

  /// The schema of a page's front matter.
  ///
  /// - Parameter config: what `defaults` gives to some pages no page has to say, and the names of
  ///   `keys` are let pass.
  package static func frontMatter(_ config: SiteConfig, _ words: @escaping Words) -> JSONSchema {
    let given = Set(
      config.defaults.flatMap { FieldReader.entries(of: $0.values, in: $0.file) }.map(\.name)
    )
    .union(config.keys.values)
    let fields = FrontMatterSchema.fields(config).filter { config.keys[$0.name] == nil }
      .map { given.contains($0.name) ? $0.optional : $0 }
    let foreign = config.keys.sorted { $0.key < $1.key }.map { key, target in
      FieldDescription(
        key, .anything,
        summary: target == ForeignKeys.ignored ? "left to another tool" : "read as `\(target)`")
    }
    return JSONSchema(
      title: "Front matter of a runbookgen page", fields: fields + foreign, words: words)
  }

  /// The schema of a file that describes a program.
  package static func program(_ words: @escaping Words) -> JSONSchema {
    JSONSchema(
      title: "A program of a runbookgen site", fields: ProgramFileSchema.fields, words: words)
  }

  /// The schema as a JSON document.
  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema") { $0.string("http://json-schema.org/draft-07/schema#") }
      json.member("title") { $0.string(title) }
      // A file without anything is an empty mapping, which may lack what it needs.
      let needsNothing = !fields.contains(where: \.isRequired)
      writeMapping(fields, besides: nil, at: "", takesNothing: needsNothing, &json)
      var shared: [String: FieldShape] = [:]
      for field in fields { field.shape.collect(&shared) }
      guard !shared.isEmpty else { return }
      json.member("definitions") { json in
        json.object { json in
          for (name, shape) in shared.sorted(by: { $0.key < $1.key }) {
            json.member(name) { json in
              json.object { write(shape, at: name, takesNothing: true, &$0) }
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  /// Every field at its path, with its description.
  package var described: [(path: String, summary: String?)] { described(fields, below: "") }

  private func described(_ fields: [FieldDescription], below path: String) -> [(
    path: String, summary: String?
  )] {
    fields.flatMap { field in
      let place = Self.join(path, field.name)
      return [(place, summary(of: field, at: place))]
        + described(field.shape.innerFields, below: place)
    }
  }

  // MARK: Writing

  private func write(_ field: FieldDescription, below path: String, _ json: inout JSONWriter) {
    let place = Self.join(path, field.name)
    json.object { json in
      if let summary = summary(of: field, at: place) {
        json.member("description") { $0.string(summary) }
      }
      write(field.shape, at: place, takesNothing: !field.isRequired, &json)
    }
  }

  private func write(
    _ shape: FieldShape, at path: String, takesNothing: Bool, _ json: inout JSONWriter
  ) {
    func types(_ names: String...) { Self.writeTypes(names, takesNothing, &json) }
    func pattern(_ text: String) { json.member("pattern") { $0.string(text) } }
    switch shape {
    case .anything: break
    case .shared(let name, _):
      // Beside a reference of draft 7 nothing else counts.
      json.member("allOf") { json in
        json.array([name]) { json, name in
          json.object { json in json.member("$ref") { $0.string("#/definitions/\(name)") } }
        }
      }
    case .text: types("string", "number", "boolean")
    case .filledText:
      types("string", "number", "boolean")
      pattern(#"\S"#)
    case .pattern(let text):
      types("string")
      pattern(text)
    case .boolean:
      // The text in quotation marks counts too.
      types("boolean", "string")
      pattern("^(true|false)$")
    case .integer(let range):
      types("integer", "string")
      pattern(#"^[+-]?\d+$"#)
      if let range {
        json.member("minimum") { $0.number(range.lowerBound) }
        json.member("maximum") { $0.number(range.upperBound) }
      }
    case .choice(let choices):
      json.member("enum") { json in
        json.array(choices.map(Optional.some) + (takesNothing ? [nil] : [])) { $0.string($1) }
      }
    case .list(let item, let count):
      types("array")
      if let count {
        json.member("minItems") { $0.number(count.lowerBound) }
        if count.upperBound < Int.max {
          json.member("maxItems") { $0.number(count.upperBound) }
        }
      }
      json.member("items") { json in
        json.object { write(item, at: path, takesNothing: false, &$0) }
      }
    case .mapping(let fields):
      writeMapping(fields, besides: nil, at: path, takesNothing: takesNothing, &json)
    case .names(let value, let known, let names, let valueTakesNothing):
      if let names {
        json.member("propertyNames") { json in
          json.object { json in json.member("pattern") { $0.string(names) } }
        }
      }
      writeMapping(
        known, besides: (value, valueTakesNothing), at: path, takesNothing: takesNothing, &json)
    case .either(let shapes):
      json.member("anyOf") { json in
        json.array(shapes) { json, shape in
          json.object { write(shape, at: path, takesNothing: takesNothing, &$0) }
        }
      }
    }
  }

  private func writeMapping(
    _ fields: [FieldDescription], besides other: (shape: FieldShape, takesNothing: Bool)?,
    at path: String, takesNothing: Bool, _ json: inout JSONWriter
  ) {
    Self.writeTypes(["object"], takesNothing, &json)
    if !fields.isEmpty {
      json.member("properties") { json in
        json.object { json in
          for field in fields {
            json.member(field.name) { write(field, below: path, &$0) }
          }
        }
      }
    }
    let required = fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty {
      json.member("required") { json in json.array(required) { $0.string($1) } }
    }
    json.member("additionalProperties") { json in
      guard let other else { return json.boolean(false) }
      json.object { write(other.shape, at: path, takesNothing: other.takesNothing, &$0) }
    }
  }

  private static func writeTypes(
    _ names: [String], _ takesNothing: Bool, _ json: inout JSONWriter
  ) {
    let all = names + (takesNothing ? ["null"] : [])
    json.member("type") { json in
      if all.count == 1 { json.string(all[0]) } else { json.array(all) { $0.string($1) } }
    }
  }

  // MARK: Words

  /// What the reference says of a field, else what a finding says that it takes.
  func summary(of field: FieldDescription, at path: String) -> String? {
    (words(path) ?? field.summary).map { text in
      let sentence = text.prefix(1).uppercased() + text.dropFirst()
      return sentence.hasSuffix(".") ? sentence : sentence + "."
    }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension FieldShape {
  /// The fields of the mappings that it is made of.
  var innerFields: [FieldDescription] {
    switch self {
    case .mapping(let fields): fields
    case .list(let shape, _): shape.innerFields
    case .names(let shape, let known, _, _): known + shape.innerFields
    case .either(let shapes): shapes.flatMap(\.innerFields)
    case .shared(_, let shape): shape.innerFields
    case .text, .filledText, .pattern, .boolean, .integer, .choice, .anything: []
    }
  }

  /// Puts the shapes that have a name under it.
  fileprivate func collect(_ shared: inout [String: FieldShape]) {
    if case .shared(let name, let shape) = self { shared[name] = shape }
    for field in innerFields { field.shape.collect(&shared) }
  }
}

extension RuleCatalog {
  /// A field for each rule, by its name and by those that it once had.
  static func fields(_ shape: (Rule) -> FieldShape) -> [FieldDescription] {
    let rules = all.sorted { $0.id < $1.id }
    return rules.map { FieldDescription($0.id, shape($0), summary: $0.summary) }
      + rules.flatMap { rule in
        rule.aliases.map {
          FieldDescription(
            $0, shape(rule), summary: "deprecated; the rule is now called `\(rule.id)`")
        }
      }
  }
}
