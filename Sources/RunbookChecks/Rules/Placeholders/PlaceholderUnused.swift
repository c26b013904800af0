import RunbookModel

enum PlaceholderUnused {
  static let rule = Rule(
    "placeholder-unused", .warning, "an input is declared that no code of the page uses",
    rationale: """
      The page asks its reader for a value and then does nothing with it: either a command lost its
      placeholder, or the input is left over.
      """,
    passing: [
      Rule.Example(
        """
        ---
        inputs: {node: {type: k8s-name}, zone: {type: string}, unit: {type: string}}
        ---
        ```bash {expect="<unit> is running"}
        kubectl drain "<node>"
        ```

        Look at `topology=<zone>`.
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs:
          ▸instance-id: {type: instance-id}
        ---
        The instance-id, or <instance-id>.

        ```bash
        INSTANCE_ID=$(find instance-id)
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let inputs = context.draft.metadata.inputs.map(\.name)
      // What the configuration gives to many pages need not be used by each.
      .filter { $0.range.file == context.file.path }
    guard !inputs.isEmpty else { return }
    let used = usedNames(context)
    let candidates = used.sorted()
    for name in inputs where !used.contains(name.value) {
      let near = NearestName.suggestion(for: name.value, among: candidates)
      diagnostics.append(
        context.finding(
          rule, at: name.range, "no code of this page uses `<\(name.value)>`",
          explanation: near.map { "It uses `<\($0)>`; is that what is meant? " } ?? ""
            + "Use the placeholder where the value belongs, or remove the input."))
    }
  }

  private static func usedNames(_ context: PageContext) -> Set<String> {
    var names: Set<String> = []
    for block in context.outline.codeBlocks {
      collect(block.value.text, &names)
      collect(block.value.fence?.info.text ?? "", &names)
    }
    for span in context.outline.codeSpans { collect(span.value, &names) }
    return names
  }

  /// Everything between a `<` and a `>` of a line.
  private static func collect(_ text: String, _ names: inout Set<String>) {
    let bytes = Array(text.utf8)
    var opening: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): opening = index
      case UInt8(ascii: "\n"): opening = nil
      case UInt8(ascii: ">"):
        if let start = opening {
          names.insert(String(decoding: bytes[(start + 1)..<index], as: UTF8.self))
        }
        opening = nil
      default: break
      }
    }
  }
}
