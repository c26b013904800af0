import RunbookChecks
import RunbookModel

enum IndexValues {
  static let names: Set<String> = [
    "intro", "groups", "title", "id", "has_title", "entries", "url", "summary", "kind_label",
    "owner", "due",
  ]
}

/// A page that is made from the front matter of others.
struct GeneratedIndex {
  struct Group {
    let title: String?
    let pages: [PageSummary]
  }

  /// Relative to the site's root.
  let path: String
  let title: String
  let groups: [Group]
}

/// Indexes of folders without one, of owners, of tags and of reviews.
enum GeneratedIndexes {
  /// The folders of the output that hold nothing but indexes.
  static let folders = ["owners", "tags"]

  /// Where the index of an owner or a tag lies.
  static func path(_ kind: String, _ name: String) -> String { "\(kind)/\(fileName(name)).html" }

  static func all(of site: Site) -> [GeneratedIndex] {
    folderIndexes(site)
      + grouped(site, "owners", "Owners") { page in
        page.metadata.owner.map { [$0.value.team] } ?? []
      } + grouped(site, "tags", "Tags") { $0.metadata.tags } + [reviews(site)]
  }

  private static func folderIndexes(_ site: Site) -> [GeneratedIndex] {
    site.sections.filter { $0.index == nil }.map { section in
      GeneratedIndex(
        path: section.htmlPath, title: section.title,
        groups: [.init(title: nil, pages: section.pages.compactMap { site.page($0) })])
    }
  }

  private static func grouped(
    _ site: Site, _ kind: String, _ title: String, _ names: (PageSummary) -> [String]
  ) -> [GeneratedIndex] {
    var groups: [String: [PageSummary]] = [:]
    for path in site.readingOrder {
      guard let page = site.page(path) else { continue }
      for name in Set(names(page)) { groups[name, default: []].append(page) }
    }
    let sorted = groups.sorted { $0.key < $1.key }
    // Two names may come to the same file name: they then share a page.
    var byPath: [String: [GeneratedIndex.Group]] = [:]
    for (name, pages) in sorted {
      byPath[path(kind, name), default: []].append(.init(title: name, pages: pages))
    }
    let own = byPath.sorted { $0.key < $1.key }.map { path, groups in
      GeneratedIndex(
        path: path, title: groups.compactMap(\.title).joined(separator: ", "),
        groups: groups.map { .init(title: groups.count > 1 ? $0.title : nil, pages: $0.pages) })
    }
    let overview = GeneratedIndex(
      path: "\(kind)/index.html", title: title,
      groups: sorted.map { .init(title: $0.key, pages: $0.value) })
    return [overview] + own
  }

  /// By the day on which a page is due; that it has passed is for the reader's browser to say.
  private static func reviews(_ site: Site) -> GeneratedIndex {
    let dated = site.pages.filter { $0.metadata.due != nil }.sorted {
      ($0.metadata.due?.dayNumber ?? 0, $0.path.text) < (
        $1.metadata.due?.dayNumber ?? 0, $1.path.text
      )
    }
    return GeneratedIndex(
      path: "review.html", title: "Reviews by due date", groups: [.init(title: nil, pages: dated)])
  }

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
    if result.isEmpty || result == "index" {
      result = "x-" + SHA256.hex(Array(name.utf8)).prefix(8)
    }
    return result
  }
}

extension GeneratedIndex {
  func values() -> [String: Any] {
    let groups = groups.enumerated().map { number, group -> [String: Any] in
      var value: [String: Any] = [
        "id": "group-\(number + 1)", "entries": group.pages.map(entry),
      ]
      if let title = group.title {
        value["title"] = title
        value["has_title"] = true
      }
      return value
    }
    return ["groups": groups]
  }

  private func entry(_ page: PageSummary) -> [String: Any] {
    var value: [String: Any] = [
      "title": page.metadata.title.value, "url": RelativeURL.from(path, to: page.path.htmlPath),
      "kind_label": page.metadata.kind.label,
    ]
    value["summary"] = page.metadata.summary
    value["owner"] = page.metadata.owner?.value.team
    value["due"] = page.metadata.due?.description
    return value
  }
}
