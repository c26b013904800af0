import RunbookModel

/// A text that a page shows, and how it came there.
struct IncludedPart {
  let source: ParsedRunbook
  let metadata: RunbookMetadata
  let parent: Int?
  /// The link in its parent's text.
  let link: ByteRange
  /// The link in the text of the page that all is included in.
  let rootLink: ByteRange
  let selection: IncludeSelection
  /// What its placeholders become.
  let values: [String: String]
  /// The names that the include gives values for, fitting ones or not.
  let named: Set<String>
  /// Parts that are included in its blocks, by the index of the block.
  var children: [Int: Int] = [:]

  var path: PagePath { source.path }

  var declared: [String] { metadata.inputs.map(\.name.value) }
}

/// A page and all that it includes, in the order in which it is read.
struct IncludeTree {
  private(set) var parts: [IncludedPart]
  var problems: [Diagnostic] = []
  private let site: SiteIndex
  private let config: SiteConfig
  private let source: IncludeSource
  private var size: Int
  private var isFull = false

  /// Deeper ones are not read by anybody who looks for a step.
  static let depth = 8

  init(
    _ page: ParsedRunbook, _ metadata: RunbookMetadata, _ site: SiteIndex, _ config: SiteConfig,
    _ source: IncludeSource
  ) {
    (self.site, self.config, self.source) = (site, config, source)
    size = page.file.bytes.count
    parts = [
      IncludedPart(
        source: page, metadata: metadata, parent: nil, link: 0..<0, rootLink: 0..<0,
        selection: .blocks(Array(page.document.blocks.indices)), values: [:], named: [])
    ]
    addChildren(of: 0, [page.path])
  }

  private var root: ParsedRunbook { parts[0].source }

  /// A fault of an include of the page itself.
  mutating func report(
    _ rule: Rule, at link: ByteRange, _ summary: String, _ explanation: String,
    notes: [Diagnostic.Note] = []
  ) {
    problems.append(
      Diagnostic(
        rule.id, rule.severity, at: root.file.range(link), summary, explanation: explanation,
        notes: notes))
  }

  mutating func report(_ rule: Rule, _ part: Int, _ summary: String, _ explanation: String) {
    report(rule, at: parts[part].rootLink, summary, explanation)
  }

  private mutating func addChildren(of parent: Int, _ way: [PagePath]) {
    guard case .blocks(let blocks) = parts[parent].selection else { return }
    for index in blocks {
      guard let (link, range) = IncludeLink.alone(in: parts[parent].source.document.blocks[index]),
        let part = part(link, range, in: parent, way)
      else { continue }
      parts.append(part)
      let number = parts.count - 1
      parts[parent].children[index] = number
      addChildren(of: number, way + [part.path])
    }
  }

  private mutating func part(
    _ link: Link, _ range: ByteRange, in parent: Int, _ way: [PagePath]
  ) -> IncludedPart? {
    guard let include = IncludeLink(title: link.title) else { return nil }
    let rootLink = parent == 0 ? range : parts[parent].rootLink
    guard let (path, anchor) = target(of: link, at: range, in: parent),
      isWithinLimits(path, way, rootLink), let summary = site.page(path),
      let text = read(path, rootLink)
    else { return nil }
    let selection = IncludeSelection(anchor, of: text, title: summary.metadata.title.value)
    // A fault of an included text is told where that text is checked.
    if parent == 0 { judge(link, range, include, summary, text, (anchor, selection)) }
    guard let selection else { return nil }
    return IncludedPart(
      source: text, metadata: summary.metadata, parent: parent, link: range, rootLink: rootLink,
      selection: selection,
      values: values(of: include, text, summary.metadata, in: parent, rootLink),
      named: Set(include.values.map(\.name)))
  }

  /// Nil for what is no page. A link that leads nowhere stays one, and is found like others.
  private mutating func target(
    of link: Link, at range: ByteRange, in parent: Int
  ) -> (PagePath, anchor: String?)? {
    switch site.resolve(link.destination, from: parts[parent].path) {
    case .page(let path, let anchor): return (path, anchor)
    case .samePage(let anchor): return (parts[parent].path, anchor)
    case .missing, .outside: return nil
    case .external, .asset, .folder:
      if parent == 0 {
        report(
          IncludeTarget.rule, at: range, "only pages of this site can be included",
          "`\(link.destination)` is no page below `\(config.directories.content)`. Name a Markdown "
            + "file there, or take `include` out of the title to make this a link.")
      }
      return nil
    }
  }

  /// What is wrong with an include of the page itself.
  private mutating func judge(
    _ link: Link, _ range: ByteRange, _ include: IncludeLink, _ target: PageSummary,
    _ text: ParsedRunbook, _ place: (anchor: String?, selection: IncludeSelection?)
  ) {
    if site.hiddenDrafts.contains(target.path), !site.hiddenDrafts.contains(root.path) {
      report(
        IncludeTarget.rule, at: range,
        "`\(target.sourceName)` is a draft, and this page is published",
        "What is a draft is not published, not even as a part of another page. Set its `lifecycle` "
          + "to `active`, or make this page a draft too.")
    }
    if let problem = include.problem {
      report(IncludeValue.rule, at: range, problem.summary, problem.explanation)
    }
    if place.selection?.isEmpty == true {
      report(
        IncludeTarget.rule, at: range, "there is nothing to include",
        "`\(link.destination)` leads to a place without text.")
    }
    guard place.selection == nil, let anchor = place.anchor,
      IncludeSelection.isOtherPlace(anchor, of: text)
    else { return }
    report(
      IncludeTarget.rule, at: range,
      "`#\(anchor)` is neither a section nor a step that can be included",
      "Name a heading that stands in no list or quote, or a step, or leave out the `#` to include "
        + "the whole page.")
  }

  private mutating func isWithinLimits(
    _ path: PagePath, _ way: [PagePath], _ rootLink: ByteRange
  ) -> Bool {
    if way.contains(path) {
      // A circle without this page is found on those of which it is made.
      if path == root.path { reportCircle(way + [path], rootLink) }
      return false
    }
    if way.count > Self.depth {
      report(
        IncludeCycle.rule, at: rootLink, "includes are nested more than \(Self.depth) levels deep",
        "\(names(way + [path])). Include the innermost texts directly.")
      return false
    }
    return true
  }

  private mutating func reportCircle(_ way: [PagePath], _ link: ByteRange) {
    report(
      IncludeCycle.rule, at: link, "this page would include itself",
      "\(names(way)). Move the common text to a page of its own, and include that one.")
  }

  private func names(_ way: [PagePath]) -> String {
    way.map { "`\(site.page($0)?.sourceName ?? $0.text)`" }.joined(separator: " includes ")
  }

  private mutating func read(_ path: PagePath, _ rootLink: ByteRange) -> ParsedRunbook? {
    if isFull { return nil }
    SiteQuestions.note(.text, path.text)
    guard let text = source.read(path) else { return nil }
    size += text.file.bytes.count
    let exceeded: (limit: Limit, count: Int)? =
      if parts.count > config.limits[.includes] {
        (.includes, parts.count)
      } else if size > config.limits[.fileSize] {
        (.fileSize, size)
      } else { nil }
    guard let exceeded else { return text }
    isFull = true
    problems.append(
      config.limits.exceeded(
        exceeded.limit, found: exceeded.count, isAtLeast: true, at: root.file.range(rootLink),
        "The page is counted with the texts that it includes; from here on they are left out."))
    return nil
  }

  /// Whether the page stays within its limit with what is written into the texts.
  mutating func admits(_ edits: [Int: [Diagnostic.Fix.Edit]]) -> Bool {
    let longer = size + edits.values.joined().reduce(0) { $0 + $1.text.utf8.count }
    guard longer > config.limits[.fileSize], let part = edits.keys.min() else { return true }
    problems.append(
      config.limits.exceeded(
        .fileSize, found: longer, at: root.file.range(parts[part].rootLink),
        "The page is counted with the texts that it includes and their values; these are left out.")
    )
    return false
  }

  // MARK: - Values

  /// What the placeholders of a text become: what the include says, and what its parent's become.
  private mutating func values(
    of include: IncludeLink, _ text: ParsedRunbook, _ metadata: RunbookMetadata, in parent: Int,
    _ rootLink: ByteRange
  ) -> [String: String] {
    var values = parts[parent].values
    for (name, written) in include.values {
      let given = IncludeLink.placeholder(written).flatMap { parts[parent].values[$0] }
      let value = given ?? written
      values[name] = nil
      let fault = fault(of: value, for: name, text, metadata)
      if let fault {
        // What the page handed through is its own fault.
        if parent == 0 || given != nil {
          report(IncludeValue.rule, at: rootLink, fault.summary, fault.explanation)
        }
      } else {
        values[name] = value
      }
    }
    return values
  }

  private func fault(
    of value: String, for name: String, _ text: ParsedRunbook, _ metadata: RunbookMetadata
  ) -> (summary: String, explanation: String)? {
    let file = text.file.path
    let input = metadata.inputs.first { $0.name.value == name }
    guard input != nil || !text.file.places(of: name, in: 0..<text.file.bytes.count).isEmpty else {
      let known = metadata.inputs.map(\.name.value)
      let near = NearestName.suggestion(for: name, among: known)
      return (
        "`\(file)` has no input `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        known.isEmpty
          ? "It declares no inputs, and no `<\(name)>` stands in it."
          : "Its inputs are \(known.map { "`\($0)`" }.joined(separator: ", "))."
      )
    }
    if input?.isSecret == true {
      return (
        "`\(name)` is a secret and cannot stand in a page",
        "Leave it out: who runs the step fills it in. This page has to declare it under `inputs`."
      )
    }
    if IncludeLink.placeholder(value) != nil { return nil }
    let complaint =
      input.map { $0.complaint(about: value) } ?? InputDeclaration.complaint(about: value)
    return complaint.map {
      (
        "the value for `\(name)` does not fit: \($0)",
        "`\(file)` says what the value may be, under `inputs`."
      )
    }
  }

  /// Inputs of included texts that get a value nowhere.
  func missing(in spliced: SplicedPage) -> [Diagnostic] {
    let own = Set(parts[0].declared)
    return parts.indices.dropFirst().flatMap { number -> [Diagnostic] in
      let part = parts[number]
      guard let parent = part.parent else { return [] }
      let flowing = parent == 0 ? nil : Set(parts[parent].declared)
      let passed = part.values.values.compactMap(IncludeLink.placeholder)
      let wanted = part.declared.filter {
        part.values[$0] == nil && !part.named.contains($0) && flowing?.contains($0) != false
      }
      return (wanted + (parent == 0 ? passed.sorted() : [])).compactMap { name in
        guard !own.contains(name), let place = spliced.place(of: name, in: number) else {
          return nil
        }
        return missing(name, number, place)
      }
    }
  }

  private func missing(_ name: String, _ part: Int, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      IncludeValue.rule.id, IncludeValue.rule.severity, at: root.file.range(parts[part].rootLink),
      "nobody says what `<\(name)>` is in the included text",
      explanation:
        "Give it a value here, as in `\"include \(name)=…\"`, or declare `\(name)` under "
        + "`inputs` in the front matter of this page, so that the reader fills it in.",
      notes: [.init("the placeholder", at: place)])
  }
}
