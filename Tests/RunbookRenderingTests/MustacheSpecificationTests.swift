import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering
import TestSupport
import Testing

/// The examples of the Mustache specification, from Debian's source package of Text::Hogan.
@Suite struct MustacheSpecificationTests {
  /// Refused before anything is rendered: a template that includes itself.
  private static let refused: Set = ["Recursion"]

  @Test(.needs("the specification: make oracles", TestPages.mustacheSpecification != nil))
  func everyExampleRendersAsSpecified() throws {
    var count = 0
    for part in try #require(TestPages.mustacheSpecification).components(at: "overview:") {
      let file = SourceFile(path: "specification.yml", text: part)
      let (tree, problems) = YAMLReader.read(
        0..<file.bytes.count, of: file, idPrefix: "config", limits: Limits())
      #expect(problems.isEmpty)
      for example in tree?["tests"]?.elements ?? [] {
        let name = try #require(example["name"]?.scalar)
        if Self.refused.contains(name) { continue }
        count += 1
        let (found, expected) = (rendered(example), example["expected"]?.scalar)
        #expect(found == expected, "\(name): \(found?.debugDescription ?? "-")")
      }
    }
    #expect(count > 80)
  }

  private func rendered(_ example: YAMLNode) -> String? {
    let partials = example["partials"]?.pairs ?? []
    let texts =
      [("example", example["template"])] + partials.map { ($0.key.scalar ?? "", $0.value) }
    let files = texts.map {
      SourceFile(path: "templates/\($0.0).mustache", text: $0.1?.scalar ?? "")
    }
    let sources = TemplateSource.all(files, roots: []) { _ in [] }
    let template = MustacheTemplate(
      sources[0],
      partials: Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
    let value = example["data"].flatMap(value) ?? .table([:])
    return template.map { String(decoding: $0.rendered(with: value), as: UTF8.self) }
  }

  private func value(_ node: YAMLNode) -> TemplateValue? {
    switch node.kind {
    case .sequence(let nodes): .list(nodes.compactMap(value))
    case .mapping(let pairs):
      .table(
        Dictionary(
          pairs.compactMap { pair in
            pair.key.scalar.flatMap { key in value(pair.value).map { (key, $0) } }
          }, uniquingKeysWith: { first, _ in first }))
    case .scalar("true", quoted: false): .flag(true)
    case .scalar("false", quoted: false): .flag(false)
    case .scalar("null", quoted: false), .scalar("~", quoted: false), .scalar("", quoted: false):
      nil
    // `1.10` is a number, and shown as one.
    case .scalar(let text, quoted: false) where text.contains("."):
      .text(Array((Double(text).map { "\($0)" } ?? text).utf8))
    case .scalar(let text, _): .text(Array(text.utf8))
    }
  }
}

extension String {
  /// The parts that begin with a line with this start.
  fileprivate func components(at start: String) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).reduce(into: []) { parts, line in
      if line.hasPrefix(start) || parts.isEmpty { parts.append("") }
      parts[parts.count - 1] += line + "\n"
    }
  }
}

extension YAMLNode {
  fileprivate var elements: [YAMLNode] {
    if case .sequence(let nodes) = kind { nodes } else { [] }
  }

  fileprivate var pairs: [Pair] {
    if case .mapping(let pairs) = kind { pairs } else { [] }
  }

  fileprivate subscript(_ key: String) -> YAMLNode? {
    pairs.first { $0.key.scalar == key }?.value
  }
}
