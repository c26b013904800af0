import RunbookCommands
import RunbookModel

/// How much of what a site's commands say has been held against schemas.
package struct CoverageReport: Sendable {
  package struct Count: Sendable, Equatable {
    /// Commands that were found, also those inside other commands.
    package var found = 0
    /// Commands of programs that have a schema.
    package var known = 0
    /// Commands whose every word was held against a schema.
    package var validated = 0
    /// Commands whose program is filled in later, and constructs that are read over.
    package var opaque = 0
    /// Shell blocks.
    package var blocks = 0
    /// Shell blocks that do not parse.
    package var unparsed = 0

    /// Validated commands of all, in percent; 100 when there are none.
    package var percent: Double { found == 0 ? 100 : 100 * Double(validated) / Double(found) }

    static func += (left: inout Count, right: Count) {
      left.found += right.found
      left.known += right.known
      left.validated += right.validated
      left.opaque += right.opaque
      left.blocks += right.blocks
      left.unparsed += right.unparsed
    }
  }

  package private(set) var total = Count()
  /// By source file, sorted.
  package private(set) var pages: [(file: String, count: Count)] = []
  /// By program, sorted by name.
  package private(set) var programs: [(name: String, isKnown: Bool, count: Count)] = []

  /// What one page adds.
  package struct Page: Sendable {
    let file: String
    package private(set) var count = Count()
    fileprivate var programs: [String: (isKnown: Bool, count: Count)] = [:]

    package init(_ page: CheckedRunbook) {
      file = page.sourcePath
      // What is output, or another language under a shell's label, holds no commands to know.
      for block in page.blocks
      where block.foreign == nil && (block.kind != .powerShell || !block.scripts.isEmpty) {
        count += CoverageReport.count(block)
        for command in block.commands {
          guard let name = command.name else { continue }
          programs[name, default: (command.invocation != nil, Count())].count +=
            CoverageReport.count(command)
        }
      }
    }
  }

  /// - Parameter pages: sorted by file.
  package init(_ pages: [Page]) {
    var programs: [String: (isKnown: Bool, count: Count)] = [:]
    for page in pages where page.count.blocks > 0 {
      self.pages.append((page.file, page.count))
      total += page.count
      for (name, entry) in page.programs {
        programs[name, default: (entry.isKnown, Count())].count += entry.count
      }
    }
    self.programs = programs.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.isKnown, $0.value.count)
    }
  }

  private static func count(_ block: CommandBlock) -> Count {
    var count = Count()
    count.blocks = 1
    count.unparsed = block.scripts.contains { !$0.errors.isEmpty } ? 1 : 0
    count.opaque = block.scripts.reduce(0) { $0 + $1.opaque.count }
    for command in block.commands { count += Self.count(command) }
    return count
  }

  private static func count(_ command: BoundCommand) -> Count {
    var count = Count()
    count.found = 1
    switch command.coverage {
    case .validated: (count.known, count.validated) = (1, 1)
    case .known: count.known = 1
    case .unknown: break
    case .opaque: count.opaque = 1
    }
    return count
  }
}
