package import RunbookChecks
import RunbookModel
import RunbookParsing

/// What the reference of the manual says of the fields of a file: the rows of its tables of two columns.
///
/// A row `site: title` is about `site.title`. Below a heading that is called like a field, such as
/// "Contexts", a row `title` is about `contexts.title`.
package struct ReferenceWords: Sendable {
  private var words: [String: String] = [:]

  /// - Parameter topics: names of topics, each with the field that its tables are about; empty for the
  ///   file itself.
  init(_ topics: [(name: String, field: String)]) {
    for topic in topics {
      guard let source = BuiltinTopic.all.first(where: { $0.name == topic.name }) else { continue }
      add(SourceFile(path: topic.name, bytes: Array(source.source.utf8)), topic.field)
    }
  }

  /// - Parameter path: of a field, such as `site.title`.
  func callAsFunction(_ path: String) -> String? { words[path] }

  private mutating func add(_ file: SourceFile, _ field: String) {
    let page = RunbookParser.parse(file, at: PagePath(file.path)).0
    let outline = PageOutline(page.document)
    for table in outline.tables {
      let heading = table.section.map { outline.sections[$0].text.lowercased() }
      for row in table.value.rows where row.cells.count == 2 {
        let text = Self.sentence(file.text(row.cells[1].range))
        for name in Self.names(row.cells[0]) {
          let path = name.split(separator: ":").joined(separator: ".")
            .filter { !$0.isWhitespace }
          for place in Self.places(of: path, field, heading) where words[place] == nil {
            words[place] = text
          }
        }
      }
    }
  }

  /// The code spans of a cell.
  private static func names(_ cell: Table.Cell) -> [String] {
    cell.content.compactMap { inline in
      if case .code(let text) = inline.kind { text } else { nil }
    }
  }

  private static func places(of path: String, _ field: String, _ heading: String?) -> [String] {
    if !field.isEmpty { return ["\(field).\(path)"] }
    return [path] + (heading.map { ["\($0).\(path)"] } ?? [])
  }

  /// A description stands alone: what else the page holds is not below it.
  private static func sentence(_ text: String) -> String {
    var result = text.split(separator: "\\|", omittingEmptySubsequences: false).joined(
      separator: "|")
    for end in ["; see below", "; needed"] where result.hasSuffix(end) {
      result.removeLast(end.count)
    }
    return result
  }
}

/// What `runbookgen schema` describes: files of a site, and the export.
package enum SchemaSubject: String, CaseIterable, Sendable {
  case config
  case frontMatter = "front-matter"
  case program
  case export

  /// The schema as a JSON document.
  ///
  /// - Parameter config: of the site, as what a page needs depends on it.
  package func text(_ config: SiteConfig) -> String { schema(config)?.text ?? ExportSchema.text }

  /// Nil for what is no YAML of a site.
  package func schema(_ config: SiteConfig) -> JSONSchema? {
    switch self {
    case .export: return nil
    case .config:
      let words = ReferenceWords([("configuration", ""), ("tables", "tables")])
      let pages = ReferenceWords([("front-matter", ""), ("tables", "tables")])
      let prefix = "defaults.values."
      return .config { path in
        path.hasPrefix(prefix) ? pages(String(path.dropFirst(prefix.count))) : words(path)
      }
    case .frontMatter:
      let words = ReferenceWords([("front-matter", ""), ("tables", "tables")])
      return .frontMatter(config) { words($0) }
    case .program:
      let words = ReferenceWords([("programs", "")])
      return .program { words($0) }
    }
  }
}
