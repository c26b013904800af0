package import RunbookModel

/// Where a link to a step leads: to an element that holds the step. Whoever comes by a link has to see
/// what the step is and what it can do before the command: the element starts with the heading, or,
/// where that is far above, with the alerts, and then brings the words of what is out of sight. The
/// browser shows them at the end of a link only.
package struct StepAnchors: Sendable {
  struct Anchor: Sendable {
    let step: String
    /// Where the block of the step starts in the source.
    let block: Int
    /// What is out of sight above: the heading, and alerts.
    var heading: Heading?
    var alerts: [Alert] = []
  }

  /// By the source offset of the block that they start with.
  private var anchors: [Int: [Anchor]] = [:]

  package init() {}

  /// - Parameters:
  ///   - steps: the names of steps by the source offsets of their blocks.
  ///   - omitted: the offset of a heading that the page does not show.
  package init(_ document: Document, _ steps: [Int: String], without omitted: Int?) {
    guard !steps.isEmpty else { return }
    var walk = StepWalk(steps: steps, omitted: omitted)
    walk.visit(document.blocks)
    for footnote in document.footnotes {
      walk.startSection()
      walk.visit(footnote.blocks)
    }
    anchors = walk.anchors
  }

  /// Opens the elements that start with a block, the outermost first.
  ///
  /// - Returns: where the blocks of their steps start; each element ends with what holds its block.
  func open(before block: Block, to writer: inout MarkupWriter) -> [Int] {
    switch block.kind {
    case .heading, .alert, .code: break
    default: return []
    }
    let anchors = (anchors[block.range.lowerBound] ?? []).sorted { $0.block > $1.block }
    for anchor in anchors { anchor.open(to: &writer) }
    return anchors.map(\.block)
  }
}

extension StepAnchors.Anchor {
  /// How many characters of an alert are said again.
  private static let alertLimit = 200

  func open(to writer: inout MarkupWriter) {
    writer.freshLine()
    writer.raw("<div class=\"unit\"")
    writer.attribute("id", "step-" + step)
    writer.raw(">\n")
    guard heading != nil || !alerts.isEmpty else { return }
    writer.raw("<p class=\"at\">")
    if let heading { writer.link("#" + heading.id, heading.content.plainText) }
    for alert in alerts {
      let tone = [Alert.Kind.caution: " stop", .warning: " warn"][alert.kind] ?? ""
      writer.raw(" <b class=\"flag\(tone)\">\(alert.kind.rawValue)</b> ")
      let text = PageOutline(Document(blocks: alert.blocks, footnotes: [])).prose
        .map(\.value.plainText).joined(separator: " ")
      let isLong = text.count > Self.alertLimit
      writer.text(isLong ? text.prefix(Self.alertLimit) + "…" : text)
    }
    writer.raw("</p>\n")
  }
}

/// Goes through a page and keeps what stands between the last heading, or step, and here.
private struct StepWalk {
  private struct Part {
    enum Kind {
      case heading, alert(Alert), other
    }

    let kind: Kind
    let range: ByteRange
    let height: Int
    /// Outside the fold that is being read: an anchor there would not open it.
    var isOutside = false
  }

  /// How much may stand above a block on a telephone so that its first lines are still in sight.
  private static let room = 480

  private(set) var anchors: [Int: [StepAnchors.Anchor]] = [:]
  private let steps: [Int: String]
  private let omitted: Int?
  private var heading: Heading?
  private var parts: [Part] = []

  init(steps: [Int: String], omitted: Int?) {
    self.steps = steps
    self.omitted = omitted
  }

  mutating func startSection() {
    heading = nil
    parts = []
  }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks where block.range.lowerBound != omitted { visit(block) }
  }

  private mutating func visit(_ block: Block) {
    switch block.kind {
    case .heading(let heading):
      parts = []
      self.heading = heading
      add(.heading, block)
    case .alert(let alert):
      add(.alert(alert), block)
      visit(alert.blocks)
    case .code:
      if let step = steps[block.range.lowerBound] {
        place(step, block.range.lowerBound)
        parts = []
      } else {
        add(.other, block)
      }
    case .quote(let blocks), .element(_, let blocks): visit(blocks)
    case .list(let list): for item in list.items { visit(item.blocks) }
    case .details(let details):
      let before = parts
      for index in parts.indices { parts[index].isOutside = true }
      visit(details.blocks)
      parts = before
      add(.other, block)
    case .paragraph, .html, .table, .thematicBreak, .inlines: add(.other, block)
    }
  }

  private mutating func add(_ kind: Part.Kind, _ block: Block) {
    parts.append(
      Part(kind: kind, range: block.range, height: PhoneHeight.own(of: block)))
  }

  private mutating func place(_ step: String, _ offset: Int) {
    var anchor = StepAnchors.Anchor(step: step, block: offset)
    let start = start()
    let target = start.map { parts[$0].range.lowerBound } ?? offset
    if let start, case .heading = parts[start].kind {
      anchors[target, default: []].append(anchor)
      return
    }
    anchor.heading = heading
    for part in parts[..<(start ?? parts.count)] {
      if case .alert(let alert) = part.kind { anchor.alerts.append(alert) }
    }
    anchors[target, default: []].append(anchor)
  }

  /// The first heading or alert from which on the block is in sight; nil if it is the block alone.
  private func start() -> Int? {
    var start: Int?
    var height = 0
    for (index, part) in parts.enumerated().reversed() {
      height += part.height
      if part.isOutside { break }
      switch part.kind {
      // An alert right above that is taller than the screen is read from its start.
      case .alert where height <= Self.room || holds(parts[parts.count - 1], part): start = index
      case .heading where height <= Self.room: start = index
      default: break
      }
    }
    return start
  }
}

extension StepWalk {
  private func holds(_ inner: Part, _ outer: Part) -> Bool {
    outer.range.lowerBound <= inner.range.lowerBound
      && inner.range.lowerBound < outer.range.upperBound
  }
}

/// How tall a block is on a telephone, about, in CSS pixels; rather too tall than too low.
private enum PhoneHeight {
  /// Characters on a line of text.
  private static let measure = 40

  /// Without the blocks inside, but for a fold, which is closed.
  static func own(of block: Block) -> Int {
    switch block.kind {
    case .paragraph(let content), .inlines(let content): lines(content) * 25 + 16
    case .heading(let heading): lines(heading.content) * 32 + 50
    case .code(let code): 80 + lines(code.text) * 22
    case .html(let text): lines(text) * 25 + 16
    case .table(let table): 60 + table.rows.count * 60
    case .alert: 70
    case .details, .thematicBreak: 70
    case .quote, .list, .element: 0
    }
  }

  private static func lines(_ content: [Inline]) -> Int {
    lines(content.plainText)
      + content.reduce(0) { sum, inline in
        switch inline.kind {
        case .hardBreak, .html: sum + 1
        case .image: sum + 14
        default: sum
        }
      }
  }

  private static func lines(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var (lines, width) = (0, 0)
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "\n"):
          lines += (width + measure - 1) / measure
          width = 0
        case 0x80...0xBF: break
        default:
          width += isWide(byte, before: index + 1 < bytes.count ? bytes[index + 1] : 0) ? 2 : 1
        }
      }
      return lines + (width + measure - 1) / measure
    }
  }

  /// Whether a character is U+1100 or above, from its first two bytes in UTF-8.
  private static func isWide(_ first: UInt8, before second: UInt8) -> Bool {
    first > 0xE1 || first == 0xE1 && second >= 0x84
  }
}
