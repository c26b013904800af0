package import RunbookModel

/// The alerts of some files held against the pages of a site.
package struct AlertAudit: Sendable {
  /// An alert and the page that it leads to.
  package struct Entry: Sendable {
    package let rule: AlertingRule
    package let target: AlertTarget?
    /// Pages that list the alert in their front matter, in the order of their paths.
    package let pages: [PageSummary]
    /// Nil where there is none.
    package let page: PageSummary?
  }

  /// In the order of the alerts' names; an alert stands there once for each of its rules.
  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - site: with what stands in the bodies of its pages, so that headings can be looked up.
  ///   - files: all files whose alerts the site is to have pages for.
  package init(
    _ files: [AlertFile], in site: SiteIndex, _ config: SiteConfig, _ addresses: AlertAddresses
  ) {
    var listed: [String: [PageSummary]] = [:]
    for page in site.pages {
      for name in Set(page.metadata.alerts) { listed[name, default: []].append(page) }
    }
    for rule in files.flatMap(\.rules) {
      let target = rule.runbook.map { addresses.target(of: $0.value) }
      let pages = listed[rule.name.value] ?? []
      var page = pages.first
      switch target {
      case .page(let path, _), .near(let path, _, _): page = site.page(path)
      case nil, .elsewhere, .other, .alert, .missing: break
      }
      entries.append(Entry(rule: rule, target: target, pages: pages, page: page))
    }
    entries.sort {
      ($0.rule.name.value, $0.rule.name.range.file) < ($1.rule.name.value, $1.rule.name.range.file)
    }
    diagnostics = files.flatMap(\.diagnostics)
    for entry in entries {
      diagnostics += [
        AlertLinkBroken.check(entry, site, config), AlertWithoutPage.check(entry),
        AlertSeverity.check(entry, among: severities), AlertOwner.check(entry),
      ].compactMap(\.self)
    }
    let known = Set(entries.map(\.rule.name.value))
    if !known.isEmpty { diagnostics += AlertGone.check(site.pages, known: known) }
  }

  /// What the label `severity` says anywhere, in small letters.
  private var severities: Set<String> {
    Set(entries.compactMap { $0.rule.severity?.value.lowercased() })
  }
}
