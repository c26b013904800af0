import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookParsing
import RunbookRendering

/// The step `discover`: the configuration, the templates, and where pages and files lie.
struct Project: Sendable {
  let discovery: Discovery
  let config: SiteConfig
  let listing: ContentListing
  /// Where links to other files of the repository lead; nil where that is nobody's wish.
  let sourceLinks: SourceLinks?
  private let theme: Theme
  /// What pages may load; nil where nobody knows.
  let policy: PagePolicy?
  /// Where the files are that style sheets name, from the project folder, also those that are missing.
  private let styleFiles: [String]
  /// What was found in the configuration and the templates.
  let diagnostics: [Diagnostic]
  /// Whether the configuration could be read, so that the pages are those that it means.
  let isListed: Bool
  /// The files that those findings may speak of.
  let files: [SourceFile]
  /// Every place that a build reads, also those that are not there and would be read if they were;
  /// nil where one cannot be looked up. Looked up before anything but the configuration is read.
  let places: [NamedPlace]?
  /// What the baseline knows; nil without one, and where it is not used.
  let baseline: FindingSet?
  /// Findings that are left out: those of the baseline and those that were there earlier.
  let known: FindingSet

  init(_ options: BuildOptions) throws(FileProblem) {
    let discovery = Discovery(options: options)
    self.discovery = discovery
    let configPlaces = discovery.configPlaces.map { try? NamedPlace($0) }
    let baselinePath = BaselineFile.path(besides: discovery.configPlaces[0])
    let beside = [baselinePath, AddressBookFile.path(besides: discovery.configPlaces[0])]
    let besidePlaces = beside.map { try? NamedPlace($0) }
    baseline = options.usesBaseline ? try BaselineFile.read(baselinePath) : nil
    known = options.earlier.union(baseline ?? FindingSet())
    let (config, configFiles, problems) = try Self.readConfig(discovery)
    let programFiles = [options.program].compactMap(\.self)
    let named = Self.sources(config, discovery) + programFiles
    let places = configPlaces + besidePlaces + named.map { try? NamedPlace($0) }
    // Not everything below the project folder is read, and the output lies there.
    let isKnown =
      !config.directories.contentIsProject && config.sourceURL == nil && !places.contains(nil)
    // Everything else would be judged by the wrong configuration.
    let isUnsound = problems.contains {
      ["config-syntax", "limit-exceeded"].contains($0.id)
        && !config.alerts.files.contains($0.range.file)
    }
    let content = isUnsound ? nil : try Self.content(config, problems, discovery)
    guard let content else {
      self.config = isUnsound ? SiteConfig() : config
      isListed = false
      (listing, theme) = (ContentListing(), .none)
      self.places = isKnown ? places.compactMap(\.self) : nil
      (sourceLinks, policy, styleFiles) = (nil, nil, [])
      let missing = isUnsound ? nil : try discovery.missingContent(config)
      (diagnostics, files) = (problems + [missing].compactMap(\.self), configFiles)
      return
    }
    self.config = config
    isListed = true
    listing = content.listing
    sourceLinks = SourceLinks(discovery, config, refused: listing.refused)
    let skipped = content.diagnostics
    let found = try discovery.templates(config.directories.templates)
    let (stylesheet, missing) = try discovery.stylesheet(config.stylesheet)
    let own: SiteTheme?
    if let shipped = ShippedTheme(found, stylesheet: stylesheet, discovery, config) {
      (own, theme) = (nil, .shipped(shipped))
      policy = PagePolicy(config)
    } else {
      let made = SiteTheme(found, stylesheet: stylesheet, discovery, config)
      (own, theme) = (made, .own(made))
      policy = made.policy
    }
    let stylePlaces = own?.stylePlaces ?? []
    styleFiles = stylePlaces
    let contentStyles = try discovery.contentStyles(listing, config)
    let more = stylePlaces.map { try? NamedPlace(discovery.path($0)) }
    self.places = isKnown && !more.contains(nil) ? (places + more).compactMap(\.self) : nil
    diagnostics =
      problems + skipped + found.diagnostics + missing + (own?.diagnostics ?? [])
      + contentStyles.diagnostics
    files = configFiles + (own?.files ?? []) + contentStyles.sheets
  }

  private enum Theme: Sendable {
    /// Of a configuration that nobody can build by.
    case none
    case own(SiteTheme)
    case shipped(ShippedTheme)
  }

  /// The templates of the site and of the program.
  var templates: TemplateSet {
    switch theme {
    case .none: TemplateSet([], assets: [])
    case .own(let theme): theme.templates
    case .shipped(let shipped): shipped.theme.templates
    }
  }

  /// Begins with what is needed only when pages are rendered.
  func prepareToRender() {
    if case .shipped(let shipped) = theme { shipped.prepare() }
  }

  /// What readers see beside the content.
  var words: Words {
    switch theme {
    case .none: .keys
    case .own(let theme): theme.words
    case .shipped(let shipped): shipped.theme.words
    }
  }

  /// Whether the site has templates, or files beside them, of its own.
  var hasOwnTheme: Bool {
    if case .own = theme { return true }
    return false
  }

  /// The files that every page is checked and rendered by. What was written down on past days is shown by one
  /// index alone.
  var filesOfPages: [SourceFile] {
    var files = files
    // A file that is something else as well is there twice.
    if let trends = files.firstIndex(where: { $0.path == config.trendsFile?.value }) {
      files.remove(at: trends)
    }
    return files
  }

  /// In the order of their paths.
  var pages: [PagePath] { listing.pages }
  var assets: [String] { listing.assets }

  /// The path of a page's file from the project folder.
  func sourcePath(of page: PagePath) -> String { config.directories.file(listing.file(of: page)) }

  /// Where the file of a page lies.
  func place(of page: PagePath) -> String { discovery.path(sourcePath(of: page)) }

  /// The bytes of a page's file.
  func bytes(of page: PagePath) throws(FileProblem) -> [UInt8] {
    try discovery.source(listing.file(of: page), config)
  }

  func source(of page: PagePath) throws(FileProblem) -> SourceFile {
    SourceFile(path: sourcePath(of: page), bytes: try bytes(of: page))
  }

  /// The content; nil where it cannot be read and the configuration says why: what is wrong there
  /// comes first.
  private static func content(
    _ config: SiteConfig, _ problems: [Diagnostic], _ discovery: Discovery
  ) throws(FileProblem) -> (listing: ContentListing, diagnostics: [Diagnostic])? {
    do throws(FileProblem) {
      let (listing, diagnostics) = try discovery.content(config)
      return (listing, diagnostics)
    } catch {
      if problems.contains(where: { $0.severity == .error }) { return nil }
      if try discovery.missingContent(config) != nil { return nil }
      throw try discovery.unprepared(config) ?? error
    }
  }

  /// The configuration without the programs that it adds.
  static func readConfigFile(_ discovery: Discovery) throws(FileProblem) -> (
    SiteConfig, [SourceFile], [Diagnostic]
  ) {
    let (found, others) = try discovery.config()
    var config = SiteConfig()
    var (read, diagnostics) = ([SourceFile](), others)
    if let found {
      let (root, problems) = YAMLReader.read(0..<found.bytes.count, of: found, idPrefix: "config")
      let more: [Diagnostic]
      (config, more) = SiteConfigSchema.read(root, in: found)
      read.append(found)
      diagnostics += problems + more
    }
    if let (file, addresses) = try AddressBookFile.read(discovery, config.confluence) {
      config.confluence.pages = addresses.book
      config.confluence.pageSources = addresses.sources
      read.append(file)
      diagnostics += addresses.diagnostics
    }
    let files = try AlertFiles.read(
      config.alerts.rules.map(discovery.path), project: discovery.options.project, config.limits)
    for file in files {
      config.alerts.add(file)
      read.append(file.file)
      diagnostics += file.diagnostics
    }
    let (trends, missing) = try TrendLog.read(discovery, config)
    diagnostics += missing
    if let trends {
      let (records, problems) = TrendFile.read(trends)
      config.trends = records
      read.append(trends)
      diagnostics += problems
    }
    return (config, read, diagnostics)
  }

  /// The configuration and the programs that it adds, with the files they were read from.
  static func readConfig(_ discovery: Discovery) throws(FileProblem) -> (
    SiteConfig, [SourceFile], [Diagnostic]
  ) {
    var (config, read, diagnostics) = try readConfigFile(discovery)
    guard let folder = config.directories.programs else { return (config, read, diagnostics) }
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
    return (config, read + files, diagnostics)
  }

  func outputFolder(_ options: BuildOptions) throws(FileProblem) -> String {
    if let output = options.output { return output }
    return try discovery.inside(config.directories.output)
  }

  /// What the output must not be mixed with.
  var sources: [String] {
    Self.sources(config, discovery) + discovery.configPlaces
      + [AddressBookFile.path(besides: discovery.configPlaces[0])] + styleFiles.map(discovery.path)
  }

  /// Whether a file, by its path from the project folder, may be one that a check reads: neither output, nor what
  /// lies beside the site.
  func mayRead(_ file: String) -> Bool {
    let place = discovery.path(file)
    let baseline = BaselineFile.path(besides: discovery.configPlaces[0])
    // A folder around them may have been renamed.
    let isRead = sources.contains { source in
      place == source || place.hasPrefix(source + "/") || source.hasPrefix(place + "/")
    }
    if isRead || place == baseline { return true }
    let isHidden = file.split(separator: "/").contains { $0.hasPrefix(".") }
    return config.directories.contentIsProject && !isHidden && !config.directories.leavesOut(file)
  }

  /// Whether a file of the content, by its path from the project folder, is no part of it: hidden, or not there and
  /// not listed. Editors write such files beside a page for a moment.
  func isPassing(_ file: String) -> Bool {
    let folder = config.directories.contentIsProject ? "" : config.directories.content + "/"
    guard isListed, file.hasPrefix(folder),
      !file.hasPrefix(config.directories.templates + "/")
    else { return false }
    let isHidden = file.split(separator: "/").contains {
      $0.hasPrefix(".") && !HiddenNames.hosting.includes(Array($0.utf8))
    }
    if isHidden, !folder.isEmpty { return true }
    guard (try? Disk.kind(of: discovery.path(file))) == .some(nil) else { return false }
    let name = String(file.dropFirst(folder.utf8.count))
    return !listing.holds(name) && !files.contains { $0.path == file }
      && !diagnostics.contains { $0.range.file == file }
  }

  /// Every file and folder that the configuration names, but for the output.
  private static func sources(_ config: SiteConfig, _ discovery: Discovery) -> [String] {
    let folders = config.directories
    // The project folder holds the output, which is no part of the content.
    let content = folders.contentIsProject ? nil : folders.content
    return
      ([
        content, folders.templates, folders.programs, config.stylesheet?.value,
        config.trendsFile?.value,
      ]
      .compactMap(\.self) + config.alerts.rules.map(AlertFiles.place(of:))).map(discovery.path)
  }
}
