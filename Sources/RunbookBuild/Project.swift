import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import RunbookRendering

/// The step `discover`: the configuration, the templates, and where pages and files lie.
struct Project: Sendable {
  let discovery: Discovery
  let config: SiteConfig
  /// In the order of their paths.
  let pages: [PagePath]
  let assets: [String]
  /// Files of the content folder that must not be published.
  let refused: Set<String>
  let templates: TemplateSet
  /// What was found in the configuration and the templates.
  let diagnostics: [Diagnostic]
  /// Whether the configuration could be read, so that the pages are those that it means.
  let isListed: Bool
  /// The files that those findings may speak of.
  let files: [SourceFile]
  /// Every place that a build reads, also those that are not there and would be read if they were;
  /// nil where one cannot be looked up. Looked up before anything but the configuration is read.
  let places: [NamedPlace]?

  init(_ options: BuildOptions) throws(FileProblem) {
    let discovery = Discovery(options: options)
    self.discovery = discovery
    let configPlace = try? NamedPlace(discovery.configPath)
    let (config, configFiles, problems) = try Self.readConfig(discovery)
    let programFiles = [options.builtinTemplates, options.program].compactMap(\.self)
    let named = Self.sources(config, discovery) + programFiles
    let places = [configPlace] + named.map { try? NamedPlace($0) }
    self.places = places.contains(nil) ? nil : places.compactMap(\.self)
    // Everything else would be judged by the wrong configuration.
    if problems.contains(where: { ["config-syntax", "limit-exceeded"].contains($0.id) }) {
      self.config = SiteConfig()
      isListed = false
      (pages, assets, refused, templates) = ([], [], [], TemplateSet([], assets: []))
      (diagnostics, files) = (problems, configFiles)
      return
    }
    self.config = config
    isListed = true
    let skipped: [Diagnostic]
    (pages, assets, refused, skipped) = try discovery.content(config)
    let (templateFiles, templateAssets, skippedTemplates) = try discovery.templates(
      config.directories.templates)
    let (stylesheet, missing) = try discovery.stylesheet(config.stylesheet)
    let sources = TemplateSource.all(
      templateFiles, offeredNames: TemplateSet.offeredNames)
    templates = TemplateSet(
      sources, assets: templateAssets.map { .init(name: $0.name, bytes: $0.bytes) },
      stylesheet: stylesheet)
    diagnostics = problems + skipped + skippedTemplates + missing + Checker.check(sources)
    files = templateFiles + configFiles
  }

  func source(of page: PagePath) throws(FileProblem) -> SourceFile {
    try discovery.source(of: page, config)
  }

  /// The configuration and the programs that it adds, with the files they were read from.
  static func readConfig(_ discovery: Discovery) throws(FileProblem) -> (
    SiteConfig, [SourceFile], [Diagnostic]
  ) {
    guard let file = try discovery.config() else { return (SiteConfig(), [], []) }
    let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
    var (config, diagnostics) = SiteConfigSchema.read(root, in: file)
    diagnostics = problems + diagnostics
    guard let folder = config.directories.programs else { return (config, [file], diagnostics) }
    let (files, skipped) = try discovery.programs(folder, limit: config.limits[.fileSize])
    diagnostics += skipped
    var additions: [ProgramAddition] = []
    for file in files {
      let (root, problems) = YAMLReader.read(
        0..<file.bytes.count, of: file, idPrefix: "config", limits: config.limits)
      let (addition, more) = ProgramFileSchema.read(root, in: file, config.programs)
      diagnostics += problems + more
      if let addition { additions.append(addition) }
    }
    config.programs = ProgramLibrary(adding: additions)
    return (config, [file] + files, diagnostics)
  }

  func outputFolder(_ options: BuildOptions) throws(FileProblem) -> String {
    if let output = options.output { return output }
    return try discovery.inside(config.directories.output)
  }

  /// What the output must not be mixed with.
  var sources: [String] { Self.sources(config, discovery) + [discovery.configPath] }

  /// Every file and folder that the configuration names, but for the output.
  private static func sources(_ config: SiteConfig, _ discovery: Discovery) -> [String] {
    let folders = config.directories
    return [folders.content, folders.templates, folders.programs, config.stylesheet?.value]
      .compactMap(\.self).map(discovery.path)
  }
}
