import RunbookChecks
import RunbookModel
import RunbookRendering

/// The step `discover`: finds and reads the files of a project, as values. After it only `publish`
/// touches the disk.
struct Discovery {
  let options: BuildOptions

  func path(_ relative: String) -> String {
    options.project == "." ? relative : options.project + "/" + relative
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

  var configPath: String { options.config ?? path("runbookgen.yml") }

  /// The configuration file; that there is none is fine unless one was named.
  func config() throws(FileProblem) -> SourceFile? {
    if let named = options.config {
      return SourceFile(path: named, bytes: try Disk.read(named, limit: Limit.fileSize.usual))
    }
    guard try Disk.kind(of: configPath) != nil else { return nil }
    return SourceFile(
      path: "runbookgen.yml", bytes: try Disk.read(configPath, limit: Limit.fileSize.usual))
  }

  /// The pages and the other files of the content folder, as paths in it; refused are those that
  /// are not published.
  func content(_ config: SiteConfig) throws(FileProblem) -> (
    pages: [PagePath], assets: [String], refused: Set<String>, [Diagnostic]
  ) {
    let folder = config.directories.content
    let tree = try FileTree(inside(folder))
    var pages: [PagePath] = []
    var assets: [String] = []
    var refused: Set<String> = []
    var diagnostics = tree.skipped.map { skipped($0, in: folder) }
    for name in tree.files {
      if name.hasSuffix(".md") {
        pages.append(PagePath(name))
      } else if let problem = try problem(of: name, in: tree, config) {
        diagnostics.append(problem)
        refused.insert(name)
      } else {
        assets.append(name)
      }
      if !name.hasSuffix(".md"), let look = PageExtension.check(folder + "/" + name) {
        diagnostics.append(look)
      }
    }
    return (pages, assets, refused, diagnostics)
  }

  /// What keeps a file that is no page from being published.
  private func problem(
    of name: String, in tree: FileTree, _ config: SiteConfig
  ) throws(FileProblem) -> Diagnostic? {
    let shown = config.directories.content + "/" + name
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
  func source(of page: PagePath, _ config: SiteConfig) throws(FileProblem) -> SourceFile {
    let file = config.directories.content + "/" + page.text
    if let text = options.texts[file] { return SourceFile(path: file, bytes: text) }
    let bytes = try Disk.readStart(of: path(file), beyond: config.limits[.fileSize])
    return SourceFile(path: file, bytes: bytes)
  }

  private func skipped(_ entry: FileTree.Skipped, in folder: String) -> Diagnostic {
    Diagnostic(
      "file-skipped", .warning,
      at: SourceRange(file: folder + "/" + entry.path, bytes: 0..<0),
      "this is \(entry.reason) and was passed over",
      explanation:
        "Only regular files are read: a link could lead out of the project, and a pipe would "
        + "stop the build. Put a copy of the file here.")
  }

  /// The site's templates over those that come with the program, one by one.
  func templates(_ folder: String) throws(FileProblem) -> (
    [SourceFile], assets: [(name: String, bytes: [UInt8])], [Diagnostic]
  ) {
    var templates: [String: SourceFile] = [:]
    var assets: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    for (root, shown) in [(options.builtinTemplates, "templates"), (try inside(folder), folder)] {
      guard let root, try Disk.kind(of: root) != nil else { continue }
      let tree = try FileTree(root)
      if shown == folder { diagnostics += tree.skipped.map { skipped($0, in: folder) } }
      for name in tree.files {
        if name.hasSuffix(".mustache") && !name.contains("/") {
          templates[name] = SourceFile(
            path: shown + "/" + name, bytes: try tree.read(name, limit: Limit.fileSize.usual))
        } else if name.hasPrefix("assets/") {
          assets[String(name.dropFirst("assets/".count))] = try tree.read(name)
        }
      }
    }
    for name in TemplateSet.names where templates[name + ".mustache"] == nil {
      throw FileProblem(
        path: path(folder) + "/" + name + ".mustache", operation: "read",
        reason: "there is no such template",
        advice: "Install the program with its templates (make install), or copy templates/ of its "
          + "repository into the project.")
    }
    return (
      templates.sorted { $0.key < $1.key }.map(\.value),
      assets.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }, diagnostics
    )
  }

  /// The style sheet that the configuration adds; one that does not exist is reported where it is
  /// named.
  func stylesheet(_ field: Field<String>?) throws(FileProblem) -> ([UInt8]?, [Diagnostic]) {
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
    return (try Disk.read(place), [])
  }

  /// The site's own program schemas.
  func programs(_ folder: String, limit: Int) throws(FileProblem) -> ([SourceFile], [Diagnostic]) {
    let tree = try FileTree(inside(folder))
    var files: [SourceFile] = []
    for name in tree.files where name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      let bytes = try tree.read(name, limit: limit)
      files.append(SourceFile(path: folder + "/" + name, bytes: bytes))
    }
    return (files, tree.skipped.map { skipped($0, in: folder) })
  }

  /// A file of the content folder that is no page.
  func asset(_ name: String, _ config: SiteConfig) throws(FileProblem) -> [UInt8] {
    try Disk.read(
      path(config.directories.content) + "/" + name, limit: config.limits[.assetSize])
  }
}
