/// All rules, sorted by id. A test compares this list with the files in `Rules/`.
package enum RuleCatalog {
  package static let all: [Rule] = [
    LinkBroken.rule
  ]

  /// The rule of this id or of this former id.
  package static func rule(_ id: String) -> Rule? { byID[id] }

  private static let byID: [String: Rule] = {
    var rules: [String: Rule] = [:]
    for rule in all {
      for name in [rule.id] + rule.aliases { rules[name] = rule }
    }
    return rules
  }()
}
