package import RunbookModel

/// The difference of two texts in the form of `diff -u` (POSIX diff, "Diff -u Output Format").
package enum UnifiedDiff {
  private static let context = 3

  /// Empty when the texts are equal.
  package static func between(_ old: SourceFile, _ new: [UInt8]) -> String {
    let before = lines(old.bytes)
    let after = lines(new)
    let changes = changes(before, after)
    guard !changes.isEmpty else { return "" }
    let name = name(old.path)
    var text = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks(changes, before.count) { text += render(hunk, before, after) }
    return text
  }

  /// A path as `patch` and `git apply` read it: what a shell would quote in C's way, and a tab behind
  /// a name with spaces, which ends it.
  private static func name(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "\\"
    }
    guard isPlain else {
      let quoted = path.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x20..<0x7F: String(UnicodeScalar(byte))
        default: "\\" + String(byte >> 6) + String(byte >> 3 & 7) + String(byte & 7)
        }
      }
      return "\"" + quoted.joined() + "\""
    }
    return path.contains(" ") ? path + "\t" : path
  }

  private struct Change {
    let old: Range<Int>
    let new: Range<Int>
  }

  /// Each with the line end that it has, so that a last line without one is another line.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>])
    -> [Change]
  {
    let difference = after.difference(from: before)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      let (oldStart, newStart) = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if (left, right) == (oldStart, newStart) {
        (left, right) = (left + 1, right + 1)
      } else {
        changes.append(Change(old: oldStart..<left, new: newStart..<right))
      }
    }
    return changes
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
    let text = String(decoding: line, as: UTF8.self)
    return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
  }
}
