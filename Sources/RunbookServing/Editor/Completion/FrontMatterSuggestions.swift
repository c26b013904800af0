import RunbookBuild
import RunbookChecks
import RunbookModel

/// Keys and values of front matter, from the descriptions that are checked by.
enum FrontMatterSuggestions {
  static func all(at place: FrontMatterPlace, on page: EditorPage) async -> [Suggestion] {
    guard let schema = SchemaSubject.frontMatter.schema(page.config) else { return [] }
    if place.isValue {
      return values(of: place.path + [place.key].compactMap(\.self), place.typed, schema, page)
    }
    // An item of a list of words stands on a line of its own.
    let words = place.key == nil ? values(of: place.path, place.typed, schema, page) : []
    let keys = schema.keys(at: place.path).filter { !place.siblings.contains($0.text) }
    return words
      + keys.map { key in
        Suggestion(
          key.text, .property, replacing: place.typed,
          with: key.text + (key.opensBlock ? ":" : ": "), detail: key.isRequired ? "required" : nil,
          documentation: key.summary, order: (key.isRequired ? "0" : "1") + key.text)
      }
  }

  private static func values(
    of path: [String], _ typed: ByteRange, _ schema: JSONSchema, _ page: EditorPage
  ) -> [Suggestion] {
    var found = schema.values(at: path).map { Suggestion($0, .value, replacing: typed) }
    switch path.last {
    case "context":
      found += page.config.contexts.map {
        Suggestion($0.id.value, .constant, replacing: typed, detail: $0.title)
      }
    case "from":
      found += page.draft.blocks.compactMap(\.step).map {
        Suggestion("step:" + $0.text, .reference, replacing: typed)
      }
    case "environments":
      found += page.config.environments.map {
        Suggestion($0.name.value, .constant, replacing: typed)
      }
    case "alerts":
      let names = page.config.alerts.byName.keys.sorted()
      found += names.map { Suggestion($0, .constant, replacing: typed) }
    case "replaced_by", "prerequisites":
      found += LinkSuggestions.pages(from: page, replacing: typed)
    case "under":
      found += page.draft.page.outline.sections.map {
        Suggestion($0.heading.id, .reference, replacing: typed, detail: $0.text)
      }
    case "allow":
      found += RuleCatalog.all.map {
        Suggestion($0.id, .constant, replacing: typed, documentation: $0.summary)
      }
    default: break
    }
    return found
  }
}
