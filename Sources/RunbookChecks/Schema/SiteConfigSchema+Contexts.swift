import RunbookModel

/// The places where commands run.
extension SiteConfigSchema {
  static func readContext(_ id: Field<String>, _ reader: inout FieldReader)
    -> ContextDeclaration
  {
    let title = reader.text("title")?.value ?? id.value
    let entry = reader.mapping("entered_by", wanted: "{from: …, command: …}") { reader in
      let command = reader.text("command")
      return reader.text("from", required: "the context one comes from").map {
        ContextDeclaration.Entry(from: $0, command: command)
      }
    }
    return ContextDeclaration(
      id: id, title: title, prompt: reader.text("prompt")?.value,
      user: reader.text("user")?.value, enteredBy: entry ?? nil,
      programs: Set(reader.list("programs").map(\.value)),
      inferred: Set(reader.list("inferred").map(\.value)),
      absent: dictionary("absent", &reader), paths: dictionary("paths", &reader),
      absentPaths: dictionary("absent_paths", &reader))
  }

  private static func dictionary(_ name: String, _ reader: inout FieldReader) -> [String: String] {
    Dictionary(
      reader.texts(name, wanted: "a mapping from names to sentences")
        .map { ($0.name.value, $0.text.value) }, uniquingKeysWith: { first, _ in first })
  }

  static func checkGraph(_ contexts: [ContextDeclaration], _ reader: inout FieldReader) {
    let names = contexts.map(\.id.value)
    for context in contexts {
      guard let from = context.enteredBy?.from, !names.contains(from.value) else { continue }
      let near = NearestName.suggestion(for: from.value, among: names)
      reader.report(
        "type", at: from.range,
        "there is no context `\(from.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
    }
    let from = Dictionary(
      contexts.map { ($0.id.value, $0.enteredBy?.from.value) },
      uniquingKeysWith: { first, _ in first })
    for context in contexts {
      guard let entry = context.enteredBy?.from else { continue }
      // A way back that is longer than the list of contexts runs in a circle.
      var name: String? = entry.value
      for _ in contexts where name != nil && name != context.id.value {
        name = from[name ?? ""] ?? nil
      }
      guard name == context.id.value else { continue }
      reader.report(
        "type", at: entry.range,
        "the context `\(context.id.value)` is entered from itself in the end",
        "Follow `entered_by`: the way has to begin at a context that is not entered from another.")
    }
  }
}
