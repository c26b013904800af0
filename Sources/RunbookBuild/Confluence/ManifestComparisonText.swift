import RunbookModel

/// A comparison of manifests in its two forms.
package enum ManifestComparisonText {
  /// For people. Titles are a user's text and cannot drive the terminal.
  package static func text(_ comparison: ManifestComparison, against path: String) -> String {
    let total = comparison.changes.count
    let path = TerminalText.escaped(path)
    guard total > 0 else {
      return "no page differs from \(path) (\(comparison.unchanged.counted("page")) unchanged)\n"
    }
    let counts = ManifestComparison.Kind.allCases.compactMap { kind in
      let count = comparison.count(kind)
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    var text = "\(total.counted("page")) to bring up to date since \(path): "
    text += counts.joined(separator: ", ") + "; \(comparison.unchanged) unchanged\n"
    for change in comparison.changes {
      let kind = change.kind.rawValue
      let indent = String(repeating: " ", count: 9)
      text +=
        "\n" + kind + indent.dropFirst(kind.count) + "\"\(TerminalText.escaped(change.title))\""
      if change.kind == .added, let parent = change.parent {
        text += " below \"\(TerminalText.escaped(parent))\""
      }
      text += "\n\(indent)\(TerminalText.escaped(change.source))\n"
      for reason in change.reasons {
        text += "\(indent)\(reason.cause.rawValue): \(TerminalText.escaped(reason.detail))\n"
      }
    }
    return text
  }

  /// For programs. The form is a promise: members may be added, none changes or goes.
  package static func json(_ comparison: ManifestComparison) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("payload") { $0.string(comparison.way.rawValue) }
      json.member("changes") { $0.array(comparison.changes, write) }
      json.member("summary") { json in
        json.object { json in
          for kind in ManifestComparison.Kind.allCases {
            json.member(kind.rawValue) { $0.number(comparison.count(kind)) }
          }
          json.member("unchanged") { $0.number(comparison.unchanged) }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ json: inout JSONWriter, _ change: ManifestComparison.Change) {
    json.object { json in
      json.member("kind") { $0.string(change.kind.rawValue) }
      json.member("source") { $0.string(change.source) }
      json.member("title") { $0.string(change.title) }
      json.member("parent") { $0.string(change.parent) }
      json.member("reasons") { json in
        json.array(change.reasons) { json, reason in
          json.object { json in
            json.member("cause") { $0.string(reason.cause.rawValue) }
            json.member("detail") { $0.string(reason.detail) }
          }
        }
      }
    }
  }
}

extension ManifestComparison {
  package func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }
}
