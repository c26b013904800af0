package import RunbookModel

/// The difference of two texts in the form of `diff -u` (POSIX diff, "Diff -u Output Format").
package enum UnifiedDiff {
  private static let context = 3

  /// Empty when the texts are equal. Lines are compared from both ends; what lies between is one
  /// hunk, or several where equal stretches are long.
  package static func between(_ old: SourceFile, _ new: [UInt8]) -> String {
    let before = lines(old.bytes)
    let after = lines(new)
    let changes = changes(before, after)
    guard !changes.isEmpty else { return "" }
    var text = "--- \(old.path)\n+++ \(old.path)\n"
    for hunk in hunks(changes, before.count) { text += render(hunk, before, after) }
    return text
  }

  private struct Change {
    let old: Range<Int>
    let new: Range<Int>
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Fixes keep nearly every line, so a short look ahead finds where the texts agree again.
  private static func changes(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>])
    -> [Change]
  {
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, right < after.count, before[left] == after[right] {
        (left, right) = (left + 1, right + 1)
        continue
      }
      let (nextLeft, nextRight) = resync(before, left, after, right)
      changes.append(Change(old: left..<nextLeft, new: right..<nextRight))
      (left, right) = (nextLeft, nextRight)
    }
    return changes
  }

  private static func resync(
    _ before: [ArraySlice<UInt8>], _ left: Int, _ after: [ArraySlice<UInt8>], _ right: Int
  ) -> (Int, Int) {
    for distance in 1..<64 {
      for skipped in 0...distance {
        let (old, new) = (left + skipped, right + distance - skipped)
        if old < before.count, new < after.count, before[old] == after[new] { return (old, new) }
        let (other, same) = (left + distance - skipped, right + skipped)
        if other < before.count, same < after.count, before[other] == after[same] {
          return (other, same)
        }
      }
    }
    return (before.count, after.count)
  }

  /// Changes that lie close together share a hunk.
  private static func hunks(_ changes: [Change], _ count: Int) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func render(
    _ hunk: [Change], _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
  ) -> String {
    guard let first = hunk.first, let last = hunk.last else { return "" }
    let lead = min(context, first.old.lowerBound)
    let trail = min(context, before.count - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + trail
    let new = first.new.lowerBound - lead..<last.new.upperBound + trail
    var text = "@@ -\(place(old)) +\(place(new)) @@\n"
    var line = old.lowerBound
    for change in hunk {
      for index in line..<change.old.lowerBound { text += " " + string(before[index]) }
      for index in change.old { text += "-" + string(before[index]) }
      for index in change.new { text += "+" + string(after[index]) }
      line = change.old.upperBound
    }
    for index in line..<old.upperBound { text += " " + string(before[index]) }
    return text
  }

  private static func place(_ range: Range<Int>) -> String {
    range.isEmpty ? "\(range.lowerBound),0" : "\(range.lowerBound + 1),\(range.count)"
  }

  private static func string(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self) + "\n"
  }
}
