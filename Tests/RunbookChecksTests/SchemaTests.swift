import RunbookModel
import RunbookParsing
import Testing

@testable import RunbookChecks

/// What `schema` prints is what the readers of fields say of themselves.
struct SchemaTests {
  private static let schemas: [JSONSchema] = [
    .config { _ in nil }, .frontMatter(SiteConfig()) { _ in nil }, .program { _ in nil },
  ]

  @Test("every field that is read says what it takes")
  func everyFieldIsDescribed() {
    for fields in [
      SiteConfigSchema.fields, FrontMatterSchema.fields(SiteConfig()), ProgramFileSchema.fields,
    ] {
      #expect(Self.undescribed(fields) == [])
    }
  }

  @Test("a field that says nothing is found")
  func undescribedFieldIsFound() {
    let fields = FieldReader.fields { reader in
      _ = reader.mapping("outer", wanted: "a mapping") { reader in _ = reader.entry("inner") }
    }
    #expect(Self.undescribed(fields) == ["inner"])
  }

  @Test("a schema is one JSON document with closed objects")
  func schemasAreDocuments() throws {
    for schema in Self.schemas {
      let text = schema.text
      let node = try JSONReader.read(Array(text.utf8))
      guard case .object(let members) = node.kind else {
        Issue.record("\(schema.title) is \(node.typeName)")
        continue
      }
      let named = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
      #expect(named["$schema"]?.kind == .string("http://json-schema.org/draft-07/schema#"))
      #expect(named["additionalProperties"]?.kind == .boolean(false))
    }
  }

  @Test("what the configuration gives to pages is not needed, and keys of other tools are let pass")
  func frontMatterKnowsTheConfiguration() {
    let text = """
      review_every: P6M
      keys: hugo
      defaults:
        - {paths: "**", values: {owner: platform}}
      """
    let file = SourceFile(path: "runbookgen.yml", bytes: Array(text.utf8))
    let root = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config").0
    let (config, problems) = SiteConfigSchema.read(root, in: file)
    #expect(problems.isEmpty)
    let needed = JSONSchema.frontMatter(config) { _ in nil }.fields.filter(\.isRequired)
    // Hugo's `lastmod` is read as `reviewed`.
    #expect(needed.map(\.name) == ["kind"])
    let names = JSONSchema.frontMatter(config) { _ in nil }.fields.map(\.name)
    #expect(names.contains("linkTitle"))
    #expect(Set(names).count == names.count)
  }

  private static func undescribed(_ fields: [FieldDescription]) -> [String] {
    fields.flatMap { field in
      if case .anything = field.shape { return [field.name] }
      return undescribed(field.shape.innerFields)
    }
  }
}
