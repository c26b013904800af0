package import RunbookModel

/// YAML as a tree with byte ranges.
package enum YAMLReader {
  static let consequence = "It is not read, because that could take too much time or memory."

  /// Reads the YAML in a byte range of a file.
  ///
  /// - Parameter idPrefix: what the rules that report here are called: `front-matter` or `config`.
  /// - Returns: the tree, or nil when there is none or it cannot be read; then that was reported.
  package static func read(
    _ range: ByteRange, of file: SourceFile, idPrefix: String, limits: Limits = Limits()
  ) -> (YAMLNode?, [Diagnostic]) {
    do throws(YAMLFailure) {
      let tree = try YAMLTreeBuilder(file, range, limits)
      return (tree.root, tree.repeatedKeys.map { repeated($0, file, idPrefix) })
    } catch {
      switch error {
      case .syntax(let problem): return (nil, [syntaxError(problem, range, file, idPrefix)])
      case .limit(let limit, let found, let place):
        let mark = place.lowerBound..<place.lowerBound + 1
        return (
          nil,
          [
            limits.exceeded(
              limit, found: found, isAtLeast: true, at: file.range(mark), consequence)
          ]
        )
      }
    }
  }

  private static func repeated(
    _ key: YAMLTreeBuilder.RepeatedKey, _ file: SourceFile, _ idPrefix: String
  ) -> Diagnostic {
    Diagnostic(
      idPrefix + "-duplicate-key", .error, at: file.range(key.range),
      "`\(key.name)` is given twice",
      explanation: "YAML allows a key once in a mapping. Keep the entry that is meant.",
      notes: [.init("it is first given here", at: file.range(key.first))])
  }

  private static func syntaxError(
    _ found: YAMLProblem, _ range: ByteRange, _ file: SourceFile, _ idPrefix: String
  ) -> Diagnostic {
    var (offset, problem) = (found.offset, found.text)
    var notes: [Diagnostic.Note] = []
    if let context = found.context {
      if offset >= range.upperBound {
        // What is never closed is shown where it opens, not where the text ends.
        (offset, problem) = (context.offset, "\(found.text) \(context.text)")
      } else {
        let place = context.offset..<context.offset + 1
        notes = [.init(context.text, at: file.range(place))]
      }
    }
    // libyaml reports at the end of a line that it could not finish; show the last character there.
    offset = max(min(offset, file.bytes.count - 1), file.lines.starts[0])
    return Diagnostic(
      idPrefix + "-syntax", .error, at: file.range(offset..<offset + 1),
      "this is not valid YAML: \(problem)",
      explanation:
        "Nothing else in it can be read until this is mended. Text that holds `: `, ` #` "
        + "or starts with one of `*&!%@[{\"'>|` or a backtick needs quotes; indent with spaces.",
      notes: notes)
  }
}
