import RunbookModel

enum AlertLinkBroken {
  static let rule = Rule(
    "alert-link-broken", .error, "the `runbook_url` of an alert leads to nothing on this site",
    rationale: """
      Who is paged opens the link of the alert first. `runbookgen alerts` holds every `runbook_url` below the site's
      `base_url` against its pages, their aliases and headings; links to other hosts are not judged. An address that some
      hosts take and others do not, in other letters or with a slash behind the name of a page, is an info: the redirects that
      `alerts --redirects` writes lead it to the page.
      """,
    passing: [Rule.Example("---\nalerts: [NodeDown]\n---\n\n# NodeDown\n")], failing: [],
    check: .reading)

  static func check(_ entry: AlertAudit.Entry, _ site: SiteIndex, _ config: SiteConfig)
    -> Diagnostic?
  {
    guard let url = entry.rule.runbook, let target = entry.target else { return nil }
    let name = entry.rule.name.value
    switch target {
    case .elsewhere, .other, .alert: return nil
    case .missing(let path):
      let own = entry.page ?? nearest(to: path, site)
      return Diagnostic(
        rule.id, rule.severity, at: url.range,
        "the runbook of `\(name)` is not there: the site has no page at `\(path)`",
        explanation: own.map { "Did you mean `\(address(of: $0, config))`?" }
          ?? "Write the page, give one the address with `aliases`, or correct the link.")
    case .near(let path, let anchor, _):
      return heading(anchor, on: path, entry, site, config)
        ?? site.page(path).map { page in
          Diagnostic(
            rule.id, .info, at: url.range,
            "the runbook of `\(name)` has another address than this",
            explanation:
              "It is published at `\(address(of: page, config))`. Some hosts find it here as well.")
        }
    case .page(let path, let anchor): return heading(anchor, on: path, entry, site, config)
    }
  }

  private static func heading(
    _ anchor: String?, on path: PagePath, _ entry: AlertAudit.Entry, _ site: SiteIndex,
    _ config: SiteConfig
  ) -> Diagnostic? {
    guard let anchor, !AnchorBroken.isAlwaysThere(anchor), let url = entry.rule.runbook,
      let position = site.position(of: path), let contents = site.contents?.page(at: position),
      !contents.anchors.contains(anchor),
      config.rawHTML == .escape || !contents.htmlAnchors.contains(anchor)
    else { return nil }
    let near = NearestName.suggestion(for: anchor, among: contents.anchors.prefix(1000))
    return Diagnostic(
      rule.id, rule.severity, at: url.range,
      "the runbook of `\(entry.rule.name.value)` has no heading `#\(anchor)`",
      explanation: near.map { "Did you mean `#\($0)`?" } ?? "Name one of its headings.",
      notes: site.page(path).map { [.init("this page", at: $0.metadata.title.range)] } ?? [])
  }

  private static func nearest(to path: String, _ site: SiteIndex) -> PageSummary? {
    let name = NearestName.suggestion(for: path, among: site.pages.map(\.path.htmlPath))
    return name.flatMap { name in site.pages.first { $0.path.htmlPath == name } }
  }

  private static func address(of page: PageSummary, _ config: SiteConfig) -> String {
    guard let base = config.baseURL else { return page.path.htmlPath }
    return (base.hasSuffix("/") ? base : base + "/") + page.path.htmlPath
  }
}
