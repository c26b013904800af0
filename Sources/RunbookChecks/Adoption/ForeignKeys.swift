import RunbookModel

/// Front-matter keys of other tools, and what this program calls them.
package enum ForeignKeys {
  /// The name of a key that is left to the other tool.
  package static let ignored = "ignore"

  /// The keys that a tool's own pages have. Sources: the "front matter" page of each tool's manual, as
  /// of 2026.
  package static let presets: [String: [String: String]] = [
    "govuk-tech-docs": [
      "last_reviewed_on": "reviewed", "review_in": "review_every", "owner_slack": "owner",
      "weight": "order", "description": "summary", "layout": ignored, "parent": ignored,
      "hide_in_navigation": ignored, "section": ignored, "source_url": ignored,
      "old_paths": "aliases", "prevent_indexing": ignored, "type": ignored, "important": ignored,
      "review_by": ignored, "owner_slack_workspace": ignored, "hide_navigation": ignored,
    ],
    "hugo": [
      "weight": "order", "linkTitle": "nav_title", "linktitle": "nav_title",
      "description": "summary", "lastmod": "reviewed", "draft": "lifecycle",
      "aliases": "aliases", "date": ignored,
      "publishDate": ignored, "expiryDate": ignored, "type": ignored, "layout": ignored,
      "menu": ignored, "url": ignored, "slug": ignored, "toc": ignored, "params": ignored,
      "categories": ignored, "keywords": ignored, "author": ignored, "authors": ignored,
      "series": ignored, "cascade": ignored, "outputs": ignored, "resources": ignored,
      "images": ignored, "no_list": ignored, "simple_list": ignored, "toc_hide": ignored,
      "hide_summary": ignored, "bookHidden": ignored, "bookToc": ignored,
      "bookCollapseSection": ignored, "bookFlatSection": ignored, "geekdocHidden": ignored,
      "modified": "reviewed", "pubdate": ignored, "published": ignored, "unpublishdate": ignored,
      "sitemap": ignored, "markup": ignored, "translationKey": ignored, "isCJKLanguage": ignored,
      "headless": ignored, "build": ignored, "_build": ignored, "videos": ignored, "audio": ignored,
      "hide_feedback": ignored, "notoc": ignored,
    ],
    "docusaurus": [
      "sidebar_label": "nav_title", "sidebar_position": "order", "description": "summary",
      "draft": "lifecycle", "id": ignored, "slug": ignored, "hide_title": ignored,
      "hide_table_of_contents": ignored, "toc_min_heading_level": ignored,
      "toc_max_heading_level": ignored, "pagination_label": ignored, "pagination_next": ignored,
      "pagination_prev": ignored, "custom_edit_url": ignored, "keywords": ignored,
      "image": ignored, "unlisted": ignored, "last_update": ignored, "displayed_sidebar": ignored,
      "sidebar_class_name": ignored, "sidebar_custom_props": ignored,
      "parse_number_prefixes": ignored,
      "sidebar": ignored, "authors": ignored, "date": ignored, "title_meta": ignored,
      "sidebar_key": ignored,
    ],
    "mkdocs": [
      "description": "summary", "short_title": "nav_title", "hide": ignored, "status": ignored,
      "icon": ignored, "template": ignored, "authors": ignored, "date": ignored, "search": ignored,
      "social": ignored, "render_macros": ignored, "categories": ignored, "slug": ignored,
      "subtitle": ignored, "comments": ignored, "draft": "lifecycle", "links": ignored,
      "readtime": ignored, "pin": ignored,
    ],
    "myst": [
      "short_title": "nav_title", "description": "summary", "date": ignored, "authors": ignored,
      "author": ignored, "subtitle": ignored, "subject": ignored, "kernelspec": ignored,
      "jupytext": ignored, "exports": ignored, "downloads": ignored, "numbering": ignored,
      "abbreviations": ignored, "bibliography": ignored, "doi": ignored, "license": ignored,
      "keywords": ignored, "thumbnail": ignored, "label": ignored, "substitutions": ignored,
      "myst": ignored, "orphan": ignored, "html_theme": ignored, "file_format": ignored,
      "blogpost": ignored, "category": ignored, "language": ignored, "location": ignored,
      "thumbnailOptimized": ignored, "banner": ignored, "bannerOptimized": ignored,
      "reviewers": ignored, "editors": ignored, "contributors": ignored, "affiliations": ignored,
      "open_access": ignored, "copyright": ignored, "github": ignored, "venue": ignored,
      "arxiv": ignored, "pmid": ignored, "pmcid": ignored, "biblio": ignored, "funding": ignored,
      "math": ignored, "parts": ignored, "options": ignored, "jupyter": ignored,
      "settings": ignored, "edit_url": ignored, "name": ignored,
    ],
    "backstage": [
      "description": "summary", "status": ignored, "date": ignored, "hide": ignored,
      "authors": ignored, "icon": ignored, "adr": ignored, "deciders": ignored,
      "decision-makers": ignored, "consulted": ignored, "informed": ignored,
    ],
  ]

  /// What a key most probably is, whichever tool it belongs to.
  package static func target(of key: String) -> String {
    let known = presets.sorted { $0.key < $1.key }.compactMap { $0.value[key] }
    return known.first { $0 != ignored } ?? ignored
  }

  /// What a key that is none of ours is here; nil for a slip of the finger, which is left to the check.
  package static func reading(of key: String) -> String? {
    let isSlip = NearestName.suggestion(for: key, among: FrontMatterKeys.known) != nil
    return isSlip && !presets.values.contains { $0[key] != nil } ? nil : target(of: key)
  }

  /// What to tell of keys that nothing reads.
  ///
  /// - Parameter pages: those of each page.
  package static func note(on pages: [[String]]) -> String? {
    let foreign = pages.map { $0.filter { reading(of: $0) != nil } }.filter { !$0.isEmpty }
    let keys = Set(foreign.joined()).sorted()
    guard !keys.isEmpty else { return nil }
    let preset = presets.keys.sorted().first { preset in
      keys.allSatisfy { presets[preset]?[$0] != nil }
    }
    let entries = keys.map { "\(YAMLText.scalar($0)): \(target(of: $0))" }.joined(separator: ", ")
    return "\(foreign.count) page\(foreign.count == 1 ? " has" : "s have") front matter of another "
      + "tool, which is left as it is; 'keys: \(preset ?? "{\(entries)}")' in runbookgen.yml reads it"
  }

  /// A value of another tool in the form that ours has.
  static func value(_ text: String, for key: String) -> String {
    switch key {
    case "reviewed":
      // `2026-01-05T10:00:00Z`: the day is what counts.
      let rest = text.dropFirst(10).first
      return rest == "T" || rest == " " ? String(text.prefix(10)) : text
    case "lifecycle": return ["true": "draft", "false": "active"][text.lowercased()] ?? text
    // An address from the root of the site, which the wiki takes for its own.
    case "aliases": return String(text.drop { $0 == "/" })
    default: return text
    }
  }
}

extension SiteConfig {
  /// The entries of a page under our names; what belongs to another tool alone is left out. Where a page
  /// has a key of ours too, that counts.
  func ours(_ entries: [FieldReader.Entry]) -> [FieldReader.Entry] {
    guard !keys.isEmpty else { return entries }
    var names = Set(entries.map(\.name)).subtracting(keys.keys)
    return entries.compactMap { entry in
      guard let target = keys[entry.name] else { return entry }
      guard target != ForeignKeys.ignored, names.insert(target).inserted else { return nil }
      return entry.renamed(target)
    }
  }
}

/// The keys of our own front matter.
package enum FrontMatterKeys {
  package static var known: [String] { FrontMatterSchema.keys }
}

extension FieldReader.Entry {
  fileprivate func renamed(_ name: String) -> FieldReader.Entry {
    FieldReader.Entry(key: key, value: Self.ours(value, for: name), file: file, name: name)
  }

  private static func ours(_ node: YAMLNode, for key: String) -> YAMLNode {
    switch node.kind {
    case .scalar(let text, let quoted):
      YAMLNode(.scalar(ForeignKeys.value(text, for: key), quoted: quoted), range: node.range)
    case .sequence(let items):
      YAMLNode(.sequence(items.map { ours($0, for: key) }), range: node.range)
    case .mapping: node
    }
  }
}
