import RunbookChecks
import Synchronization

/// Templates that are compiled when they are first rendered with: `check` renders with none.
final class CompiledTemplates: Sendable {
  private let sources: [String: TemplateSource]
  private let compiled = Mutex<[String: MustacheTemplate?]>([:])

  init(_ templates: [TemplateSource]) {
    sources = Dictionary(
      templates.lazy.filter(\.isRenderable).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nil where there is none of this name that can be rendered with.
  func template(_ name: String) -> MustacheTemplate? {
    compiled.withLock { compiled in
      if let known = compiled[name] { return known }
      let made = sources[name].flatMap { MustacheTemplate($0, partials: sources) }
      compiled[name] = .some(made)
      return made
    }
  }
}
