package import RunbookModel

/// A page that was written for other tools: what it lacks, and the edits that give it that.
package struct PageAdoption: Sendable {
  /// What a page may be given.
  package struct Gifts: Sendable {
    package var title = true
    package var reviewed: CalendarDate?
    package var owner: String?
    package var inputs = true
    package var links = true
    package var alerts: AlertSource?

    package init() {}
  }

  /// Where the names of alerts stand.
  package enum AlertSource: String, Sendable, CaseIterable { case heading, file }

  /// What a page was given.
  package struct Result: Sendable {
    /// Sorted, and apart from each other.
    package var edits: [Diagnostic.Fix.Edit] = []
    package var fields: [String] = []
    package var inputCount = 0
    package var linkCount = 0

    /// Nothing.
    package init() {}
  }

  package let file: SourceFile
  /// The path of the file in the content folder.
  package let name: String
  /// Whether the page says no day, and neither does the configuration.
  package let lacksReviewed: Bool
  /// Whether front matter can be added to; not where it cannot be read, or where bytes would be lost.
  package var isOpen: Bool { addition.isPossible && !isMisplaced && file.undecodable.isEmpty }

  /// Keys of its front matter that mean nothing here, and that no `keys` of the configuration names.
  package let foreignKeys: [String]

  private let names: Set<String>
  private let defaultOwner: String?
  private let isMisplaced: Bool
  private let lacksTitle: Bool
  private let headings: [String]
  private let placeholders: [String]
  private let links: [[Diagnostic.Fix.Edit]]
  private let addition: FrontMatterAddition

  init(_ context: PageContext, _ frontMatter: FrontMatter?) {
    file = context.file
    name = context.page.path.sourceName(of: file.path)
    addition = FrontMatterAddition(file: file, frontMatter: frontMatter)
    let entries = context.config.ours(FieldReader.entries(of: frontMatter?.root, in: file))
    names = Set(entries.map(\.name))
    foreignKeys = names.filter { !FrontMatterKeys.known.contains($0) }.sorted()
    let defaults = context.config.frontMatterDefaults(for: name, besides: names)
    lacksReviewed = !names.contains("reviewed") && !defaults.contains { $0.name == "reviewed" }
    defaultOwner = defaults.first { $0.name == "owner" }?.value.scalar
    let first = context.outline.sections.first
    lacksTitle =
      !names.contains("title") && !defaults.contains { $0.name == "title" }
      && !(first.map { $0.heading.level == 1 && !$0.text.isBlank } ?? false)
    var misplaced: [Diagnostic] = []
    FrontMatterMisplaced.check(context, &misplaced)
    isMisplaced = !misplaced.isEmpty
    headings = context.outline.sections.filter { $0.heading.level <= 2 }.map(\.text)
    placeholders = PlaceholderUndeclared.undeclared(context)
    links = PageAdoption.links(context)
  }

  package func result(_ gifts: Gifts) -> Result {
    var result = Result()
    guard isOpen else { return result }
    var lines: [String] = []
    func add(_ field: String, _ value: String) {
      result.fields.append(field)
      lines.append("\(field): \(value)")
    }
    if gifts.title, lacksTitle { add("title", YAMLText.scalar(PagePath(name).titleOfFile)) }
    if let owner = gifts.owner, !names.contains("owner"), owner != defaultOwner {
      add("owner", YAMLText.scalar(owner))
    }
    if let day = gifts.reviewed, lacksReviewed { add("reviewed", day.description) }
    let alerts = gifts.alerts.map(alertNames) ?? []
    if !alerts.isEmpty, !names.contains("alerts") {
      add("alerts", "[" + alerts.map(YAMLText.scalar).joined(separator: ", ") + "]")
    }
    let inputs = gifts.inputs ? placeholders : []
    let added = addition.edits(lines, inputs: inputs)
    result.inputCount = added.isEmpty ? 0 : inputs.count
    let moved = gifts.links ? links : []
    result.linkCount = moved.count
    result.edits = (added + moved.flatMap(\.self)).sorted {
      $0.bytes.lowerBound < $1.bytes.lowerBound
    }
    return result
  }

  private func alertNames(_ source: AlertSource) -> [String] {
    guard source == .heading else { return [PagePath(name).stem].filter(Self.isAlert) }
    if let title = headings.first, Self.isAlert(title) { return [title] }
    var seen: Set<String> = []
    return headings.filter { Self.isAlert($0) && seen.insert($0).inserted }
  }

  /// Whether a text is a name as alerts have it: `KubePodCrashLooping`, `etcdNoLeader`.
  private static func isAlert(_ text: String) -> Bool {
    let humps = text.dropFirst().filter(\.isUppercase).count
    return text.count >= 6 && humps >= 1 && text.contains(where: \.isLowercase)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == UInt8(ascii: "_")
      }
  }

  /// The edits of each link that leads to a page, but does not name its file.
  private static func links(_ context: PageContext) -> [[Diagnostic.Fix.Edit]] {
    let page = context.page.path
    var seen: Set<Int> = []
    return context.outline.links.compactMap { link in
      guard case .page(let target, _) = context.site.resolve(link.value.destination, from: page),
        let summary = context.site.page(target)
      else { return nil }
      let path = link.value.destination.prefix { $0 != "#" && $0 != "?" }
      guard !path.isEmpty,
        page.resolving(PercentEncoding.decode(String(path)))?.text != summary.sourceName
      else { return nil }
      let edits = LinkBroken.edit(link, page.reference(to: summary.sourceName), context)
      return edits.isEmpty || !edits.allSatisfy { seen.insert($0.bytes.lowerBound).inserted }
        ? nil : edits
    }
  }
}

extension Checker {
  /// What a page lacks that was written for other tools.
  package static func adoption(
    _ draft: PageDraft, _ frontMatter: FrontMatter?, in site: SiteIndex, _ config: SiteConfig,
    today: CalendarDate
  ) -> PageAdoption {
    PageAdoption(
      PageContext(draft: draft, site: site, config: config, today: today), frontMatter)
  }
}

extension PagePath {
  /// What to call a page that nobody has named: `restart-db.md` is "Restart db", and the page of a folder
  /// is called after that.
  package var titleOfFile: String {
    let isOfFolder = folderPageRank != nil && !folder.isEmpty
    let stem = isOfFolder ? PagePath(folder).fileName : self.stem
    let words = stem.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    guard words.contains(" ") || words.allSatisfy(\.isLowercase) else { return words }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
