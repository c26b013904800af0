/// What a section of a runbook is for, as its heading says it.
package enum SectionRole: Sendable {
  case procedure, verification, rollback

  /// Words that begin like this say that a section undoes something.
  static let rollbackStems = ["rollback", "undo", "revert", "backout"]
  static let rollbackPhrases: [Set<String>] = [
    ["roll", "back"], ["rolling", "back"], ["back", "out"], ["backing", "out"],
  ]
  /// Words that begin like this say that a section shows whether it worked.
  static let verificationStems = ["verif", "confirm", "validat"]

  private static let procedureWords: Set<String> = [
    "procedure", "procedures", "steps", "mitigation", "mitigate", "remediation", "remediate",
    "resolution", "resolve", "instructions", "triage", "diagnosis", "diagnose",
  ]

  /// - Parameter heading: the text of the section's heading. "Rollback procedure" is a rollback.
  package init?(heading: String) {
    let words = SectionWords.words(heading)
    let begins = { (stems: [String]) in
      words.contains { SectionWords.begins($0, with: stems) }
    }
    if begins(Self.rollbackStems)
      || Self.rollbackPhrases.contains(where: { $0.allSatisfy(words.contains) })
    {
      self = .rollback
    } else if begins(Self.verificationStems) {
      self = .verification
    } else if words.contains(where: Self.procedureWords.contains) {
      self = .procedure
    } else {
      return nil
    }
  }
}
