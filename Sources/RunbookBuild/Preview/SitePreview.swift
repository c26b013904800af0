import RunbookChecks
package import RunbookModel
package import RunbookRendering
import Synchronization

/// The wiki of a workspace at one moment, of which each file is made when somebody asks for it. Pages with errors
/// are shown too, as far as they can be read.
package final class SitePreview: Sendable {
  private let workspace: Workspace
  private let site: Site
  private let templates: TemplateSet
  private let settings: RenderOptions
  private let formats: [OutputFormat]
  private let memory: PreviewMemory
  private let renderers = Mutex<[String: any FormatRenderer]>([:])
  private let pages = Mutex<[String: OutputFile]>([:])
  /// Files that belong to no page, by their format.
  private let shared = Mutex<[String: [String: OutputFile]]>([:])

  /// - Parameters:
  ///   - before: the preview that this one follows, of which what did not change is taken over.
  ///   - head: what is added to the head of every page, as markup.
  /// - Returns: nil where there is nothing to show: the configuration cannot be read, or the templates have
  ///   errors and there are none of before.
  /// - Throws: `FileProblem` where an image cannot be read.
  package init?(
    _ workspace: Workspace, after before: SitePreview?, head: String
  ) throws(FileProblem) {
    let project = workspace.project
    guard project.isListed else { return nil }
    let templates = project.hasTemplateErrors ? before?.templates : project.templates
    guard let templates else { return nil }
    self.workspace = workspace
    self.templates = templates
    memory = before?.memory ?? PreviewMemory()
    site = try memory.site(of: workspace)
    var settings = RenderOptions(
      project, workspace.options, site.index, AssetHashes(project, besides: []))
    settings.previewHead = head
    self.settings = settings
    formats = workspace.options.formats(site)
  }

  /// A file of the output by its path there; nil where there is none.
  ///
  /// - Throws: `FileProblem` where a page or an image cannot be read.
  package func file(at path: String) async throws(FileProblem) -> OutputFile? {
    if let made = pages.withLock({ $0[path] }) { return made }
    if let place = memory.place(of: path, formats, workspace) {
      return try page(place, at: path)
    }
    if let asset = templates.assets.first(where: { $0.isPublished && $0.path == path }) {
      return OutputFile(path: path, bytes: asset.bytes)
    }
    let project = workspace.project
    if project.assets.contains(path) {
      return OutputFile(path: path, bytes: try project.discovery.asset(path, project.config))
    }
    if let picture = memory.picture(at: path) { return picture }
    for format in formats where format.mayMake(path) {
      if let file = try await sharedFiles(of: format)[path] { return file }
    }
    return nil
  }

  /// The page that is shown at a path of the output; nil where that is no page.
  package func page(at path: String) -> PagePath? {
    guard let place = memory.place(of: path, formats, workspace), place.page.htmlPath == path
    else { return nil }
    return place.page
  }

  // MARK: - Pages

  private func page(_ place: PreviewMemory.Place, at path: String) throws(FileProblem)
    -> OutputFile?
  {
    guard let checked = try checked(place.page) else { return nil }
    let made = renderer(formats[place.format]).render(checked).files
    pages.withLock { pages in
      for file in made { pages[file.path] = file }
    }
    return made.first { $0.path == path }
  }

  private func checked(_ path: PagePath) throws(FileProblem) -> CheckedRunbook? {
    guard let summary = workspace.site.index.page(path) else { return nil }
    let project = workspace.project
    let draft = try workspace.wholeDraft(of: summary).0
    let page = Checker.check(
      draft, in: workspace.site.index, project.config, today: workspace.options.today
    ).0
    let diagrams = Diagram.all(of: draft.page, project.config).map(\.diagram)
    if diagrams.isEmpty { return page }
    return page.showing(try memory.pictures(of: diagrams, workspace), project.config)
  }

  private func renderer(_ format: OutputFormat) -> any FormatRenderer {
    if let known = renderers.withLock({ $0[format.name] }) { return known }
    let made = format.renderer(site, templates, settings)
    return renderers.withLock { renderers in
      let first = renderers[format.name] ?? made
      renderers[format.name] = first
      return first
    }
  }

  // MARK: - Files of the whole site

  private func sharedFiles(of format: OutputFormat) async throws(FileProblem) -> [String:
    OutputFile]
  {
    if let made = shared.withLock({ $0[format.name] }) { return made }
    // One of its own, as it gathers what pages share.
    let renderer = format.renderer(site, templates, settings)
    let summaries = site.pages
    let made = try await Parallel.map(summaries) { summary throws(FileProblem) in
      try self.output(of: summary, format, renderer)
    }
    var files: [String: OutputFile] = [:]
    for file in made.lazy.flatMap({ $0.files + $0.shared }) { files[file.path] = file }
    renderer.finish(made.map(\.note)) { files[$0.path] = $0 }
    shared.withLock { $0[format.name] = files }
    return files
  }

  /// What a format makes of a page, as far as files of the whole site are made of it.
  private func output(
    of page: PageSummary, _ format: OutputFormat, _ renderer: any FormatRenderer
  ) throws(FileProblem) -> PageOutput {
    let count = workspace.checkCount(of: page.path)
    if var known = memory.output(of: page.path, count, format.name) {
      var reader = RecordReader(known.record.bytes)
      if let shared = try? renderer.share(&reader, of: page.path) {
        known.shared = shared
        return known
      }
    }
    guard let checked = try checked(page.path) else { return PageOutput() }
    var made = renderer.render(checked)
    let own = Set(format.pagePaths(page.path))
    made.files.removeAll { own.contains($0.path) }
    var kept = made
    kept.shared = []
    memory.keep(kept, of: page.path, count, format.name)
    return made
  }
}

extension OutputFormat {
  /// Whether a file that belongs to no page may be one of this format's.
  fileprivate func mayMake(_ path: String) -> Bool {
    let first = path.prefix { $0 != "/" }
    if names.contains(String(first)) { return true }
    // Indexes of folders and aliases of pages have no names of their own.
    return path.hasSuffix(".html") && (name == "html" || names.isEmpty)
  }
}

extension Project {
  /// Whether nothing may be rendered with the templates as they are.
  fileprivate var hasTemplateErrors: Bool {
    let folder = config.directories.templates + "/"
    return diagnostics.contains { $0.severity == .error && $0.range.file.hasPrefix(folder) }
  }
}
