import ArgumentParser
import RunbookBuild
import RunbookChecks
import RunbookModel

/// A rule as a user names it, by its id or by a former one.
enum RuleArgument {
  static func rule(_ id: String) throws -> Rule {
    if let rule = RuleCatalog.rule(id) { return rule }
    let known = RuleCatalog.all.flatMap { [$0.id] + $0.aliases }
    let near = NearestName.suggestion(for: id, among: known)
    throw ValidationError(
      "There is no rule '\(TerminalText.escaped(id))'."
        + (near.map { " Did you mean '\($0)'?" } ?? " 'runbookgen rules' lists all."))
  }
}
