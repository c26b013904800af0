import RunbookCommands
import RunbookModel

enum VersionsUnreadable {
  private static func page(_ versions: String) -> Rule.Example {
    Rule.Example(
      "---\napplies_to: [{product: kubernetes, versions: \(versions)}]\n---\n"
        + "```bash\nkubectl get pods\n```")
  }

  static let rule = Rule(
    "versions-unreadable", .warning,
    "versions that cannot be read, so that commands are not held against them",
    rationale: """
      Commands of a program whose versions are known are held against the versions that the page is
      about. These can be `1.30`, `1.30.x`, `>=1.29`, `1.29 and later`, `>=1.29 <1.32`, `1.29 - 1.31`,
      or several of them with `||` between. Of other products the versions may be any text.
      """,
    passing: [
      page("1.30.x"), page("\">=1.29, <1.32 || 1.34\""), page("1.29 and later"), page("1.29+"),
      Rule.Example("---\napplies_to: [{product: kubernetes, versions: stable}]\n---\n"),
      Rule.Example(
        "---\napplies_to: [{product: appliance, versions: Gen 2}]\n---\n"
          + "```bash\nkubectl get pods\n```"),
    ],
    failing: [
      page("▸stable"), page("\">=1.29 ▸~1.30\""), page("\">= ▸one\""), page("'▸1.29, 1.30'"),
      page("1.31 - ▸1.29"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let claims = VersionClaims(context.draft.metadata)
    guard !claims.isEmpty else { return }
    var seen: Set<SourceRange> = []
    for command in context.commands {
      guard let program = command.command.invocation?.program, !program.history.versions.isEmpty
      else { continue }
      for (product, field) in claims.fields(of: program) where seen.insert(field.range).inserted {
        do throws(VersionRangeError) {
          _ = try VersionRange(reading: field.value)
        } catch {
          diagnostics.append(
            context.finding(
              rule, at: place(of: error.range, in: field, context),
              "the versions of \(product) cannot be read: \(error.message)",
              explanation: "The page's commands of \(program.name) are not held against them. "
                + "Write a range such as `>=1.29 <1.32`, `1.30.x` or `1.29 - 1.31`."))
        }
      }
    }
  }

  /// Where a part of the text stands, when the file has the text as it is.
  private static func place(
    of part: Range<Int>, in field: Field<String>, _ context: PageContext
  ) -> SourceRange {
    let range = field.range
    guard range.file == context.file.path, !part.isEmpty else { return range }
    let written = context.file.text(range.bytes)
    let quote = written.utf8.first.map { $0.isOne(of: "\"'") } == true ? 1 : 0
    guard written.dropFirst(quote).hasPrefix(field.value) else { return range }
    let start = range.bytes.lowerBound + quote
    return context.range(start + part.lowerBound..<start + part.upperBound)
  }
}
