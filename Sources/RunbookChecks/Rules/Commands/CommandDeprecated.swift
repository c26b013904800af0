import RunbookCommands
import RunbookModel

enum CommandDeprecated {
  private static let programs = (
    path: "programs/ledger.yml",
    text: """
    synopsis: |
      ledger
        list [ACCOUNT...]
          --since=DATE
          --from=DATE {use=--since}
        show [ACCOUNT...] {use=list}
    """
  )

  private static func page(_ versions: String?, _ mark: String = "") -> Rule.Example {
    let head =
      versions.map { "---\napplies_to: [{product: kubectl, versions: \"\($0)\"}]\n---\n" } ?? ""
    return Rule.Example(
      head
        + "```bash\nkubectl apply -f a.yml --prune -l a=b \(mark)--prune-whitelist=core/v1/Pod\n```"
    )
  }

  static let rule = Rule(
    "command-deprecated", .warning, "a command uses a spelling that its program is giving up",
    rationale: """
      It still works, with a warning or by chance, and stops working with an update that nobody
      connects with this page. The new spelling is known, so use it now. Where a program's schema says since
      which version a spelling is out of date, that counts only on pages that name such a version in `applies_to`.
      """,
    passing: [
      Rule.Example(files: [("content/page.md", "```bash\nledger list --since=May\n```"), programs]),
      page("1.25"), page(nil), page(">=1.30"),
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "```bash\nledger ▸show; ledger list ▸--from=May\n```"), programs,
      ]),
      page("1.25 - 1.29", "▸"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    checkVersions(context, &diagnostics)
    for (finding, command) in context.commandFindings {
      guard case .deprecated(let name, let replacement) = finding.kind else { continue }
      let isOption = name.hasPrefix("-")
      let suggestion = CommandSuggestion(
        replacement, isCertain: true, at: finding.range, instead: name, context)
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(name)`\(isOption ? " of `\(command.title)`" : "") is out of date: "
            + "write `\(replacement)`",
          explanation: "Later versions of `\(command.command.name ?? name)` do not know it.",
          fixes: [suggestion.fix].compactMap(\.self)))
    }
  }

  /// What is out of date in versions that the page names.
  private static func checkVersions(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let claims = VersionClaims(context.draft.metadata)
    guard !claims.isEmpty else { return }
    for (word, command) in context.datedWords {
      guard let deprecated = word.span.deprecated,
        let program = command.command.invocation?.program,
        let (claim, field) = claims.claim(of: program),
        claim.versions.intersection(program.history.lacking(word.span)).isEmpty,
        !claim.versions.intersection(program.history.advisingAgainst(word.span)).isEmpty
      else { continue }
      let known = VersionRange.from(max(deprecated, word.replacementSince ?? deprecated))
      let suggestion = word.replacement.map {
        CommandSuggestion(
          $0, isCertain: claim.versions.isSubset(of: known) && !$0.utf8.contains(UInt8(ascii: "=")),
          at: word.name.range,
          instead: word.name.text, context)
      }
      diagnostics.append(
        context.finding(
          rule, at: word.name.range,
          "the \(word.noun) of `\(command.title)` is out of date since \(program.name) \(deprecated.text)"
            + (word.replacement.map { ": write `\($0)`" } ?? ""),
          explanation: "The page is about \(claim.product) \(field.value). "
            + (word.span.removed.map { "\(program.name) \($0.text) does not know it any more." }
              ?? "A later version will not know it."),
          notes: [.init("the versions", at: field.range)],
          fixes: [suggestion?.fix].compactMap(\.self)))
    }
  }
}
