import RunbookModel

/// The comments `<!-- runbookgen-allow RULE: reason -->` of a page: each is for the block after it.
package struct InlineAllowances: Sendable {
  struct Problem: Sendable {
    let place: ByteRange
    let summary: String
    let explanation: String
  }

  package private(set) var valid: [Allowance] = []
  /// Comments that were meant to be one.
  private(set) var problems: [Problem] = []

  private let file: SourceFile
  private static let start = "runbookgen-"

  init(_ page: ParsedRunbook) {
    file = page.file
    guard page.outline.html.contains(where: { $0.value.contains(Self.start) }) else { return }
    var blocks: Set<Int> = []
    visit(page.document.blocks, &blocks)
    for footnote in page.document.footnotes { visit(footnote.blocks, &blocks) }
    for entry in page.outline.html where !blocks.contains(entry.range.lowerBound) {
      for comment in comments(in: entry.range) { misplaced(comment.range) }
    }
  }

  /// - Parameter seen: where blocks of HTML start.
  private mutating func visit(_ blocks: [Block], _ seen: inout Set<Int>) {
    var waiting: [(range: ByteRange, text: String)] = []
    for block in blocks {
      if case .html = block.kind {
        seen.insert(block.range.lowerBound)
        let found = comments(in: block.range)
        let isAlone = holdsOnlyComments(block.range)
        if !isAlone { for comment in found { misplaced(comment.range) } }
        if isAlone, !found.isEmpty {
          waiting += found
          continue
        }
      }
      for comment in waiting { read(comment, before: block) }
      waiting = []
      switch block.kind {
      case .quote(let inner), .element(_, let inner): visit(inner, &seen)
      case .alert(let alert): visit(alert.blocks, &seen)
      case .details(let details): visit(details.blocks, &seen)
      case .list(let list): for item in list.items { visit(item.blocks, &seen) }
      case .paragraph, .heading, .code, .html, .table, .thematicBreak, .inlines: break
      }
    }
    for comment in waiting {
      report(
        comment.range, "no block follows this allowance",
        "It is for the block after it, among those that stand beside it. Write it before the block"
          + " with the finding.")
    }
  }

  private mutating func read(_ comment: (range: ByteRange, text: String), before block: Block) {
    let word = comment.text.prefix { !$0.isWhitespace && $0 != ":" }
    guard word == "runbookgen-allow" else {
      return report(
        comment.range, "`\(word)` means nothing",
        "Write `<!-- runbookgen-allow RULE: reason -->`: it is for the block after it.")
    }
    let parts = comment.text.dropFirst(word.count)
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    let reason = parts.count > 1 ? parts[1].trimmed : ""
    if let problem = Allowance.problem(name, reason: reason) {
      return report(comment.range, problem.summary, problem.explanation)
    }
    guard let (place, lines) = home(comment.range, lines(of: block)) else { return }
    valid.append(
      Allowance(rule: RuleCatalog.rule(name)?.id ?? name, place: file.range(place), lines: lines))
  }

  private func lines(of block: Block) -> ByteRange {
    let first = file.lines.line(at: block.range.lowerBound)
    let last = file.lines.line(at: max(block.range.lowerBound, block.range.upperBound - 1))
    let start = file.lines.range(ofLine: first).lowerBound
    let end = file.lines.range(ofLine: last).upperBound
    // A finding may stand after the last byte of the file.
    return start..<(end == file.bytes.count ? end + 1 : end)
  }

  /// In the page's own file; nil for what an included text allows, which counts where that is checked.
  private func home(_ comment: ByteRange, _ lines: ByteRange) -> (ByteRange, ByteRange)? {
    guard let origins = file.origins else { return (comment, lines) }
    let (part, place) = origins.home(comment)
    guard part == 0 else { return nil }
    // Before an include it is for what is found at the include.
    let (first, own) = origins.home(lines.clamped(to: 0..<file.bytes.count))
    let isLast = lines.upperBound > file.bytes.count
    guard first == 0 else { return (place, origins.way(to: first).last?.bytes ?? own) }
    return (place, own.lowerBound..<own.upperBound + (isLast ? 1 : 0))
  }

  private mutating func misplaced(_ range: ByteRange) {
    report(
      range, "this allowance stands inside a line",
      "It is for the block after it. Write it on a line of its own, before the block.")
  }

  private mutating func report(_ place: ByteRange, _ summary: String, _ explanation: String) {
    problems.append(Problem(place: place, summary: summary, explanation: explanation))
  }

  // MARK: - Comments

  /// The comments of a piece of HTML that speak to this program, with what stands in them.
  private func comments(in range: ByteRange) -> [(range: ByteRange, text: String)] {
    allComments(in: range).compactMap { comment in
      let text = file.text(comment.lowerBound + 4..<comment.upperBound - 3)[...].trimmed
      return text.hasPrefix(Self.start) ? (comment, text) : nil
    }
  }

  private func holdsOnlyComments(_ range: ByteRange) -> Bool {
    var place = range.lowerBound
    for next in allComments(in: range) + [range.upperBound..<range.upperBound] {
      let gap = file.bytes[place..<max(place, next.lowerBound)]
      guard gap.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return false }
      place = next.upperBound
    }
    return true
  }

  private func allComments(in range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var place = range.lowerBound
    let bytes = file.bytes[..<min(range.upperBound, file.bytes.count)]
    while place + 7 <= bytes.endIndex {
      guard bytes[place...].starts(with: "<!--".utf8) else {
        place += 1
        continue
      }
      var end = place + 4
      while end < bytes.endIndex, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
      guard end < bytes.endIndex else { break }
      found.append(place..<end + 3)
      place = end + 3
    }
    return found
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
