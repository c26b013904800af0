import RunbookCommands
import RunbookModel

/// The commands that stand in code spans of a page's prose.
enum CommandMentions {
  /// - Returns: each command with those that it runs; none of quick references, which are read by
  ///   themselves.
  static func read(_ draft: PageDraft, _ config: SiteConfig) -> [BoundCommand] {
    let references = draft.tables.filter {
      if case .quickReference = $0.content { true } else { false }
    }.map(\.range)
    let evidence = CommandEvidence(config.programs)
    var walker = CommandWalker(config)
    return draft.page.outline.codeSpans.flatMap { span -> [BoundCommand] in
      guard let space = span.value.utf8.firstIndex(of: UInt8(ascii: " ")),
        config.programs.contains(String(span.value[..<space])) || span.value.hasPrefix("sudo "),
        !references.contains(where: { $0.contains(span.range.lowerBound) }),
        // In a table `\|` stands for `|`, so that offsets would be off by one.
        !draft.page.file.text(span.range).contains("\\|")
      else { return [] }
      let script = ShellScript.parse(source(of: span, draft.page.file))
      guard script.errors.isEmpty, let first = script.simpleCommands.first, evidence.isTyped(first)
      else { return [] }
      return walker.commands(of: [script], in: nil)
    }
  }

  /// The span's text, from its first byte that is no backtick.
  private static func source(of span: PageOutline.Entry<String>, _ file: SourceFile) -> ShellSource
  {
    let start = file.bytes[span.range.clamped(to: 0..<file.bytes.count)].firstIndex {
      $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: " ")
    }
    return ShellSource(inline: span.value, at: start ?? span.range.lowerBound)
  }
}
