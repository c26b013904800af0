import RunbookChecks
import RunbookModel

/// What pages are grouped by: a folder of the output with an overview and an index for each name.
struct Facet: Sendable {
  /// The folder of the output.
  let folder: String
  let title: Word
  /// How many names there are, on the overview of all indexes.
  let count: Word
  /// The names that a page has; nil when they come from its commands.
  let names: (@Sendable (PageSummary) -> [String])?

  static let owners = Facet(folder: "owners", title: .owners, count: .ownerCount) { page in
    page.metadata.owner.map { [$0.value.team] } ?? []
  }
  static let tags = Facet(folder: "tags", title: .tags, count: .tagCount) { $0.metadata.tags }
  static let audience = Facet(folder: "by-audience", title: .audience, count: .audienceCount) {
    $0.metadata.audience
  }
  static let alerts = Facet(folder: "by-alert", title: .alerts, count: .alertCount) {
    $0.metadata.alerts
  }
  static let severities = Facet(
    folder: "by-severity", title: .severities, count: .severityCount
  ) { page in page.metadata.severity.map { [$0] } ?? [] }
  static let programs = Facet(
    folder: "by-program", title: .programs, count: .programCount, names: nil)
  static let contexts = Facet(
    folder: "by-context", title: .contexts, count: .contextCount, names: nil)

  /// In the order in which the overview of all indexes lists them.
  static let all = [alerts, severities, programs, contexts, owners, tags, audience]

  init(
    folder: String, title: Word, count: Word,
    names: (@Sendable (PageSummary) -> [String])?
  ) {
    self.folder = folder
    self.title = title
    self.count = count
    self.names = names
  }

  var overviewPath: String { folder + "/index.html" }

  /// Where the index of a name lies.
  func path(_ name: String) -> String { "\(folder)/\(Self.fileName(name)).html" }

  /// Lower-case letters, digits and hyphens; another script keeps its letters.
  private static func fileName(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.hasSuffix("-") && !result.isEmpty {
        result.append("-")
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    // A file name has at most 255 bytes on most disks.
    if result.isEmpty || result == "index" || result.utf8.count > 120 {
      result = "x-" + SHA256.hex(Array(name.utf8)).prefix(8)
    }
    return result
  }
}
