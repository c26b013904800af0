package import RunbookModel

/// What stands at a path that a style sheet names.
package enum StyleFile: Sendable {
  case bytes([UInt8])
  /// Nothing; with the name of a file beside it that may be meant.
  case missing(near: String?)
  /// How many bytes.
  case tooLarge(Int)
  /// The end of the sentence "it cannot be published: …".
  case unusable(String)
}

/// The style sheets of a site, with every file that they name and that is published for them.
package struct StyleGraph: Sendable {
  package struct Link: Sendable {
    /// The address in the style sheet.
    package let range: ByteRange
    /// From the project folder.
    package let target: String
    /// The query, with its question mark, and the fragment, without escapes.
    package let suffix: String
  }

  package struct Sheet: Sendable {
    package let file: SourceFile
    /// As they were read; the text of `file` at the same offsets.
    package let bytes: [UInt8]
    /// In the order of the file.
    package let links: [Link]
  }

  /// Each once; what a style sheet imports comes before it.
  package fileprivate(set) var sheets: [Sheet] = []
  /// Pictures and fonts, each once.
  package fileprivate(set) var files: [SourceBytes] = []
  package fileprivate(set) var diagnostics: [Diagnostic] = []

  package struct SourceBytes: Sendable {
    /// From the project folder.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }

  /// - Parameters:
  ///   - roots: the style sheets that the pages load.
  ///   - policy: what pages may load; nil where nobody knows.
  ///   - look: tells what stands at a path from the project folder; asked once for each.
  package init(
    _ roots: [SourceBytes], _ config: SiteConfig, _ policy: PagePolicy?,
    look: @escaping (String) -> StyleFile
  ) {
    var reading = StyleReading(config: config, policy: policy, look: look)
    for root in roots { reading.add(root) }
    self = reading.graph
  }

  fileprivate init() {}
}

private struct StyleReading {
  let config: SiteConfig
  let policy: PagePolicy?
  let look: (String) -> StyleFile
  var graph = StyleGraph()
  private var published: Set<String> = []
  private var faults: [String: StylesheetReference.Fault] = [:]
  /// The way of imports to the style sheet that is being read.
  private var open: [String] = []

  /// More are nested by mistake.
  private static let maximumDepth = 12

  init(config: SiteConfig, policy: PagePolicy?, look: @escaping (String) -> StyleFile) {
    (self.config, self.policy, self.look) = (config, policy, look)
  }

  mutating func add(_ source: StyleGraph.SourceBytes) {
    guard published.insert(source.path).inserted else { return }
    let sheet = SourceFile(path: source.path, bytes: source.bytes)
    open.append(sheet.path)
    let links = StyleReader.references(in: sheet.bytes).compactMap { link($0, in: sheet) }
    open.removeLast()
    graph.sheets.append(StyleGraph.Sheet(file: sheet, bytes: source.bytes, links: links))
  }

  /// Nil where the address stays as it is.
  private mutating func link(_ reference: StyleReference, in sheet: SourceFile) -> StyleGraph.Link?
  {
    switch StylesheetReference.target(of: reference, in: sheet, config, policy) {
    case .kept: return nil
    case .finding(let diagnostic):
      graph.diagnostics.append(diagnostic)
      return nil
    case .file(let path, let suffix):
      let fault = fault(of: path, reference)
      guard let fault else {
        return StyleGraph.Link(range: reference.range, target: path, suffix: suffix)
      }
      if let finding = StylesheetReference.finding(fault, path, reference, in: sheet, config) {
        graph.diagnostics.append(finding)
      }
      return nil
    }
  }

  private mutating func fault(
    of path: String, _ reference: StyleReference
  ) -> StylesheetReference.Fault? {
    if open.contains(path) { return .importsItself }
    if published.contains(path) { return nil }
    if let known = faults[path] { return known }
    if open.count == Self.maximumDepth { return .tooDeep(Self.maximumDepth) }
    let found = look(path)
    guard case .bytes(let bytes) = found else {
      faults[path] = .file(found)
      return .file(found)
    }
    let source = StyleGraph.SourceBytes(path: path, bytes: bytes)
    if reference.use == .styleSheet {
      add(source)
      return nil
    }
    if let active = AssetActive.check(bytes, at: path, in: path, config) {
      graph.diagnostics.append(active)
      faults[path] = .reported
      return .reported
    }
    published.insert(path)
    graph.files.append(source)
    return nil
  }
}
