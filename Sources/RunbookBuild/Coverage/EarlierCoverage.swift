package import RunbookChecks
import RunbookModel

/// What `coverage --format json` wrote some time ago.
package struct EarlierCoverage: Sendable {
  private struct Share: Sendable {
    let found: Int
    let validated: Int

    init(found: Int, validated: Int) { (self.found, self.validated) = (found, validated) }

    init(_ count: CoverageReport.Count) {
      self.init(found: count.found, validated: count.validated)
    }

    /// Without rounding; where nothing was found, all of it is validated.
    static func < (left: Share, right: Share) -> Bool {
      if right.found == 0 { return left.validated < left.found }
      if left.found == 0 { return false }
      return left.validated * right.found < right.validated * left.found
    }

    var text: String { "\(validated) of \(found)" }
  }

  private let path: String
  private let total: Share
  private let pages: [String: Share]

  /// - Throws: when the file cannot be read, or is something else.
  package init(_ path: String) throws(FileProblem) {
    let bytes = try Disk.read(path)
    let root: JSONNode
    do throws(JSONProblem) {
      root = try JSONReader.read(bytes)
    } catch {
      throw Self.problem(path, error.reason)
    }
    guard root["version"]?.integer == 1, let total = Self.share(root["total"]),
      root["pages"] != nil
    else { throw Self.problem(path, "it is not what 'coverage --format json' writes") }
    var pages: [String: Share] = [:]
    for page in root["pages"]?.elements ?? [] {
      guard let file = page["file"]?.string, let share = Self.share(page) else {
        throw Self.problem(path, "a page in it has no file, or no counts")
      }
      pages[file] = share
    }
    (self.path, self.total, self.pages) = (path, total, pages)
  }

  /// Counts that contradict each other are none.
  private static func share(_ node: JSONNode?) -> Share? {
    guard let found = node?["found"]?.integer, let validated = node?["validated"]?.integer,
      (0...1_000_000_000).contains(found), (0...found).contains(validated)
    else { return nil }
    return Share(found: found, validated: validated)
  }

  private static func problem(_ path: String, _ reason: String) -> FileProblem {
    FileProblem(
      path: path, operation: "compare with", reason: reason,
      advice: "make it anew with 'runbookgen coverage --save FILE'")
  }

  /// Says what fell.
  ///
  /// - Returns: nil when the site as a whole has kept its share.
  package func fall(to report: CoverageReport) -> String? {
    let now = Share(report.total)
    guard now < total else { return nil }
    var lines = [
      "\(now.text) commands are validated, and it was \(total.text) in \(TerminalText.escaped(path)). It fell in:"
    ]
    for page in report.pages {
      let (share, file) = (Share(page.count), TerminalText.escaped(page.file))
      if let before = pages[page.file] {
        if share < before { lines.append("  \(file): \(share.text), it was \(before.text)") }
      } else if share < total {
        lines.append("  \(file): \(share.text), a new page")
      }
    }
    if lines.count == 1 {
      lines[0] = lines[0].replacing(" It fell in:", with: " Pages that had more are gone.")
    }
    return lines.joined(separator: "\n")
  }
}
