import RunbookChecks
import RunbookModel

/// The values of `page.mustache`.
///
/// A value that does not exist has no entry: Mustache takes an empty string for true.
struct PageValues {
  private(set) var values: [String: Any] = [:]

  /// All names; a test renders pages and finds that nothing else is ever set.
  static let names: Set<String> = [
    "site_title", "language", "root", "home", "stylesheet", "script", "title", "page_title",
    "summary", "kind", "kind_label", "navigation", "body", "has_breadcrumbs", "breadcrumbs", "url",
    "is_link", "has_contents", "contents", "id", "level", "is_level2", "is_level3", "has_metadata",
    "owner_team", "owner_contact", "owner_url", "reviewed", "due", "lifecycle", "is_draft",
    "is_deprecated", "replaced_by_title", "replaced_by_url", "severity", "has_audience",
    "audience", "name", "has_tags", "tags", "has_applies_to", "applies_to", "product", "versions",
    "has_environments", "environments", "has_permissions", "permissions", "has_prerequisites",
    "prerequisites", "text", "has_inputs", "inputs", "type", "pattern", "example", "description",
    "is_secret", "from", "has_alerts", "alerts", "has_escalation", "escalation", "after", "to",
    "has_sources", "sources", "previous", "next", "edit_url", "source_path", "confluence_url",
    "generator", "revision",
  ]

  /// What every HTML page has: the frame around a title and a body.
  init(_ site: Site, _ templates: TemplateSet, _ options: RenderOptions, at path: String) {
    set("site_title", site.config.title)
    set("language", site.config.language)
    values["root"] = RelativeURL.root(from: path)
    set("home", RelativeURL.from(path, to: "index.html"))
    set("stylesheet", templates.assetPath("site.css").map { RelativeURL.from(path, to: $0) })
    set("script", templates.assetPath("site.js").map { RelativeURL.from(path, to: $0) })
    set("generator", options.generator)
    set("revision", options.revision)
  }

  mutating func set(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { values[name] = value }
  }

  mutating func set(_ name: String, isTrue: Bool) {
    if isTrue { values[name] = true }
  }

  /// A list under its name, and `has_NAME` if it holds anything.
  mutating func set(_ name: String, list: [[String: Any]]) {
    guard !list.isEmpty else { return }
    values[name] = list
    values["has_" + name] = true
  }

  mutating func set(_ name: String, names: [String]) {
    set(name, list: names.map { ["name": $0] })
  }

  mutating func setTitle(_ title: String, siteTitle: String) {
    set("title", title)
    set("page_title", title == siteTitle ? title : "\(title) · \(siteTitle)")
  }

  mutating func setBreadcrumbs(_ crumbs: [(title: String, path: String?)], from path: String) {
    set(
      "breadcrumbs",
      list: crumbs.map { title, target in
        guard let target else { return ["title": title] }
        return ["title": title, "url": RelativeURL.from(path, to: target), "is_link": true]
      })
  }

  mutating func set(_ name: String, link: (title: String, path: String)?, from path: String) {
    guard let link else { return }
    values[name] = ["title": link.title, "url": RelativeURL.from(path, to: link.path)]
  }
}

extension PageValues {
  /// The front matter.
  mutating func set(_ metadata: RunbookMetadata, of page: CheckedRunbook, in site: Site) {
    let path = page.path.htmlPath
    set("summary", metadata.summary)
    set("kind", metadata.kind.rawValue)
    set("kind_label", metadata.kind.label)
    set("has_metadata", isTrue: true)
    if let owner = metadata.owner?.value {
      set("owner_team", owner.team)
      set("owner_contact", owner.contact)
      set(
        "owner_url",
        RelativeURL.from(path, to: GeneratedIndexes.path("owners", owner.team)))
    }
    set("reviewed", metadata.reviewed?.value.description)
    set("due", metadata.due?.description)
    set("lifecycle", metadata.lifecycle.rawValue)
    set("is_draft", isTrue: metadata.lifecycle == .draft)
    set("is_deprecated", isTrue: metadata.lifecycle == .deprecated)
    setSuccessor(metadata, of: page, in: site)
    set("severity", metadata.severity)
    setLists(metadata, from: path)
  }

  private mutating func setSuccessor(
    _ metadata: RunbookMetadata, of page: CheckedRunbook, in site: Site
  ) {
    guard let successor = metadata.replacedBy,
      case .page(let target, _) = site.index.resolve(successor.value, from: page.path)
    else { return }
    set("replaced_by_title", site.index.pages[target]?.title.value)
    set("replaced_by_url", RelativeURL.from(page.path.htmlPath, to: target.htmlPath))
  }

  private mutating func setLists(_ metadata: RunbookMetadata, from path: String) {
    set("audience", names: metadata.audience)
    set(
      "tags",
      list: metadata.tags.map {
        ["name": $0, "url": RelativeURL.from(path, to: GeneratedIndexes.path("tags", $0))]
      })
    set(
      "applies_to",
      list: metadata.appliesTo.map { entry in
        var value: [String: Any] = ["product": entry.product]
        value["versions"] = entry.versions
        return value
      })
    set("environments", names: metadata.environments)
    set("permissions", names: metadata.permissions)
    set("prerequisites", list: metadata.prerequisites.map { ["text": $0] })
    set("alerts", names: metadata.alerts)
    set(
      "escalation",
      list: metadata.escalation.map { ["after": $0.after.text, "to": $0.to] })
    set(
      "sources",
      list: metadata.sources.filter { URLSafety.isSafe($0.value) }.map { ["url": $0.value] })
    set("inputs", list: metadata.inputs.map(Self.input))
  }

  private static func input(_ input: InputDeclaration) -> [String: Any] {
    var value: [String: Any] = ["name": input.name.value, "type": input.type.rawValue]
    value["pattern"] = input.pattern?.value
    value["example"] = input.isSecret ? nil : input.example?.value
    value["description"] = input.summary
    value["from"] = input.from.map {
      $0.value.hasPrefix("step:") ? "step " + $0.value.dropFirst(5) : $0.value
    }
    if input.isSecret { value["is_secret"] = true }
    return value
  }
}
