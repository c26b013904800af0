import RunbookCommands
import RunbookModel

enum CommandOtherVersion {
  private static func page(_ product: String, _ versions: String, _ command: String) -> Rule.Example
  {
    Rule.Example(
      "---\napplies_to: [{product: \(product), versions: \"\(versions)\"}]\n---\n"
        + "```bash\n\(command)\n```")
  }

  private static let ledger = (
    path: "programs/ledger.yml",
    text: """
    synopsis: |
      ledger
        list [ACCOUNT...]
          --format=FORMAT(text|json|tree) {since=2.4:tree}
        close {since=3.0}
    """
  )

  static let rule = Rule(
    "command-other-version", .error,
    "a command needs another version of its program than the page is about",
    rationale: """
      The page says in `applies_to` which versions it is about, and the program's schema says since when there is a
      verb, an option or a value, and until when. When no version that the page names has it, the command stops with a usage
      message, and that is an error. When only some lack it, or when another version of the program works
      with the product too (kubectl may be one minor version away from its cluster), the finding is a
      warning. `runbookgen programs NAME` shows what is known of each version.
      """,
    passing: [
      page("kubernetes", ">=1.31", "kubectl debug node/a --image=b --profile=c --custom=d.yml"),
      page("helm", "3.19", "helm list --all"),
      page("bottlerocket", "any", "kubectl explain pods -R"),
      Rule.Example("```bash\nhelm list --all\n```"),
    ],
    failing: [
      page("kubernetes", "1.28", "kubectl apply -f a.yml ▸--subresource=status"),
      page("kubectl", "1.30 - 1.31", "kubectl apply -f a.yml ▸--subresource=status"),
      page("helm", ">=3.17", "helm list ▸--all"),
      Rule.Example(files: [
        (
          "content/page.md",
          "---\napplies_to: [{product: ledger, versions: 2.x}]\n---\n"
            + "```bash\nledger list --format=▸tree; ledger ▸close\n```"
        ), ledger,
      ]),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let claims = VersionClaims(context.draft.metadata)
    guard !claims.isEmpty else { return }
    for (word, command) in context.datedWords {
      guard let program = command.command.invocation?.program,
        let (claim, field) = claims.claim(of: program)
      else { continue }
      let lacking = program.history.lacking(word.span)
      let affected = claim.versions.intersection(lacking)
      guard !affected.isEmpty else { continue }
      let isCertain = claim.possible.isSubset(of: lacking)
      diagnostics.append(
        context.finding(
          rule, at: word.name.range,
          summary(word, command.title, isEverywhere: affected == claim.versions),
          explanation: explanation(word, lacking, claim, field.value, program, isCertain),
          notes: [.init("the versions", at: field.range)],
          severity: isCertain ? rule.severity : .warning))
    }
  }

  private static func summary(_ word: DatedWord, _ title: String, isEverywhere: Bool) -> String {
    let what = word.kind == .verb ? "`\(title)`" : word.noun
    guard isEverywhere else {
      let owner = word.kind == .verb ? "" : " of `\(title)`"
      return "some versions that this page is about have no \(what)\(owner)"
    }
    return word.kind == .verb
      ? "there is no \(what) in the versions that this page is about"
      : "`\(title)` has no \(what) in the versions that this page is about"
  }

  private static func explanation(
    _ word: DatedWord, _ lacking: VersionRange, _ claim: VersionClaim, _ versions: String,
    _ program: Program, _ isCertain: Bool
  ) -> String {
    let facts =
      "\(program.name) lacks it \(lacking.phrase), and the page applies to \(claim.product) \(versions)."
    let isGone = word.span.removed != nil && word.span.since == nil
    let advice =
      if let replacement = word.replacement {
        " Write `\(replacement)`."
      } else if isCertain {
        isGone ? " Write what took its place." : " Write what these versions have."
      } else if claim.versions.isSubset(of: lacking) {
        " Another version of \(program.name) that works with this \(claim.product) has it: say in `applies_to` "
          + "which \(program.name) the page needs."
      } else {
        " Say which versions the command is for, or name in `applies_to` those that have it."
      }
    return facts + advice
  }
}

extension DatedWord {
  /// `option --x`, with its kind.
  var noun: String {
    switch kind {
    case .verb: "verb `\(name.text)`"
    case .option: "option `\(name.text)`"
    case .value: "value `\(name.text)`"
    }
  }
}
