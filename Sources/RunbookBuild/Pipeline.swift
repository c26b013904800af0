package import RunbookChecks
package import RunbookCommands
import RunbookModel
import RunbookParsing
import RunbookRendering

/// The staircase: discover, parse, check, assemble, render, write. Each step takes values and
/// returns values with diagnostics.
package enum Pipeline {
  /// Checks a site and writes nothing.
  package static func check(_ options: BuildOptions) async throws(FileProblem) -> BuildReport {
    let checked = try await CheckedSite.make(options)
    return checked.report(options)
  }

  /// Checks a site and counts how much of its commands could be judged.
  package static func coverage(_ options: BuildOptions) async throws(FileProblem) -> (
    BuildReport, CoverageReport
  ) {
    let checked = try await CheckedSite.make(options)
    return (checked.report(options), CoverageReport(checked.pages))
  }

  /// Every program that the site's commands are held against.
  package static func programs(_ options: BuildOptions) throws(FileProblem) -> (
    ProgramLibrary, BuildReport
  ) {
    let discovery = Discovery(options: options)
    let (config, files, problems) = try CheckedSite.readConfig(discovery)
    let report = Checker.report(problems, config, isStrict: options.isStrict)
    let sources = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return (
      config.programs, BuildReport(diagnostics: report, sources: sources, pageCount: 0)
    )
  }

  /// Checks a site and publishes it, unless an error was found: then nothing is touched.
  package static func build(
    _ options: BuildOptions, onMessage: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(FileProblem) -> BuildReport {
    let checked = try await CheckedSite.make(options)
    var report = checked.report(options)
    guard !report.hasErrors else { return report }
    let files = try await checked.render(options)
    let writer = OutputWriter(
      folder: checked.outputFolder(options), apartFrom: checked.sourceFolders(options))
    let session = try await writer.begin(onMessage: onMessage)
    _ = await Parallel.map(files) { session.add($0) }
    report.published = try await session.commit()
    return report
  }

  /// Checks a site and compares it with what is published; writes nothing.
  package static func verify(_ options: BuildOptions) async throws(FileProblem) -> BuildReport {
    let checked = try await CheckedSite.make(options)
    var report = checked.report(options)
    guard !report.hasErrors else { return report }
    let files = try await checked.render(options)
    let comparison = try OutputComparison(checked.outputFolder(options))
    _ = await Parallel.map(files) { comparison.add($0) }
    report.difference = try comparison.finish()
    return report
  }
}

/// A site that was read and checked, with everything that was found on the way.
private struct CheckedSite: Sendable {
  let config: SiteConfig
  let pages: [CheckedRunbook]
  let index: SiteIndex
  let discovery: Discovery
  let assets: [String]
  let templates: TemplateSet
  let diagnostics: [Diagnostic]
  let sources: [String: SourceFile]

  static func make(_ options: BuildOptions) async throws(FileProblem) -> CheckedSite {
    let discovery = Discovery(options: options)
    let (config, configFiles, configProblems) = try readConfig(discovery)
    if configProblems.contains(where: { $0.id == "config-syntax" }) {
      return unreadable(configFiles, configProblems, discovery)
    }
    let (found, assets, skipped) = try discovery.content(config.directories.content)
    let (templateFiles, templateAssets) = try discovery.templates(config.directories.templates)
    var diagnostics = configProblems + skipped

    let drafts = await Parallel.map(found) { entry in
      let (page, problems) = RunbookParser.parse(entry.file, at: entry.path)
      let (draft, more) = Checker.draft(page, config)
      return (draft: draft, diagnostics: problems + more)
    }
    let index = SiteIndex(drafts.map(\.draft), assets: Set(assets))
    let checked = await Parallel.map(drafts.map(\.draft)) { draft in
      Checker.check(draft, in: index, config, today: options.today)
    }
    let templates = sources(of: templateFiles)
    diagnostics += drafts.flatMap(\.diagnostics) + checked.flatMap(\.1)
    diagnostics += Checker.check(templates)

    let report = Checker.report(diagnostics, config, isStrict: options.isStrict)
    let files = found.map(\.file) + templateFiles + configFiles
    return CheckedSite(
      config: config, pages: checked.map(\.0), index: index, discovery: discovery, assets: assets,
      templates: TemplateSet(
        templates, assets: templateAssets.map { .init(name: $0.name, bytes: $0.bytes) }),
      diagnostics: report, sources: named(in: report, of: files))
  }

  /// A configuration that cannot be read at all: everything else would be judged by the wrong one.
  private static func unreadable(
    _ files: [SourceFile], _ diagnostics: [Diagnostic], _ discovery: Discovery
  ) -> CheckedSite {
    CheckedSite(
      config: SiteConfig(), pages: [], index: SiteIndex([], assets: []), discovery: discovery,
      assets: [], templates: TemplateSet([], assets: []),
      diagnostics: Checker.report(diagnostics, SiteConfig(), isStrict: false),
      sources: Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first }))
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
    let files = try discovery.programs(folder)
    var additions: [ProgramAddition] = []
    for file in files {
      let (root, problems) = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config")
      let (addition, more) = ProgramFileSchema.read(root, in: file, config.programs)
      diagnostics += problems + more
      if let addition { additions.append(addition) }
    }
    config.programs = ProgramLibrary(adding: additions)
    return (config, [file] + files, diagnostics)
  }

  private static func sources(of files: [SourceFile]) -> [TemplateSource] {
    let names = files.map { PagePath($0.path).stem }
    return zip(files, names).map { file, name in
      TemplateSource(
        file: file, name: name, offeredNames: TemplateSet.offeredNames(name),
        partialNames: Set(names))
    }
  }

  /// The files that a report speaks of; the others need not stay in memory.
  private static func named(in diagnostics: [Diagnostic], of files: [SourceFile]) -> [String:
    SourceFile]
  {
    let paths = Set(diagnostics.flatMap { [$0.range.file] + $0.notes.map(\.range.file) })
    return Dictionary(
      files.filter { paths.contains($0.path) }.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func report(_ options: BuildOptions) -> BuildReport {
    let wanted = Set(options.paths)
    return BuildReport(
      diagnostics: wanted.isEmpty
        ? diagnostics : diagnostics.filter { wanted.contains($0.range.file) },
      sources: sources, pageCount: pages.count, published: nil, difference: nil)
  }

  func outputFolder(_ options: BuildOptions) -> String {
    options.output ?? discovery.path(config.directories.output)
  }

  func sourceFolders(_ options: BuildOptions) -> [String] {
    [config.directories.content, config.directories.templates].map(discovery.path)
  }

  /// Every file of the output.
  func render(_ options: BuildOptions) async throws(FileProblem) -> [OutputFile] {
    let site = Site.assemble(pages, index, config)
    var settings = RenderOptions()
    settings.generator = options.generator
    settings.revision = options.revision
    var files: [OutputFile] = []
    for format in FormatCatalog.all where format.isEnabled(site) {
      if format.name == "confluence" && !options.confluence { continue }
      files += await format.render(site, templates, settings)
    }
    for asset in assets {
      let bytes = try discovery.read(asset, in: config.directories.content)
      files.append(OutputFile(path: asset, bytes: bytes))
    }
    return files.sorted { $0.path < $1.path }
  }
}
