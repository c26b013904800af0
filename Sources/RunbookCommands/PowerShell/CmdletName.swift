import RunbookModel

/// Names of cmdlets: a verb, a hyphen and a noun.
///
/// Everybody may add modules, so the known names only witness: what is not among them may exist. One
/// slip of the finger beside a known name is very likely meant to be it.
package enum CmdletName {
  /// `Get-Service`: two words of letters and digits.
  package static func parts(_ name: String) -> (verb: String, noun: String)? {
    let words = name.utf8.split(separator: Byte.minus, omittingEmptySubsequences: false)
    guard words.count == 2,
      words.allSatisfy({ $0.first.map(Byte.isLetter) == true && $0.allSatisfy(Byte.continuesName) })
    else { return nil }
    return (String(words[0]) ?? "", String(words[1]) ?? "")
  }

  /// Whether a cmdlet is known by this name, in any case of letters.
  package static func isKnown(_ name: String) -> Bool {
    guard let (verb, noun) = parts(name) else { return false }
    return nouns[noun.lowercased()]?.contains(verb.lowercased()) ?? false
  }

  /// What a misspelt name was meant to be.
  package struct Meant: Sendable, Equatable {
    package let name: String
    /// True where nothing else can be meant: a verb that does not exist, with letters swapped, doubled
    /// or left out, and the noun of a known cmdlet.
    package let isCertain: Bool
  }

  /// The known cmdlet that is one slip of the finger away, if there is just one and no other module
  /// could have a cmdlet of this name.
  package static func meant(by name: String) -> Meant? {
    guard let (verb, noun) = parts(name) else { return nil }
    let (lowerVerb, lowerNoun) = (verb.lowercased(), noun.lowercased())
    if approvedVerbs.contains(lowerVerb) {
      guard nouns[lowerNoun] == nil else { return nil }
      let near = nearNouns(lowerNoun, verb: lowerVerb)
      guard near.count == 1, let only = near.first else { return nil }
      return Meant(name: "\(verb)-\(spelling[only] ?? only)", isCertain: false)
    }
    guard !otherVerbs.contains(lowerVerb), lowerVerb.utf8.count > 2 else { return nil }
    let near = approvedVerbs.filter { isSlip(Array(lowerVerb.utf8), Array($0.utf8)) }
    let known = near.filter { nouns[lowerNoun]?.contains($0) ?? false }
    guard known.count == 1, let only = known.first else { return nil }
    let isCertain =
      near.count == 1 && only.utf8.count != lowerVerb.utf8.count
      || isSwapped(Array(lowerVerb.utf8), Array(only.utf8))
    return Meant(
      name: "\(capitalised(only))-\(spelling[lowerNoun] ?? noun)", isCertain: isCertain)
  }

  /// Nouns that have a verb and are one slip away.
  private static func nearNouns(_ noun: String, verb: String) -> [String] {
    let letters = Array(noun.utf8)
    guard letters.count >= 4, !letters.contains(where: Byte.isDigit) else { return [] }
    return nouns.compactMap { known, verbs in
      let count = known.utf8.count
      guard count >= 5, abs(count - letters.count) <= 1, verbs.contains(verb) else { return nil }
      let other = Array(known.utf8)
      guard isSlip(letters, other),
        !isOtherNoun(letters, other), !other.contains(where: Byte.isDigit)
      else { return nil }
      return known
    }
  }

  /// Whether a noun differs from a known one as that of another module may: in its first letters, by a
  /// letter that is added to its end, or as a plural.
  private static func isOtherNoun(_ noun: [UInt8], _ known: [UInt8]) -> Bool {
    noun[..<2] != known[..<2] && !isSwapped(noun, known) || noun.starts(with: known)
      || known.last == UInt8(ascii: "s") && known.starts(with: noun)
  }

  private static func isSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    abs(left.count - right.count) <= 1 && NearestName.distance(left, right) == 1
  }

  private static func isSwapped(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && left.sorted() == right.sorted()
  }

  private static func capitalised(_ verb: String) -> String {
    switch verb {
    case "foreach": "ForEach"
    case "convertto": "ConvertTo"
    case "convertfrom": "ConvertFrom"
    default: verb.prefix(1).uppercased() + verb.dropFirst()
    }
  }

  /// The verbs of each noun, both in lower case.
  private static let nouns: [String: Set<String>] = Dictionary(
    facts.map { ($0.noun.lowercased(), Set($0.verbs.map { $0.lowercased() })) },
    uniquingKeysWith: { $0.union($1) })

  private static let spelling: [String: String] = Dictionary(
    facts.map { ($0.noun.lowercased(), $0.noun) }, uniquingKeysWith: { first, _ in first })

  private static var facts: [(noun: String, verbs: [Substring])] {
    text.description.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|")
      return parts.count == 2 ? (String(parts[0]), parts[1].split(separator: " ")) : nil
    }
  }

  /// Microsoft's "Approved Verbs for PowerShell Commands", and the six words that the language itself
  /// uses as verbs.
  package static let approvedVerbs: Set<String> = Set(
    """
    add approve assert backup block build checkpoint clear close compare complete compress confirm
    connect convert convertfrom convertto copy debug deny deploy disable disconnect dismount edit enable
    enter exit expand export find format get grant group hide import initialize install invoke join limit
    lock measure merge mount move new open optimize out ping pop protect publish push read receive redo
    register remove rename repair request reset resize resolve restart restore resume revoke save search
    select send set show skip split start step stop submit suspend switch sync test trace unblock undo
    uninstall unlock unprotect unpublish unregister update use wait watch write
    foreach sort tee where
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words of English that are near an approved verb. Functions that people write for themselves start
  /// with them.
  private static let otherVerbs: Set<String> = [
    "bind", "clean", "create", "delete", "let", "list", "load", "mode", "post", "put", "run",
    "rest",
    "text", "take", "unmount", "upload", "validate", "verify", "kill", "check",
  ]
}
