import RunbookModel

/// Blocks that a label calls data, held against the grammar of it.
///
/// Only where the label claims the whole: an excerpt with `...`, a template and a comment in JSON are
/// left alone.
enum DataBlocks {
  static func check(_ page: ParsedRunbook, _ limits: Limits, _ diagnostics: inout [Diagnostic]) {
    for entry in page.outline.codeBlocks {
      let language = entry.value.language
      guard languages.contains(language) else { continue }
      let block = DataBlock(entry.value, in: page.file)
      switch language {
      case "yaml", "yml": yaml(block, limits, &diagnostics)
      case "json" where !block.isExcerpt: report(json(block), "JSON", block, &diagnostics)
      case "toml" where !block.isExcerpt && !block.hasAngle:
        report(TOMLSyntax.problem(in: block.text), "TOML", block, &diagnostics)
      case "ini" where !block.isExcerpt && !block.hasAngle:
        report(TOMLSyntax.brokenHeader(in: block.text), "INI", block, &diagnostics)
      case "xml" where !block.isExcerpt:
        report(XMLSyntax.problem(in: block.text.bytes), "XML", block, &diagnostics)
      default: report(HCLSyntax.problem(in: block.text.bytes), "HCL", block, &diagnostics)
      }
    }
  }

  private static let languages: Set = [
    "yaml", "yml", "json", "toml", "ini", "xml", "hcl", "terraform", "tf", "nomad",
  ]

  private static func report(
    _ problem: DataProblem?, _ language: String, _ block: DataBlock,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let problem else { return }
    diagnostics += [block.invalid(language, problem.text, at: problem.offset)].compactMap(\.self)
  }

  private static func json(_ block: DataBlock) -> DataProblem? {
    var reader = JSONSyntax(block.text.bytes)
    return reader.problem()
  }

  private static func yaml(
    _ block: DataBlock, _ limits: Limits, _ diagnostics: inout [Diagnostic]
  ) {
    var problem: YAMLProblem?
    var roots: [YAMLNode] = []
    // Several documents may stand in one block.
    for document in YAMLDocuments.ranges(of: block.text) {
      do throws(YAMLFailure) {
        let tree = try YAMLTreeBuilder(block.text, document, limits)
        roots += [tree.root].compactMap(\.self)
      } catch {
        if case .syntax(let found) = error { problem = problem ?? found }
      }
    }
    if let problem {
      guard !block.isExcerpt, !block.hasAngle else { return }
      report(
        DataProblem(text: problem.text, offset: problem.offset), "YAML", block, &diagnostics)
      return
    }
    for root in roots {
      if let manifest = KubernetesManifest(root) {
        diagnostics += manifest.findings(in: block)
      } else if let compose = ComposeFile(root) {
        diagnostics += compose.findings(in: block)
      }
    }
  }
}
