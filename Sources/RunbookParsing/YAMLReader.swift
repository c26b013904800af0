package import RunbookModel
private import Yams

/// YAML as a tree with byte ranges.
package enum YAMLReader {
  static let consequence = "It is not read, because that could take too much time or memory."

  /// In how many mappings a repeated key is reported; each takes one more turn of the parser.
  private static let repairLimit = 20

  /// Reads the YAML in a byte range of a file.
  ///
  /// - Parameter idPrefix: what the rules that report here are called: `front-matter` or `config`.
  /// - Returns: the tree, or nil when there is none or it cannot be read; then that was reported.
  package static func read(
    _ range: ByteRange, of file: SourceFile, idPrefix: String, limits: Limits = Limits()
  ) -> (YAMLNode?, [Diagnostic]) {
    if let refusal = YAMLScreening.refusal(of: file, range, limits) { return (nil, [refusal]) }
    var source = YAMLSource(file: file, range: range)
    var diagnostics: [Diagnostic] = []
    // Each turn renames the repeated keys of one mapping, so that everything else is still read.
    for _ in 0...repairLimit {
      do {
        switch try tree(of: source.text, source, nodeLimit: limits[.yamlValues]) {
        case .empty: return (nil, diagnostics)
        case .tree(let node): return (node, diagnostics)
        case .tooLarge(let count):
          let start = range.lowerBound
          diagnostics.append(
            limits.exceeded(
              .yamlValues, found: count, isAtLeast: true, at: file.range(start..<start + 1),
              consequence))
          return (nil, diagnostics)
        }
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let found = source.renameRepeated(
          names, line: context.mark.line, column: context.mark.column)
        guard !found.isEmpty else {
          let place = source.offset(line: context.mark.line, column: context.mark.column)
          diagnostics.append(repeated(names.first ?? "", at: place, first: nil, source, idPrefix))
          return (nil, diagnostics)
        }
        for key in found {
          diagnostics += key.places.dropFirst().map {
            repeated(key.name, at: $0, first: key.places[0], source, idPrefix)
          }
        }
      } catch {
        diagnostics.append(syntaxError(error, source, idPrefix))
        return (nil, diagnostics)
      }
    }
    return (nil, diagnostics)
  }

  private static func repeated(
    _ name: String, at offset: Int, first: Int?, _ source: YAMLSource, _ idPrefix: String
  ) -> Diagnostic {
    let length = first == nil ? 1 : max(name.utf8.count, 1)
    return Diagnostic(
      idPrefix + "-duplicate-key", .error, at: source.file.range(offset..<offset + length),
      "`\(name)` is given twice",
      explanation: "YAML allows a key once in a mapping. Keep the entry that is meant.",
      notes: first.map {
        [.init("it is first given here", at: source.file.range($0..<$0 + length))]
      } ?? [])
  }

  private static func syntaxError(_ error: any Error, _ source: YAMLSource, _ idPrefix: String)
    -> Diagnostic
  {
    var offset = source.range.lowerBound
    var problem = "\(error)"
    var notes: [Diagnostic.Note] = []
    switch error as? YamlError {
    case .scanner(let context, let text, let mark, _), .parser(let context, let text, let mark, _),
      .composer(let context, let text, let mark, _):
      offset = source.offset(line: mark.line, column: mark.column)
      problem = text
      if let context, !context.text.isEmpty {
        let start = source.offset(line: context.mark.line, column: context.mark.column)
        if offset >= source.range.upperBound {
          // What is never closed is shown where it opens, not where the text ends.
          (offset, problem) = (start, "\(text) \(context.text)")
        } else {
          notes = [.init(context.text, at: source.file.range(start..<start + 1))]
        }
      }
    case .reader(let text, let place, _, _):
      problem = text
      offset = source.offset(byte: place ?? 0)
    default: break
    }
    // libyaml reports at the end of a line that it could not finish; show the last character there.
    let end = source.file.bytes.count
    offset = max(min(offset, end - 1), source.file.lines.starts[0])
    return Diagnostic(
      idPrefix + "-syntax", .error, at: source.file.range(offset..<offset + 1),
      "this is not valid YAML: \(problem)",
      explanation:
        "Nothing else in it can be read until this is mended. Text that holds `: `, ` #` "
        + "or starts with one of `*&!%@[{\"'>|` or a backtick needs quotes; indent with spaces.",
      notes: notes)
  }
}
