package import RunbookModel

/// A Mustache template as it was read, and the names that the values it is filled with have.
package struct TemplateSource: Sendable {
  package let file: SourceFile
  /// The file name without `.mustache`, by which other templates include it.
  package let name: String
  package let offeredNames: Set<String>
  package let partialNames: Set<String>
  /// The templates that each template includes.
  let inclusions: [String: Set<String>]
  let reader: MustacheReader
  /// Nil when it includes itself, or a template that does.
  let size: TemplateSize?

  /// Whether it can be rendered at all, whatever the severities of the rules are: with what it
  /// includes it comes to an end, and is not beyond the limits.
  package var isRenderable: Bool { size.map { !$0.isTooLarge } ?? false }

  /// In the order of the file.
  package var tags: [MustacheTag] { reader.tags }

  /// Whether all that opens like a tag is one.
  package var isReadable: Bool { reader.problems.isEmpty }

  /// The templates among these files, which include each other by their names.
  ///
  /// - Parameter offeredNames: what the values for a template of this name are called.
  package static func all(
    _ files: [SourceFile], offeredNames: (String) -> Set<String>
  ) -> [TemplateSource] {
    let named = files.map {
      (file: $0, name: PagePath($0.path).stem, reader: MustacheReader($0))
    }
    let readers = Dictionary(
      named.map { ($0.name, $0.reader) }, uniquingKeysWith: { first, _ in first })
    let inclusions = readers.mapValues { reader in
      Set(reader.tags.filter { $0.kind == .partial }.map(\.name))
    }
    let names = Set(readers.keys)
    let sizes = TemplateSize.all(readers)
    return named.map { file, name, reader in
      TemplateSource(
        file: file, name: name, offeredNames: offeredNames(name), partialNames: names,
        inclusions: inclusions, reader: reader, size: sizes[name])
    }
  }
}
