import RunbookModel

enum PageReplacedByMissing {
  static let rule = Rule(
    "page-replaced-by-missing", .error, "`replaced_by` names no page",
    rationale: """
      A deprecated page sends its reader to its successor. If that is not there, the reader is left
      with instructions that are known to be old. Give the successor's path, relative to the page,
      or a full URL if it lives elsewhere.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "---\nlifecycle: deprecated\nreplaced_by: new.md\n---\n"),
        ("content/new.md", "Text."),
      ])
    ],
    failing: [
      Rule.Example("---\nlifecycle: deprecated\nreplaced_by: ▸new.md\n---\n"),
      Rule.Example("---\nlifecycle: deprecated\nreplaced_by: ▸page.md\n---\n"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard let field = context.draft.metadata.replacedBy else { return }
    switch context.site.resolve(field.value, from: context.page.path) {
    case .external: break
    case .page(let path, _) where path != context.page.path: break
    case .page, .samePage:
      diagnostics.append(
        context.finding(rule, at: field.range, "`replaced_by` names this very page"))
    case .asset(let path), .folder(let path):
      diagnostics.append(
        context.finding(rule, at: field.range, "`\(path)` is not a page"))
    case .outside:
      diagnostics.append(
        context.finding(
          rule, at: field.range, "`\(field.value)` leads out of the content folder"))
    case .missing(let path):
      let near = context.site.suggestions.nearest(to: path)
      diagnostics.append(
        context.finding(
          rule, at: field.range, "there is no page `\(path)`",
          explanation: near.map { "Did you mean `\($0)`?" }
            ?? "Give the path of the page that takes this one's place."))
    }
  }
}
