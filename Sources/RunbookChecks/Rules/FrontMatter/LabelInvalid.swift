import RunbookModel

enum LabelInvalid {
  static let rule = Rule(
    "label-invalid", .error, "a label that Confluence refuses",
    rationale: """
      A label of Confluence has at most \(ConfluenceName.longest) characters, no spaces and none of
      `! # & ( ) * , . : ; < > ? @ [ ] ^`. What stands under `confluence.labels` must be such a label.
      `tags` become labels too, with hyphens for what Confluence does not take; so a tag only has to
      be short enough and to keep a character. The rule is silent when the configuration switches
      Confluence off.
      """,
    passing: [
      Rule.Example("---\ntags: [v1.31, on call]\nconfluence: {labels: [on-call, C++]}\n---\n"),
      Rule.Example(files: [
        ("content/page.md", "---\nconfluence: {labels: [on call]}\n---\n"),
        ("runbookgen.yml", "confluence: {enabled: false}\n"),
      ]),
    ],
    failing: [
      Rule.Example("---\nconfluence:\n  labels:\n    - ▸on call\n    - ▸v1.31\n    - ok\n---\n"),
      Rule.Example("---\ntags:\n  - ▸(?)\n  - ▸\(String(repeating: "long", count: 64))\n---\n"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard context.config.confluence.isEnabled else { return }
    let metadata = context.draft.metadata
    for label in metadata.confluence.labels {
      add(label, "label", refusal(of: label.value) ?? fault(of: label.value), context, &diagnostics)
    }
    for tag in metadata.tagFields {
      add(tag, "tag", fault(of: tag.value), context, &diagnostics)
    }
  }

  private static func add(
    _ field: Field<String>, _ noun: String, _ fault: (what: String, way: String)?,
    _ context: PageContext, _ diagnostics: inout [Diagnostic]
  ) {
    guard let fault else { return }
    diagnostics.append(
      context.finding(
        rule, at: field.range, "the \(noun) \(fault.what)",
        explanation: "Confluence takes no such label. \(fault.way)"))
  }

  /// What a label is refused for that could be spelt otherwise.
  private static func refusal(of label: String) -> (what: String, way: String)? {
    let characters = ConfluenceLabel.refusedCharacters(in: label)
    guard !characters.isEmpty, let better = ConfluenceLabel.normalised(label),
      !ConfluenceName.isTooLong(better)
    else { return nil }
    let names = characters.map { $0.isWhitespace ? "a space" : "`\($0)`" }
    return (
      "`\(label)` holds \(names.joined(separator: ", "))", "Write `\(better)`, as the export does."
    )
  }

  /// Why a text makes no label at all.
  private static func fault(of text: String) -> (what: String, way: String)? {
    guard let label = ConfluenceLabel.normalised(text) else {
      return ("`\(text)` holds no character that a label can", "Use letters, digits and hyphens.")
    }
    guard ConfluenceName.isTooLong(label) else { return nil }
    return (
      "has \(label.utf16.count) characters; a label of Confluence has \(ConfluenceName.longest)",
      "Shorten it."
    )
  }
}
