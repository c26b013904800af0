import RunbookChecks
import RunbookModel
import RunbookRendering

extension BuildOptions {
  /// The formats that are wanted.
  func formats(_ site: Site) -> [OutputFormat] {
    FormatCatalog.all.filter {
      $0.isEnabled(site) && ($0.name != ConfluenceExport.format.name || confluence)
        && ($0.name != "bundle" || bundle)
    }
  }
}

/// Which paths of the output the pages, files and aliases of a site will have, known before anything
/// is rendered.
struct OutputClaims: Sendable {
  private struct Claim: Sendable {
    enum Claimant: Sendable {
      case file
      case alias(String)
      /// The index of a folder without a page of its own.
      case index(String)
    }

    let claimant: Claimant
    let range: SourceRange

    /// As a message names it.
    var name: String {
      switch claimant {
      case .file: "`\(OutputConflict.shown(range.file))`"
      case .alias(let path): "the alias `\(OutputConflict.shown(path))`"
      case .index(let folder): "the index of the folder `\(folder)`"
      }
    }

    init(_ claimant: Claimant, at range: SourceRange) {
      self.claimant = claimant
      self.range = range
    }

    init(file: String) {
      self.init(.file, at: SourceRange(file: file, bytes: 0..<0))
    }
  }

  /// A path by its bytes: text that is composed in another way is another path.
  private struct Spelling: Hashable, Sendable {
    let path: String

    init(_ path: String) { self.path = path }

    static func == (left: Self, right: Self) -> Bool {
      left.path.hasSameBytes(as: right.path)
    }

    func hash(into hasher: inout Hasher) {
      var path = path
      path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Who wants a file.
  private var files: [Spelling: [Claim]] = [:]
  /// The first that wants something in a folder, whose path ends with a slash.
  private var folders: [Spelling: Claim] = [:]
  private var paths = OutputPathSet()
  /// Whether something lies where the program makes files of its own, whose names are only known when
  /// they are made.
  private(set) var mayMeetGenerated = false
  /// Whether something may lie in the folder of the program's scripts and style sheets, or be called like it.
  private var mayMeetAssets = false
  private var lastFolder = ""

  init(_ index: SiteIndex, _ project: Project, _ options: BuildOptions) {
    let site = Site.assemble(index, project.config)
    let formats = options.formats(site)
    let names = formats.reduce(into: Set<String>()) { $0.formUnion($1.names) }
    for page in site.pages {
      let claim = Claim(file: page.sourcePath)
      for format in formats {
        for path in format.pagePaths(page.path) { insert(path, claim) }
      }
      look(at: page.path.htmlPath, names)
    }
    for asset in project.assets {
      insert(asset, Claim(file: project.config.directories.file(asset)))
      look(at: asset, names)
    }
    for redirect in Redirects.all(index) {
      insert(redirect.path, Claim(.alias(redirect.alias.value), at: redirect.alias.range))
      look(at: redirect.path, names)
    }
    for section in site.sections where section.index == nil {
      let page = section.pages.first.flatMap { site.page($0) }
      let claim = page.map {
        Claim(
          .index(section.folder), at: SourceRange(file: $0.sourcePath, bytes: 0..<0))
      }
      insert(section.htmlPath, claim)
    }
    // The names of the program's own are hashes, which only those need that may meet them.
    guard project.hasOwnTheme || mayMeetAssets else { return }
    for asset in project.templates.assets { insert(asset.path, nil) }
  }

  private mutating func insert(_ path: String, _ claim: Claim?) {
    _ = paths.insert(path)
    guard let claim else { return }
    files[Spelling(path), default: []].append(claim)
    if path.utf8.prefix(6).elementsEqual("assets".utf8, by: { $0 | 0x20 == $1 }) {
      mayMeetAssets = true
    }
    var folder = PagePath(path).folder
    if folder.hasSameBytes(as: lastFolder) { return }
    lastFolder = folder
    while !folder.isEmpty, folders.updateValue(claim, ifAbsent: Spelling(folder + "/")) {
      folder = PagePath(folder).folder
    }
  }

  /// A further part of an index has a `~` in its name; a page `manifest.json.md` has a folder in
  /// `confluence/` that is called like a file there.
  private mutating func look(at path: String, _ names: Set<String>) {
    guard !mayMeetGenerated else { return }
    let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    let first = path[..<end].lowercased()
    mayMeetGenerated =
      names.contains(first) || path.utf8.contains(UInt8(ascii: "~"))
      || first.hasSuffix(".html.html") || first.hasSuffix(".json.html")
  }

  /// Whether nobody is in anybody's way, nor in that of what the program makes.
  var isSound: Bool { paths.isSound && !mayMeetGenerated }

  /// What is known without rendering.
  var conflicts: [Diagnostic] { paths.isSound ? [] : findings(paths.refusals) }

  /// What was refused as findings at those that wanted it, one for each two that meet.
  func findings(_ refusals: [OutputPathSet.Refusal]) -> [Diagnostic] {
    var pairs: Set<[SourceRange]> = []
    var refused: Set<String> = []
    return refusals.compactMap { refusal -> Diagnostic? in
      // What lies in two folders that meet is no cause of its own.
      if isInside(refused, refusal.path) { return nil }
      if refusal.path.hasSuffix("/") { refused.insert(refusal.path) }
      let (claim, other) = claims(refusal)
      guard let first = claim ?? other else { return nil }
      let second = claim == nil ? nil : other
      guard pairs.insert([first.range, (second ?? first).range]).inserted else { return nil }
      guard let path = refusal.other else {
        return OutputConflict.finding(first.name, at: first.range, refusal, other: nil)
      }
      let generated = "`\(claim == nil ? refusal.path : path)`, which runbookgen makes,"
      return OutputConflict.finding(
        first.name, at: first.range, refusal, other: (second?.name ?? generated, second?.range))
    }
  }

  /// Who wants the two paths. The last of several that want the very same one meets the first.
  private func claims(_ refusal: OutputPathSet.Refusal) -> (Claim?, Claim?) {
    func claims(_ path: String) -> [Claim] {
      let key = Spelling(path)
      return files[key] ?? folders[key].map { [$0] } ?? []
    }
    let own = claims(refusal.path)
    guard let other = refusal.other, !other.hasSameBytes(as: refusal.path) else {
      return (own.last, own.count > 1 ? own.first : nil)
    }
    return (own.first, claims(other).first)
  }

  private func isInside(_ folders: Set<String>, _ path: String) -> Bool {
    var folder = PagePath(path).folder
    while !folder.isEmpty {
      if folders.contains(folder + "/"), path != folder + "/" { return true }
      folder = PagePath(folder).folder
    }
    return false
  }
}

extension Dictionary {
  /// False when there is a value already, which stays.
  fileprivate mutating func updateValue(_ value: Value, ifAbsent key: Key) -> Bool {
    if self[key] != nil { return false }
    self[key] = value
    return true
  }
}
