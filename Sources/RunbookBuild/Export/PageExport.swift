import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

/// One page of an export.
struct PageExport {
  private let page: CheckedRunbook
  private let lines: LineTable
  private let config: SiteConfig
  private let index: SiteIndex

  init(_ page: CheckedRunbook, _ lines: LineTable, _ config: SiteConfig, _ index: SiteIndex) {
    (self.page, self.lines, self.config, self.index) = (page, lines, config, index)
  }

  /// The page as an element of the array of pages.
  var bytes: [UInt8] {
    var json = JSONWriter(depth: 2)
    json.object { json in
      json.member("file") { $0.string(page.sourcePath) }
      json.member("address") { $0.string(page.path.htmlPath) }
      metadata(&json)
      json.member("inputs") { $0.array(page.metadata.inputs) { input($1, &$0) } }
      json.member("sections") { $0.array(page.outline.sections) { section($1, &$0) } }
      json.member("steps") { $0.array(steps) { step($1, &$0) } }
      let known = Dictionary(
        page.blocks.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
      json.member("blocks") { json in
        json.array(Array(page.outline.codeBlocks.enumerated())) { json, entry in
          BlockExport(lines: lines).write(entry.element, known[entry.offset], &json)
        }
      }
      json.member("links") { $0.array(page.outline.links) { link($1, &$0) } }
    }
    return json.bytes
  }

  // MARK: Front matter

  private func metadata(_ json: inout JSONWriter) {
    let data = page.metadata
    func text(_ name: String, _ value: String?) {
      if let value { json.member(name) { $0.string(value) } }
    }
    func list(_ name: String, _ values: [String]) {
      if !values.isEmpty { json.member(name) { $0.array(values) { $0.string($1) } } }
    }
    text("title", data.title.value)
    text("kind", data.kind.rawValue)
    text("summary", data.summary)
    text("lifecycle", data.lifecycle.rawValue)
    text("replacedBy", data.replacedBy?.value)
    if let owner = data.owner?.value {
      json.member("owner") { json in
        json.object { json in
          json.member("team") { $0.string(owner.team) }
          if let contact = owner.contact { json.member("contact") { $0.string(contact.value) } }
        }
      }
    }
    text("reviewed", data.reviewed?.value.description)
    text("due", data.due?.description)
    text("severity", data.severity)
    text("context", data.context?.value)
    list("alerts", data.alerts)
    list("tags", data.tags)
    list("audience", data.audience)
    list("aliases", data.aliases.map(\.value))
    list("sources", data.sources.map(\.value))
    list("environments", data.environments)
    list("permissions", data.permissions)
    list("prerequisites", data.prerequisites)
    guard !data.appliesTo.isEmpty else { return }
    json.member("appliesTo") { json in
      json.array(data.appliesTo) { json, product in
        json.object { json in
          json.member("product") { $0.string(product.product) }
          if let versions = product.versions?.value {
            json.member("versions") { $0.string(versions) }
          }
        }
      }
    }
  }

  private func input(_ input: InputDeclaration, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name") { $0.string(input.name.value) }
      json.member("type") { $0.string(input.type.rawValue) }
      json.member("secret") { $0.boolean(input.isSecret) }
      if let pattern = input.pattern { json.member("pattern") { $0.string(pattern.value) } }
      if let example = input.example { json.member("example") { $0.string(example.value) } }
      if let summary = input.summary { json.member("description") { $0.string(summary) } }
      if let source = input.from { json.member("from") { $0.string(source.value) } }
      if !input.choices.isEmpty {
        json.member("choices") { $0.array(input.choices) { $0.string($1) } }
      }
    }
  }

  // MARK: Structure

  private func section(_ section: PageOutline.Section, _ json: inout JSONWriter) {
    json.object { json in
      json.member("anchor") { $0.string(section.heading.id) }
      json.member("title") { $0.string(section.text) }
      json.member("level") { $0.number(section.heading.level) }
      json.member("line") { $0.number(lines.line(at: section.range.lowerBound) + 1) }
    }
  }

  private struct Step {
    let card: StepCards.Card
    let heading: Heading?
    let range: ByteRange
    let warnings: [PageProcedure.Warning]
  }

  private var steps: [Step] {
    let blocks = page.document.blocks
    let cards = StepCards(
      blocks, commands: Set(page.blocks.map(\.range.lowerBound)),
      isRunbook: page.metadata.kind == .runbook)
    return cards.runs.compactMap { run in
      guard let card = run.card, let first = run.blocks.first, let last = run.blocks.last else {
        return nil
      }
      let heading: Heading? =
        if case .heading(let heading) = blocks[first].kind { heading } else { nil }
      return Step(
        card: card, heading: heading,
        range: blocks[first].range.lowerBound..<blocks[last].range.upperBound,
        warnings: PageProcedure.warnings(in: blocks[run.blocks], lines))
    }
  }

  private func step(_ step: Step, _ json: inout JSONWriter) {
    json.object { json in
      json.member("part") { $0.string(step.card.part.rawValue) }
      if let number = step.card.number { json.member("number") { $0.number(number) } }
      if let heading = step.heading {
        json.member("title") { $0.string(heading.content.plainText) }
        json.member("anchor") { $0.string(heading.id) }
      }
      json.member("line") { $0.number(lines.line(at: step.range.lowerBound) + 1) }
      let held = page.outline.codeBlocks.indices.filter {
        step.range.contains(page.outline.codeBlocks[$0].range.lowerBound)
      }
      json.member("blocks") { $0.array(Array(held)) { $0.number($1) } }
      json.member("warnings") { json in
        json.array(step.warnings) { json, warning in
          json.object { json in
            json.member("kind") { $0.string(warning.kind.rawValue) }
            json.member("text") { $0.string(warning.text) }
          }
        }
      }
    }
  }

  private func link(_ entry: PageOutline.Entry<Link>, _ json: inout JSONWriter) {
    json.object { json in
      json.member("line") { $0.number(lines.line(at: entry.range.lowerBound) + 1) }
      json.member("text") { $0.string(entry.value.content.plainText) }
      json.member("address") { $0.string(entry.value.destination) }
      let target: (page: PagePath, anchor: String?)? =
        switch index.resolve(entry.value.destination, from: page.path) {
        case .page(let path, let anchor): (path, anchor)
        case .samePage(let anchor): (page.path, anchor)
        case .external, .asset, .folder, .missing, .outside: nil
        }
      guard let target, let found = index.page(target.page) else { return }
      json.member("page") { $0.string(found.sourcePath) }
      if let anchor = target.anchor { json.member("anchor") { $0.string(anchor) } }
    }
  }
}
