import RunbookChecks
import RunbookModel
import RunbookRendering

/// The step `discover`: finds and reads the files of a project, as values. After it only `publish`
/// touches the disk.
struct Discovery {
  let options: BuildOptions

  func path(_ relative: String) -> String {
    if relative == "." { return options.project }
    return options.project == "." ? relative : options.project + "/" + relative
  }

  /// A file or folder that the configuration names. None of its parents may be a link that leads out
  /// of the project; that it is none itself is seen to by those that open it.
  func inside(_ named: String) throws(FileProblem) -> String {
    let place = path(named)
    guard try CanonicalPath(options.project).contains(CanonicalPath(place)) else {
      throw FileProblem(
        path: place, operation: "use", reason: "it leads out of the project folder",
        advice: "put a copy of what it means in the place of the symbolic link")
    }
    return place
  }

  /// What a configuration file is called; the first that is there is read.
  static let configNames = ["runbookgen.yml", "runbookgen.yaml"]

  /// Every place where the configuration may be.
  var configPlaces: [String] { options.config.map { [$0] } ?? Self.configNames.map(path) }

  /// The configuration file; that there is none is fine unless one was named.
  func config() throws(FileProblem) -> (SourceFile?, [Diagnostic]) {
    if let named = options.config {
      return (SourceFile(path: named, bytes: try Disk.read(named, limit: Limit.fileSize.usual)), [])
    }
    var found: SourceFile?
    for name in Self.configNames {
      if options.texts[name] == nil, try Disk.kind(of: path(name)) == nil { continue }
      if let found { return (found, [second(name, besides: found.path)]) }
      let bytes = try text(of: name) { () throws(FileProblem) in
        try Disk.read(path(name), limit: Limit.fileSize.usual)
      }
      found = SourceFile(path: name, bytes: bytes)
    }
    return (found, [])
  }

  /// What an editor holds of a file, else what the disk does.
  private func text(
    of file: String, onDisk: () throws(FileProblem) -> [UInt8]
  ) throws(FileProblem) -> [UInt8] {
    if let text = options.texts[file] { return text }
    return try onDisk()
  }

  private func second(_ name: String, besides read: String) -> Diagnostic {
    Diagnostic(
      "file-skipped", .warning, at: SourceRange(file: name, bytes: 0..<0),
      "this second configuration was passed over",
      explanation: "`\(read)` is read. Remove one of the two.")
  }

  /// The pages and the other files of the content folder.
  func content(_ config: SiteConfig) throws(FileProblem) -> (ContentListing, [Diagnostic]) {
    let folders = config.directories
    let tree = try FileTree(
      inside(folders.content), hasHostingFiles: true, leavingOut: folders.leavesOut)
    // What an editor holds may not be on the disk yet.
    let unsaved = options.texts.keys.compactMap(folders.name).filter { name in
      name.hasSuffix(".md") && !folders.leavesOut(name) && !tree.files.contains(name)
    }
    var listing = ContentListing(pagesAmong: tree.files + unsaved.sorted())
    var diagnostics = tree.skipped.map { skipped($0, shown: folders.file($0.path)) }
    for name in tree.files where !name.hasSuffix(".md") {
      if let look = PageExtension.check(folders.file(name)) { diagnostics.append(look) }
      // Sources of programs are nobody's attachments.
      guard !folders.contentIsProject || folders.isPublishedBesidePages(name) else { continue }
      if let problem = try problem(of: name, in: tree, config) {
        diagnostics.append(problem)
        listing.refused.insert(name)
      } else {
        listing.assets.append(name)
      }
    }
    return (listing, diagnostics)
  }

  /// What keeps a file that is no page from being published.
  private func problem(
    of name: String, in tree: FileTree, _ config: SiteConfig
  ) throws(FileProblem) -> Diagnostic? {
    let shown = config.directories.file(name)
    let limit = config.limits[.assetSize]
    let size = try tree.size(name)
    guard size <= limit else {
      return config.limits.exceeded(
        .assetSize, found: size, at: SourceRange(file: shown, bytes: 0..<0), "It is not read.")
    }
    guard config.rawHTML != .trusted, !ActiveContent.isPassive(name) else { return nil }
    return AssetActive.check(try tree.read(name, limit: limit), at: name, in: shown, config)
  }

  /// A page, or as much of it as shows that it is too large.
  ///
  /// - Parameter name: its path in the content folder.
  func source(_ name: String, _ config: SiteConfig) throws(FileProblem) -> [UInt8] {
    let file = config.directories.file(name)
    if let text = options.texts[file] { return text }
    return try Disk.readStart(of: path(file), beyond: config.limits[.fileSize])
  }

  private func skipped(_ entry: FileTree.Skipped, shown: String) -> Diagnostic {
    Diagnostic(
      "file-skipped", .warning, at: SourceRange(file: shown, bytes: 0..<0),
      "this is \(entry.reason) and was passed over",
      explanation:
        "Only regular files are read: a link could lead out of the project, and a pipe would "
        + "stop the build. Put a copy of the file here.")
  }

  /// Templates and what comes with them.
  struct TemplateFiles: Sendable {
    let templates: [SourceFile]
    /// The templates that the program uses by their names.
    let roots: Set<String>
    /// By names below `assets/`, as they were written.
    let assets: [(name: String, bytes: [UInt8])]
    /// The assets that are those of the program.
    let shippedAssets: Set<String>
    /// The site's own words, by language.
    let words: [SourceFile]
    /// Whether none of them is the site's own.
    let isShipped: Bool
    let diagnostics: [Diagnostic]

    /// The assets as they are published.
    var publishedAssets: [(name: String, bytes: [UInt8])] {
      assets.map { name, bytes in
        (name, shippedAssets.contains(name) ? CompactAsset.bytes(bytes, named: name) : bytes)
      }
    }
  }

  /// The site's templates over those that come with the program, one by one.
  func templates(_ folder: String) throws(FileProblem) -> TemplateFiles {
    // A hook of the site's own has to be put in by some template; that may be one of its own too.
    var roots = Set(TemplateSet.names + TemplateSet.hooks)
    var templates: [String: SourceFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var words: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    func add(
      _ name: String, _ shown: String, read: (Int) throws(FileProblem) -> [UInt8]
    ) throws(FileProblem) {
      if name.hasSuffix(".mustache"), !name.contains("/") {
        templates[name] = SourceFile(
          path: shown + "/" + name, bytes: try read(Limit.fileSize.usual))
      } else if name.hasPrefix("assets/") {
        assets[String(name.dropFirst("assets/".count))] = try read(Disk.defaultSizeLimit)
      }
    }
    for file in BuiltinTemplates.files {
      try add(file.name, "templates") { _ throws(FileProblem) in file.bytes }
    }
    let shipped = assets
    let root = try inside(folder)
    let isShipped = try Disk.kind(of: root) == nil
    if !isShipped {
      let tree = try FileTree(root)
      diagnostics += tree.skipped.map { skipped($0, shown: "\(folder)/\($0.path)") }
      roots.subtract(TemplateSet.hooks.filter { tree.files.contains($0 + ".mustache") })
      for name in tree.files {
        try add(name, folder) { limit throws(FileProblem) in try tree.read(name, limit: limit) }
        if name.hasPrefix(BuiltinTemplates.wordFolder), name.hasSuffix(".yml") {
          let bytes = try tree.read(name, limit: Limit.fileSize.usual)
          words.append(SourceFile(path: "\(folder)/\(name)", bytes: bytes))
        }
      }
    }
    return TemplateFiles(
      templates: templates.sorted { $0.key < $1.key }.map(\.value), roots: roots,
      assets: assets.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) },
      shippedAssets: Set(shipped.filter { isShipped || assets[$0.key] == $0.value }.keys),
      words: words, isShipped: isShipped, diagnostics: diagnostics)
  }

  /// The style sheet that the configuration adds; one that does not exist is reported where it is
  /// named.
  func stylesheet(
    _ field: Field<String>?
  ) throws(FileProblem) -> (StyleGraph.SourceBytes?, [Diagnostic]) {
    guard let field else { return (nil, []) }
    let place = try inside(field.value)
    let kind = try Disk.kind(of: place)
    guard kind == .file else {
      return (
        nil,
        [
          Diagnostic(
            "config-type", .error, at: field.range,
            kind.map { "`\(field.value)` is \($0.rawValue), not a regular file" }
              ?? "there is no file `\(field.value)` in the project",
            explanation: "Give the path from the folder of the configuration, such as "
              + "branding/wiki.css.")
        ]
      )
    }
    return (StyleGraph.SourceBytes(path: field.value, bytes: try Disk.read(place)), [])
  }

  /// The site's own program schemas.
  func programs(_ folder: String, limit: Int) throws(FileProblem) -> ([SourceFile], [Diagnostic]) {
    let tree = try FileTree(inside(folder))
    var files: [SourceFile] = []
    for name in tree.files where name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      let path = folder + "/" + name
      let bytes = try text(of: path) { () throws(FileProblem) in
        try tree.read(name, limit: limit)
      }
      files.append(SourceFile(path: path, bytes: bytes))
    }
    return (files, tree.skipped.map { skipped($0, shown: "\(folder)/\($0.path)") })
  }

  /// A file of the content folder that is no page.
  func asset(_ name: String, _ config: SiteConfig) throws(FileProblem) -> [UInt8] {
    try Disk.read(path(config.directories.file(name)), limit: config.limits[.assetSize])
  }
}
