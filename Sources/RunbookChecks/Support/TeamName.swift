/// Names of teams as they are compared everywhere: whatever their letters, hyphens and blanks, and without the
/// organisation of a forge.
package enum TeamName {
  /// `@acme/site-reliability` and `Site Reliability` are one team.
  package static func folded(_ name: String) -> String {
    let own = name.hasPrefix("@") ? name.lastTeamPart : name
    return String(own.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension String {
  fileprivate var lastTeamPart: String { split(separator: "/").last.map(String.init) ?? self }
}
