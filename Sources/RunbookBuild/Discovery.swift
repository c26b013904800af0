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

  /// The configuration file; that there is none is fine unless one was named.
  func config() throws(FileProblem) -> SourceFile? {
    if let named = options.config {
      return SourceFile(path: named, bytes: try Disk.read(named))
    }
    let usual = path("runbookgen.yml")
    guard try Disk.kind(of: usual) != nil else { return nil }
    return SourceFile(path: "runbookgen.yml", bytes: try Disk.read(usual))
  }

  /// The pages and the other files of the content folder, as paths in it.
  func content(_ folder: String) throws(FileProblem) -> (
    pages: [PagePath], assets: [String], [Diagnostic]
  ) {
    let tree = try FileTree(path(folder))
    var pages: [PagePath] = []
    var assets: [String] = []
    for name in tree.files {
      if name.hasSuffix(".md") {
        pages.append(PagePath(name))
      } else {
        assets.append(name)
      }
    }
    return (pages, assets, tree.skipped.map { skipped($0, in: folder) })
  }

  func source(of page: PagePath, in folder: String) throws(FileProblem) -> SourceFile {
    SourceFile(path: folder + "/" + page.text, bytes: try read(page.text, in: folder))
  }

  private func skipped(_ entry: FileTree.Skipped, in folder: String) -> Diagnostic {
    Diagnostic(
      "file-skipped", .warning,
      at: SourceRange(file: folder + "/" + entry.path, bytes: 0..<0),
      "this is \(entry.reason) and was passed over",
      explanation: "Only regular files below the content folder are read and published.")
  }

  /// The site's templates over those that come with the program, one by one.
  func templates(_ folder: String) throws(FileProblem) -> (
    [SourceFile], assets: [(name: String, bytes: [UInt8])]
  ) {
    var templates: [String: SourceFile] = [:]
    var assets: [String: [UInt8]] = [:]
    for (root, shown) in [(options.builtinTemplates, "templates"), (path(folder), folder)] {
      guard let root, try Disk.kind(of: root) == .folder else { continue }
      let tree = try FileTree(root)
      for name in tree.files {
        if name.hasSuffix(".mustache") && !name.contains("/") {
          templates[name] = SourceFile(path: shown + "/" + name, bytes: try tree.read(name))
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
      assets.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value) }
    )
  }

  /// The style sheet that the configuration adds; one that does not exist is reported where it is
  /// named.
  func stylesheet(_ field: Field<String>?) throws(FileProblem) -> ([UInt8]?, [Diagnostic]) {
    guard let field else { return (nil, []) }
    guard try Disk.kind(of: path(field.value)) == .file else {
      return (
        nil,
        [
          Diagnostic(
            "config-type", .error, at: field.range,
            "there is no file `\(field.value)` in the project",
            explanation: "Give the path from the folder of the configuration, such as "
              + "branding/wiki.css.")
        ]
      )
    }
    return (try Disk.read(path(field.value)), [])
  }

  /// The site's own program schemas.
  func programs(_ folder: String) throws(FileProblem) -> [SourceFile] {
    let tree = try FileTree(path(folder))
    var files: [SourceFile] = []
    for name in tree.files where name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      files.append(SourceFile(path: folder + "/" + name, bytes: try tree.read(name)))
    }
    return files
  }

  func read(_ asset: String, in folder: String) throws(FileProblem) -> [UInt8] {
    try Disk.read(path(folder) + "/" + asset)
  }
}
