extension Synopsis {
  /// What a program or one of its verbs takes, as the text that `read` takes: its own line, its options, and the
  /// names of the verbs below it.
  ///
  /// - Parameters:
  ///   - names: the program's name and those of its verbs.
  ///   - limit: how many options and verbs are listed.
  package static func excerpt(_ verb: Verb, named names: [String], limit: Int = 40) -> String {
    var lines = [line(verb, names: [names.joined(separator: " ")])]
    lines += verb.options.prefix(limit).map { "  " + line($0) }
    if verb.options.count > limit { lines.append("  … \(verb.options.count - limit) more options") }
    let verbs = verb.verbs.compactMap(\.names.first)
    if !verbs.isEmpty {
      let rest = verbs.count > limit ? " … \(verbs.count - limit) more" : ""
      lines.append("  " + verbs.prefix(limit).joined(separator: " ") + rest)
    }
    return lines.joined(separator: "\n")
  }
}
