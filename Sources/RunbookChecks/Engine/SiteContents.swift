import RunbookModel

/// What a page's rules have to know of the bodies of other pages.
package struct PageNeeds: Sendable {
  /// Links into other pages, by what has to be there.
  var anchors: [(page: PagePath, anchor: String)] = []
  /// Programs of quick-reference commands that the page's own steps do not run; nil for a command
  /// whose program is filled in later, which may be any.
  var steps: Set<String?> = []
  /// Whether what its prerequisites open would change what is found.
  var prerequisites = false

  var isEmpty: Bool { anchors.isEmpty && steps.isEmpty && !prerequisites }
}

/// What other pages may ask of a page's body, small enough to be kept for every page of a site.
package struct PageContents: Sendable {
  /// The ids of the page's headings and of its steps.
  let anchors: [String]
  /// `id` and `name` of raw HTML elements, which are anchors where raw HTML is trusted.
  let htmlAnchors: [String]
  /// The names that marks of other tools give to places.
  let marks: Set<String>
  /// The contexts that the page opens, its own among them.
  let opens: [String]
  /// The page's steps, on a site where a quick reference may ask for them.
  let steps: StepNotes
  let needs: PageNeeds
  /// Another one for each text that the page includes; empty without one.
  let included: String

  init(_ draft: PageDraft, needs: PageNeeds, keepingSteps: Bool = false) {
    included = draft.page.file.origins == nil ? "" : SHA256.hex(draft.page.file.bytes)
    anchors =
      draft.page.outline.sections.map(\.heading.id)
      + draft.blocks.compactMap { block in block.step.map { "step-\($0.text)" } }
    marks = Set(AnchorMark.all(on: draft.page).map(\.name))
    htmlAnchors = draft.page.outline.html.isEmpty ? [] : HTMLTag.anchors(of: draft.page).sorted()
    var opens = Set(draft.blocks.flatMap(\.opens))
    if let own = draft.metadata.context?.value { opens.insert(own) }
    self.opens = opens.sorted()
    steps = StepNotes(keepingSteps ? StepNote.all(draft) : [])
    self.needs = needs
  }

  init(
    anchors: [String] = [], htmlAnchors: [String] = [], marks: Set<String> = [],
    opens: [String] = [], steps: StepNotes = StepNotes(), needs: PageNeeds = PageNeeds(),
    included: String = ""
  ) {
    self.anchors = anchors
    self.htmlAnchors = htmlAnchors
    self.marks = marks
    self.opens = opens
    self.steps = steps
    self.needs = needs
    self.included = included
  }
}

/// The bodies of all pages, as far as rules ask for them.
package struct SiteContents: Sendable {
  private var pages: [KeptContents]
  private(set) var prerequisites = PrerequisiteContexts()
  /// Of all pages, but only those whose programs some page asked for.
  fileprivate(set) var steps = StepIndex()

  fileprivate init(_ pages: [KeptContents], _ site: SiteIndex) {
    self.pages = pages
    readPrerequisites(site)
  }

  private mutating func readPrerequisites(_ site: SiteIndex) {
    guard pages.contains(where: \.needs.prerequisites) else { return }
    prerequisites = PrerequisiteContexts(pages.map { $0.value?.opens ?? [] }, in: site)
  }

  /// Takes in what a page says now.
  fileprivate mutating func replace(
    at position: Int, with contents: PageContents, _ site: SiteIndex
  ) {
    let old = page(at: position)
    pages[position] = KeptContents(contents)
    if old.opens != contents.opens || old.needs.prerequisites != contents.needs.prerequisites {
      readPrerequisites(site)
    }
  }

  func kept(at position: Int) -> KeptContents { pages[position] }

  func page(at position: Int) -> PageContents { pages[position].value ?? PageContents() }
}

extension SiteIndex {
  /// Takes in what was found in the bodies.
  ///
  /// - Parameter contents: one for each page, in the order of `pages`.
  package mutating func complete(_ contents: [KeptContents]) {
    self.contents = SiteContents(contents, self)
  }

  /// Programs whose steps, on any page, have to be known before the unsettled pages are judged;
  /// nil among them stands for every program.
  package var wantedSteps: Set<String?> {
    guard let contents else { return [] }
    return pages.indices.reduce(into: []) { $0.formUnion(contents.kept(at: $1).needs.steps) }
  }

  /// The steps of a page that run one of these programs.
  ///
  /// - Parameter programs: nil among them wants every step.
  package func steps(ofPage position: Int, running programs: Set<String?>) -> [StepIndex.Step] {
    guard let notes = contents?.page(at: position).steps else { return [] }
    let wantsAll = programs.contains(nil)
    return notes.all.filter { wantsAll || $0.programs.contains(where: { programs.contains($0) }) }
      .map { $0.step(in: pages[position].sourcePath) }
  }

  package mutating func add(_ steps: [StepIndex.Step]) {
    for step in steps { contents?.steps.add(step) }
  }

  /// Lets go of what was found in the bodies.
  package mutating func forgetContents() { contents = nil }

  /// Takes in what a page says now, where all bodies are known. Steps are left as they are.
  package mutating func replaceContents(at position: Int, with new: PageContents) {
    let site = self
    contents?.replace(at: position, with: new, site)
  }

  /// What a page says to others; nil while bodies are being read.
  package func contents(at position: Int) -> PageContents? { contents?.page(at: position) }

  /// Forgets the steps that were added, for others to be added.
  package mutating func removeSteps() { contents?.steps = StepIndex() }

  /// Whether the rules of a page have to be asked again, now that all bodies are known.
  package func isUnsettled(_ position: Int) -> Bool {
    guard let contents else { return false }
    let needs = contents.kept(at: position).needs
    return needs.prerequisites || !needs.steps.isEmpty
      || needs.anchors.contains { needed in
        guard let target = self.position(of: needed.page) else { return false }
        return !contents.kept(at: target).holds(needed.anchor)
      }
  }

  /// Positions of the pages whose rules have to be asked again, now that all bodies are known.
  package var unsettled: [Int] {
    guard let contents else { return [] }
    var anchors = AnchorIndex(contents, self)
    return pages.indices.filter { position in
      let needs = contents.kept(at: position).needs
      return needs.prerequisites || !needs.steps.isEmpty
        || needs.anchors.contains { !anchors.holds($0.anchor, on: $0.page) }
    }
  }
}

/// Anchors of the pages that links lead to, as sets where there are many.
private struct AnchorIndex {
  private let contents: SiteContents
  private let site: SiteIndex
  private var sets: [PagePath: Set<String>] = [:]

  init(_ contents: SiteContents, _ site: SiteIndex) {
    self.contents = contents
    self.site = site
  }

  mutating func holds(_ anchor: String, on path: PagePath) -> Bool {
    if let set = sets[path] { return set.contains(anchor) }
    guard let position = site.position(of: path) else { return true }
    let page = contents.kept(at: position)
    if page.hasFewAnchors { return page.holds(anchor) }
    let set = Set(page.anchors)
    sets[path] = set
    return set.contains(anchor)
  }
}
