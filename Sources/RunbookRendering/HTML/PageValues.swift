import RunbookChecks
import RunbookModel

/// The values of `page.mustache`. Pieces that need logic are markup already: what a template can
/// choose is where they stand, and how they look.
///
/// A value that does not exist has no entry: Mustache takes an empty string for true.
struct PageValues {
  private(set) var values: [String: [UInt8]] = [:]
  let path: String

  /// All names; a test renders pages and finds that nothing else is ever set.
  static let names: Set<String> = [
    "site_title", "language", "root", "home", "assets", "title", "page_title", "summary", "kind",
    "navigation", "body", "breadcrumbs", "badges", "trust", "plate", "contents", "inputs",
    "notices", "preparation", "turn", "copy", "about", "about_title", "review_by", "procedure",
    "generator", "revision", PagePolicy.valueName, "script_source", "style_source", "canonical",
    "run", "heading",
  ]

  /// What every HTML page has: the frame around a title and a body.
  ///
  /// - Parameters:
  ///   - root: the way to the site's root, where it is not the one from `path`.
  ///   - kind: what the page loads.
  ///   - hasTables: whether there are checked tables on it.
  init(
    _ site: Site, _ templates: TemplateSet, _ options: RenderOptions, at path: String,
    root: String? = nil, kind: PageKind = .page, hasTables: Bool = false
  ) {
    self.path = path
    let root = root ?? RelativeURL.root(from: path)
    set("site_title", site.config.title)
    set("language", site.config.language)
    values["root"] = Array(root.utf8)
    set("home", root + "index.html")
    let preview = options.previewHead
    set(
      "assets",
      templates.headMarkup(root: root, for: kind, hasTables: hasTables) + (preview ?? ""))
    set("generator", options.generator)
    set("revision", options.revision)
    let policy = PagePolicy(site.config).text()
    set(PagePolicy.valueName, preview == nil ? policy : policy + "; connect-src 'self'")
  }

  mutating func set(_ name: String, _ value: String?) {
    set(name, value.map { Array($0.utf8) })
  }

  mutating func set(_ name: String, _ value: [UInt8]?) {
    if let value, !value.isEmpty { values[name] = value }
  }

  mutating func setTitle(_ title: String, siteTitle: String) {
    set("title", title)
    var heading = MarkupWriter()
    heading.name(title)
    set("heading", heading.string)
    set("page_title", title == siteTitle ? title : "\(title) · \(siteTitle)")
  }

  /// The address at which the page is published, where that is known.
  mutating func setCanonical(_ config: SiteConfig) {
    set("canonical", config.absoluteBase.map { $0 + RelativeURL.from("index.html", to: path) })
  }

  /// For a page that is served at any depth. The sources are for a frame with a policy of its own.
  mutating func setHeadOfNotFound(_ templates: TemplateSet, _ config: SiteConfig) {
    let (markup, inlined) = templates.headMarkupOfNotFound()
    set("assets", markup)
    set("script_source", inlined.scriptSources)
    set("style_source", inlined.styleSources)
    let policy = PagePolicy(config)
    set(
      PagePolicy.valueName,
      policy.text(scripts: inlined.scriptSources, styles: inlined.styleSources))
  }

  mutating func setBreadcrumbs(_ crumbs: [(title: String, path: String?)]) {
    guard !crumbs.isEmpty else { return }
    var writer = MarkupWriter()
    for (title, target) in crumbs {
      writer.raw("<li>")
      if let target {
        writer.shortLink(RelativeURL.from(path, to: target), title)
      } else {
        writer.text(title)
      }
      writer.raw("</li>\n")
    }
    set("breadcrumbs", writer.bytes)
  }

  /// Sections of the second and third level; one alone needs no list.
  mutating func setContents(_ sections: [PageOutline.Section]) {
    let sections = sections.filter { (2...3).contains($0.heading.level) }
    guard sections.count > 1 else { return }
    var writer = MarkupWriter()
    for section in sections {
      writer.raw(section.heading.level == 2 ? "<li><a href=\"#" : "<li class=\"sub\"><a href=\"#")
      writer.href(section.heading.id)
      writer.raw("\">")
      writer.text(section.text)
      writer.raw("</a></li>\n")
    }
    set("contents", writer.bytes)
  }

  mutating func setTurn(
    _ words: Words, previous: (title: String, path: String)?, next: (title: String, path: String)?
  ) {
    var writer = MarkupWriter()
    for (page, relation, label) in [(previous, "prev", Word.previous), (next, "next", .next)] {
      guard let page else { continue }
      writer.raw("<a rel=\"\(relation)\" href=\"")
      writer.href(RelativeURL.from(path, to: page.path))
      writer.raw("\"><span class=\"label\">")
      writer.text(words[label])
      writer.raw("</span> ")
      writer.text(page.title)
      writer.raw("</a>\n")
    }
    set("turn", writer.bytes)
  }

  /// What the front matter says.
  mutating func setMetadata(of page: CheckedRunbook, in site: Site, editURL: String?) {
    let plate = PagePlate(page: page, site: site, path: path)
    set("summary", page.metadata.summary)
    set("kind", page.metadata.kind.rawValue)
    set("badges", plate.badges())
    set("trust", TrustLine(page: page, words: site.words, path: path).markup())
    set("review_by", page.metadata.due?.description)
    set("procedure", Self.procedure(of: page))
    set("about_title", plate.aboutTitle)
    set("plate", plate.plate())
    set("notices", plate.notices())
    set("preparation", plate.preparation())
    set("inputs", InputsForm.markup(page, site.words))
    set("run", RunFrame.markup(page, in: site, at: path))
    set("about", plate.about(editURL: editURL))
  }

  /// The anchor of the section that holds the first step.
  private static func procedure(of page: CheckedRunbook) -> String? {
    guard let step = page.blocks.first(where: { $0.step != nil }) else { return nil }
    return page.outline.sections.last {
      $0.heading.level == 2 && $0.range.lowerBound < step.range.lowerBound
    }?.heading.id
  }
}

extension MarkupWriter {
  /// A link where there is little room: style sheets cut a long text, and a pointer shows it.
  mutating func shortLink(_ url: String, _ text: String) {
    raw("<a href=\"")
    href(url)
    raw("\"")
    if text.utf8.count > 60 { attribute("title", text) }
    raw(">")
    name(text)
    raw("</a>")
  }

  mutating func link(_ url: String, _ text: String) {
    raw("<a href=\"")
    href(url)
    raw("\">")
    self.text(text)
    raw("</a>")
  }

  /// A line that says whom to ask: its addresses are links.
  mutating func contact(_ line: String) {
    for piece in ContactText.pieces(of: line) {
      switch piece {
      case .text(let text): self.text(text)
      case .link(let text, let address): link(address, text)
      }
    }
  }

  mutating func time(_ date: CalendarDate) {
    let text = date.description
    raw("<time datetime=\"")
    raw(text)
    raw("\">")
    raw(text)
    raw("</time>")
  }
}
