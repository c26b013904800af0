import RunbookChecks
import RunbookModel

/// Who owns which file of a repository, as GitHub and GitLab read it from CODEOWNERS: the last pattern
/// that matches counts.
package struct CodeOwners: Sendable {
  private struct Entry: Sendable {
    let globs: [Glob]
    let owner: String?
  }

  private var entries: [Entry] = []
  /// Whoever is named anywhere, as teams are compared.
  private var names: Set<String> = []
  /// The way from the root of the repository to the project folder.
  private let prefix: String

  /// Nil when there is no such file.
  package init?(project: String, prefix: String) {
    self.prefix = prefix
    let up = String(repeating: "../", count: prefix.split(separator: "/").count)
    let root = up.isEmpty ? project : project + "/" + up.dropLast()
    let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"]
    let bytes = places.lazy.compactMap { try? Disk.read(root + "/" + $0, limit: 3 << 20) }.first
    guard let bytes else { return nil }
    read(String(decoding: bytes, as: UTF8.self))
  }

  package init(_ text: String, prefix: String = "") {
    self.prefix = prefix
    read(text)
  }

  private mutating func read(_ text: String) {
    var ofSection: String?
    for line in text.split(whereSeparator: \.isNewline) {
      // A space in a name is written `\ `.
      let words = line.split(separator: "\\ ", omittingEmptySubsequences: false)
        .joined(separator: "\u{1}").split { $0 == " " || $0 == "\t" }
        .prefix { !$0.hasPrefix("#") }
        .map {
          $0.split(separator: "\u{1}", omittingEmptySubsequences: false).joined(separator: " ")
        }
      guard let pattern = words.first else { continue }
      if pattern.hasPrefix("[") || pattern.hasPrefix("^[") {
        ofSection = words.first { $0.hasPrefix("@") }
        note(words.filter { $0.hasPrefix("@") })
        continue
      }
      // A pattern without owners takes its files from everybody.
      let owners = words.dropFirst().filter { $0.contains("@") }
      note(owners)
      let owner = owners.first ?? ofSection
      entries.append(Entry(globs: Self.globs(pattern), owner: owner))
    }
  }

  /// A pattern as gitignore(5) has it, but that `docs/*` does not reach into folders.
  private static func globs(_ pattern: String) -> [Glob] {
    let isFolder = pattern.hasSuffix("/")
    var base = pattern[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    let isAnchored = base.contains("/")
    while base.hasPrefix("/") { base = base.dropFirst() }
    let place = isAnchored ? String(base) : "**/" + base
    let below = Glob(place + "/**")
    if isFolder { return [below] }
    let last = place.split(separator: "/").last ?? ""
    if base == "*" { return [Glob("**")] }
    return last.contains("*") ? [Glob(place)] : [Glob(place), below]
  }

  /// A mail address is known whole and by the name before its `@`.
  private mutating func note(_ owners: [String]) {
    for owner in owners {
      names.insert(TeamName.folded(owner))
      guard !owner.hasPrefix("@"), let name = owner.split(separator: "@").first else { continue }
      names.insert(TeamName.folded(String(name)))
    }
  }

  /// Whether any line names a team, a person or a mail address.
  package func knows(_ owner: String) -> Bool { names.contains(TeamName.folded(owner)) }

  /// The first owner of a file of the project.
  package func owner(of file: String) -> String? {
    let path = prefix + file
    return entries.last { $0.globs.contains { $0.matches(path) } }?.owner
  }
}
