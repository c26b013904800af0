import RunbookChecks
import RunbookModel
import RunbookRendering

/// The pages of a site for the catalogue of a developer portal, by owner: titles and addresses, from front matter.
package struct PortalCatalog: Sendable {
  struct Page: Sendable {
    let title: String
    let isRunbook: Bool
    let address: String
    let tags: [String]
  }

  struct Team: Sendable {
    let name: String
    let pages: [Page]
  }

  let site: String
  private let base: String
  /// In the order of their names.
  let teams: [Team]

  /// - Throws: when a file cannot be read, or the pages have no address.
  package static func read(_ options: BuildOptions) async throws(FileProblem) -> PortalCatalog {
    let check = try await SiteCheck(Project(options), options)
    guard let base = check.project.config.absoluteBase else {
      throw FileProblem(
        path: options.config ?? "runbookgen.yml", operation: "export",
        reason: "it does not say where the wiki is published, and a catalogue needs addresses",
        advice: "set 'site: {base_url: https://…}'")
    }
    return PortalCatalog(check.index, check.project.config.title, base)
  }

  private init(_ index: SiteIndex, _ title: String, _ base: String) {
    var pages: [String: [Page]] = [:]
    for page in index.pages where page.metadata.lifecycle == .active {
      guard let owner = page.metadata.owner?.value.team else { continue }
      let address = base + RelativeURL.from("index.html", to: page.path.htmlPath)
      pages[owner, default: []].append(
        Page(
          title: page.metadata.title.value, isRunbook: page.metadata.kind == .runbook,
          address: address, tags: page.metadata.tags))
    }
    teams = pages.keys.sorted().map { Team(name: $0, pages: pages[$0] ?? []) }
    (site, self.base) = (title, base)
  }

  /// `catalog-info.yaml` for Backstage: a component for the pages of each owner (Backstage, "Descriptor Format of Catalog
  /// Entities").
  package var backstage: String {
    var known: [String: Int] = [:]
    return teams.map { team in
      var name = Self.name(site + "-" + team.name)
      let count = known[name, default: 0]
      known[name] = count + 1
      // Names that differ only in letters which a name may not have.
      if count > 0 { name = String(name.prefix(58)) + "-\(count + 1)" }
      return document(team, name)
    }.joined(separator: "---\n")
  }

  private func document(_ team: Team, _ name: String) -> String {
    var text = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: \(Self.quoted(name))
        title: \(Self.quoted("\(site): \(team.name)"))
        annotations:
          backstage.io/view-url: \(Self.quoted(base))

      """
    let tags = Set(team.pages.flatMap(\.tags).map(Self.tag)).filter { !$0.isEmpty }.sorted()
    if !tags.isEmpty { text += "  tags: [\(tags.map(Self.quoted).joined(separator: ", "))]\n" }
    text += "  links:\n"
    for page in team.pages {
      text +=
        "    - {url: \(Self.quoted(page.address)), title: \(Self.quoted(page.title)), type: runbook}\n"
    }
    return text + """
      spec:
        type: documentation
        lifecycle: production
        owner: \(Self.quoted(Self.name(team.name)))

      """
  }

  /// Letters, digits and single hyphens; what is left of a name that has none of them is its hash.
  private static func name(_ text: String) -> String {
    let name = hyphened(text, also: "")
    return name.isEmpty ? "team-" + SHA256.hex(Array(text.utf8)).prefix(8) : name
  }

  private static func tag(_ text: String) -> String { hyphened(text, also: "+#:") }

  /// 63 characters at most.
  private static func hyphened(_ text: String, also others: String) -> String {
    let words = text.lowercased().split {
      !($0.isASCII && ($0.isLetter || $0.isNumber || others.contains($0)))
    }
    var name = String(words.joined(separator: "-").prefix(63))
    while name.hasSuffix("-") { name.removeLast() }
    return name
  }

  /// A JSON string is a string of YAML.
  static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
