import RunbookModel

enum TitleTooLong {
  static let rule = Rule(
    "title-too-long", .error, "a title is too long for Confluence",
    rationale: """
      Confluence refuses a page whose title has more than \(ConfluenceName.longest) characters.
      Shorten the title and move the rest to `summary`, or give the page a shorter `confluence.title`.
      The rule is silent when the configuration switches Confluence off.
      """,
    passing: [
      Rule.Example("---\ntitle: \(words(51))\n---\n"),
      Rule.Example("---\ntitle: \(words(52))\nconfluence: {title: Words}\n---\n"),
    ],
    failing: [
      Rule.Example("---\ntitle: ▸\(words(52))\n---\n"),
      Rule.Example("---\ntitle: Words\nconfluence:\n  title: ▸\(words(52))\n---\n"),
    ],
    check: .page(check))

  /// Five characters for each word.
  private static func words(_ count: Int) -> String {
    "Title" + String(repeating: " word", count: count - 1)
  }

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let metadata = context.draft.metadata
    let title = metadata.confluence.title ?? metadata.title
    guard context.config.confluence.isEnabled, ConfluenceName.isTooLong(title.value) else { return }
    diagnostics.append(
      context.finding(
        rule, at: title.range,
        "the title has \(title.value.utf16.count) characters; Confluence takes "
          + "\(ConfluenceName.longest)",
        explanation: "Confluence would refuse the page. Shorten the title, or give the page a "
          + "shorter `confluence.title`."))
  }
}
