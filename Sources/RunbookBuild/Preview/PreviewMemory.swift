import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization

/// What one preview takes over from the one before: all that does not show the bodies of pages which changed.
final class PreviewMemory: Sendable {
  /// What makes a file of a page.
  struct Place: Sendable {
    /// A position in the formats of the site.
    let format: Int
    let page: PagePath
  }

  private struct Kept: Sendable {
    /// The `checkCount` of the page.
    let count: Int?
    let output: PageOutput
  }

  private struct State: Sendable {
    /// The `siteCount` of the workspace that all else is of.
    var siteCount = -1
    var site: Site?
    /// Nil until somebody asks.
    var places: [String: Place]?
    /// Nil for a diagram that cannot be drawn; a build says why.
    var pictures: [Diagram: DiagramRun.Picture?] = [:]
    /// By the name of the format.
    var outputs: [String: [PagePath: Kept]] = [:]
  }

  private let state = Mutex(State())

  /// The pages of a workspace in their order; what is kept of another state of the site is forgotten.
  ///
  /// - Throws: `FileProblem` where an image cannot be read.
  func site(of workspace: Workspace) throws(FileProblem) -> Site {
    let index = workspace.site.completed.published
    let known = state.withLock { $0.siteCount == workspace.siteCount ? $0.site : nil }
    if let known { return known.knowing(index) }
    let project = workspace.project
    var site = Site.assemble(index, project.config)
    site.words = project.words
    site.imageSizes = try project.imageSizes()
    state.withLock { [site] state in
      state = State(siteCount: workspace.siteCount, site: site, pictures: state.pictures)
    }
    return site
  }

  /// What makes the file at a path; nil where no page does.
  func place(of path: String, _ formats: [OutputFormat], _ workspace: Workspace) -> Place? {
    state.withLock { state in
      if let places = state.places { return places[path] }
      var places: [String: Place] = [:]
      for page in workspace.site.index.pages {
        for (position, format) in formats.enumerated() {
          for path in format.pagePaths(page.path) where places[path] == nil {
            places[path] = Place(format: position, page: page.path)
          }
        }
      }
      state.places = places
      return places[path]
    }
  }

  func output(of page: PagePath, _ count: Int?, _ format: String) -> PageOutput? {
    state.withLock { state in
      guard let kept = state.outputs[format]?[page], kept.count == count else { return nil }
      return kept.output
    }
  }

  func keep(_ output: PageOutput, of page: PagePath, _ count: Int?, _ format: String) {
    state.withLock { $0.outputs[format, default: [:]][page] = Kept(count: count, output: output) }
  }

  // MARK: - Diagrams

  /// The pictures of diagrams, of which each is drawn once.
  ///
  /// - Throws: `FileProblem` where the configured output folder leads out of the project.
  func pictures(of wanted: [Diagram], _ workspace: Workspace) throws(FileProblem) -> Diagrams {
    let project = workspace.project
    let maker = DiagramMaker(
      published: try project.outputFolder(workspace.options), project: project.discovery.path("."))
    var diagrams = Diagrams()
    for diagram in wanted {
      let known = state.withLock { $0.pictures[diagram] }
      let picture = known ?? (try? maker.picture(of: diagram).get())
      if known == nil { state.withLock { $0.pictures[diagram] = .some(picture) } }
      if let picture { diagrams.add(picture.path, of: diagram) }
    }
    return diagrams
  }

  func picture(at path: String) -> OutputFile? {
    guard path.hasPrefix(DiagramRun.folder) else { return nil }
    let pictures = state.withLock { $0.pictures }
    return pictures.values.lazy.compactMap(\.self).first { $0.path == path }.map {
      OutputFile(path: $0.path, bytes: $0.bytes)
    }
  }
}
