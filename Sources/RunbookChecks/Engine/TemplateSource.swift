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
  /// The values that it, or a template that it includes, puts in or opens a section for; told of
  /// those that the program uses.
  let uses: Set<String>
  /// Whether the frame of a page has the content security policy that the program makes.
  let hasOurPolicy: Bool
  /// The templates that the program uses by their names.
  let roots: Set<String>
  /// Whether it is one of these or is put into another.
  let isUsed: Bool

  /// Whether it can be rendered at all, whatever the severities of the rules are: with what it
  /// includes it comes to an end, and is not beyond the limits.
  package var isRenderable: Bool { size.map { !$0.isTooLarge } ?? false }

  /// In the order of the file.
  package var tags: [MustacheTag] { reader.tags }

  /// Whether all that opens like a tag is one.
  package var isReadable: Bool { reader.problems.isEmpty }

  /// The templates among these files, which include each other by their names.
  ///
  /// - Parameters:
  ///   - roots: the templates that the program uses by their names.
  ///   - offeredNames: what the values for a template of this name are called.
  package static func all(
    _ files: [SourceFile], roots: Set<String>, offeredNames: (String) -> Set<String>
  ) -> [TemplateSource] {
    let named = files.map {
      (file: $0, name: PagePath($0.path).stem, reader: MustacheReader($0))
    }
    let readers = Dictionary(
      named.map { ($0.name, $0.reader) }, uniquingKeysWith: { first, _ in first })
    let inclusions = readers.mapValues { reader in
      Set(reader.tags.filter { $0.kind == .partial }.map(\.name))
    }
    let values = readers.mapValues(\.values)
    func uses(_ name: String) -> Set<String> {
      reached([name], inclusions).reduce(into: []) { $0.formUnion(values[$1] ?? []) }
    }
    let names = Set(readers.keys)
    let used = inclusions.values.reduce(roots) { $0.union($1) }
    let hasOurPolicy = !names.contains("page") || uses("page").contains(PagePolicy.valueName)
    let sizes = TemplateSize.all(readers)
    return named.map { file, name, reader in
      TemplateSource(
        file: file, name: name, offeredNames: offeredNames(name), partialNames: names,
        inclusions: inclusions, reader: reader, size: sizes[name],
        uses: roots.contains(name) ? uses(name) : [],
        hasOurPolicy: hasOurPolicy, roots: roots, isUsed: used.contains(name))
    }
  }

  /// These templates and all that they include, by way of others or not.
  static func reached(
    _ names: Set<String>, _ inclusions: [String: Set<String>]
  ) -> Set<String> {
    var seen: Set<String> = []
    var pending = Array(names)
    while let name = pending.popLast() {
      if seen.insert(name).inserted { pending += inclusions[name] ?? [] }
    }
    return seen
  }
}

extension MustacheReader {
  /// The names of the values that are put in, or that a section is opened for.
  fileprivate var values: Set<String> {
    Set(
      tags.compactMap { tag in
        switch tag.kind {
        case .variable, .verbatim, .section: tag.name
        case .inverted, .end, .partial, .comment: nil
        }
      })
  }
}
