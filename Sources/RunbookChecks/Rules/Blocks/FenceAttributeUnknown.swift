import RunbookModel

enum FenceAttributeUnknown {
  static let rule = Rule(
    "fence-attribute-unknown", .warning, "a shell block's fence has an attribute of no meaning",
    rationale: """
      An attribute with a misspelt name is silently ignored, and with it the context or the
      expectation that the author wrote down. Attributes of other tools are left alone.
      """,
    passing: [
      Rule.Example("```bash {step=look in=host expect=\"total\" effect=read}\nls\n```"),
      Rule.Example("```bash {linenos=table hl_lines=\"1 3\" step=look}\nls\n```"),
      Rule.Example("```bash title=\"Look\" wrapped=false\nls\n```"),
      Rule.Example("```yaml {stp=look}\na: b\n```"),
    ],
    failing: [
      Rule.Example("```bash {▸stpe=look}\nls\n```"),
      Rule.Example("```console {step=look ▸quick-ref=\"Look\" ▸where=host}\n$ ls\n```"),
    ],
    check: .page(check))

  private static let ours = ["step", "in", "expect", "quickref", "title", "effect"]
  /// Those that no other tool is known to use.
  private static let telling: Set = ["step", "in", "expect", "quickref", "effect"]
  /// What Hugo, MkDocs, Docusaurus, Pandoc and other renderers read.
  private static let foreign: Set = [
    "anchor", "anchorlinenos", "caption", "class", "collapse", "copy", "exec", "file", "filename",
    "frame", "highlight", "hl_inline", "hl_lines", "id", "key", "label", "lang", "language",
    "lineanchors", "linenos", "linenostart", "linenumbers", "linenums", "live", "name", "nocopy",
    "nohighlight", "numberlines", "showlinenumbers", "source", "src", "start", "startfrom",
    "startline", "startlinenumber", "style", "tab", "tabs", "theme", "wrap",
  ]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks {
      guard let fence = block.code.fence else { continue }
      let isOurs = fence.attributes.contains { telling.contains($0.name.text) }
      guard isOurs || fence.info.text.holds(UInt8(ascii: "{")) else { continue }
      for attribute in fence.attributes {
        check(attribute, besidesOurs: isOurs, context, &diagnostics)
      }
    }
  }

  private static func check(
    _ attribute: FenceAttribute, besidesOurs isOurs: Bool, _ context: PageContext,
    _ diagnostics: inout [Diagnostic]
  ) {
    let name = attribute.name.text
    guard name.unicodeScalars.first?.properties.isAlphabetic == true, !ours.contains(name),
      !foreign.contains(name.lowercased())
    else { return }
    let plain = String(name.filter { $0 != "-" && $0 != "_" })
    let near = ours.contains(plain) ? plain : NearestName.suggestion(for: name, among: ours)
    let hasValue = attribute.value.range.lowerBound > attribute.name.range.upperBound
    guard hasValue && (near != nil || isOurs) else { return }
    let fix = near.map {
      Diagnostic.Fix("Write `\($0)`", edits: [.init(attribute.name.range, with: $0)])
    }
    diagnostics.append(
      context.finding(
        rule, at: attribute.name.range,
        "there is no fence attribute `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation: "It is ignored. A shell block takes "
          + ours.map { "`\($0)`" }.joined(separator: ", ") + ".",
        fixes: [fix].compactMap(\.self)))
  }
}
