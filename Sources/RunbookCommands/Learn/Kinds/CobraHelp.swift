/// The help of Go's cobra and pflag, with the template of the library, of kubectl or of docker.
enum CobraHelp {
  static let kind = HelpKind(
    name: "cobra", dialect: "pflag", isGenerated: true, hasHelpVerb: true,
    usualOptions: ["-h", "--help"],
    recognises: { help in
      let titles = Set(HelpSection.all(help).map(\.title))
      if titles.contains("flags") || titles.contains("global flags") { return true }
      let words = help.words
      return words.contains("for more information about a command")
        || words.contains("for more information about a given command")
        || words.contains("--help' for more information on a command")
        || words.contains("for a list of global command-line options")
    }, read: read)

  /// What the usage of a group has that does nothing by itself.
  private static let groupWords: Set = [
    "[command]", "COMMAND", "[COMMAND]", "<command>", "SUBCOMMAND", "[flags]", "[options]",
    "[OPTIONS]",
  ]

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    let sections = HelpSection.all(help)
    var page = HelpPage()
    for section in sections {
      let title = section.title
      if title.hasPrefix("global ") || title.hasPrefix("inherited ") {
        page.addOptions(section.lines, inherited: true, value: value)
      } else if title.hasSuffix("flags") || title.hasSuffix("options") {
        page.addOptions(section.lines, value: value)
      } else if title == "aliases" {
        page.aliases = aliases(section.lines, words)
      } else if isOfVerbs(title) {
        page.addVerbs(section.lines)
      }
    }
    // kubectl lists what all verbs take elsewhere.
    if help.words.contains("for a list of global command-line options") { page.isWhole = false }
    page.optionsLead = HelpUsage.lines(sections).contains { HelpUsage.endsWithCommand($0) }
    page.takesPlugins = help.words.lowercased().contains("plugin")
    if !page.verbs.isEmpty {
      let known = Set(words)
      let isGroup = HelpUsage.lines(sections).allSatisfy { line in
        line.allSatisfy { groupWords.contains($0) || known.contains($0) }
          && (line.count < 2 || line.last != "[flags]" || words.count == 1)
      }
      page.operands = isGroup ? [] : nil
    }
    return page
  }

  /// `list, ls`, or with the words before them: `docker container ls, docker container list`.
  private static func aliases(_ lines: [HelpText.Line], _ words: [String]) -> [String] {
    lines.flatMap { $0.text.split(separator: ",") }.compactMap { alias in
      let parts = alias.split(separator: " ").map(String.init)
      guard let name = parts.last, HelpPage.isVerbName(name) else { return nil }
      return parts.count == 1 || parts.dropLast().elementsEqual(words.dropLast()) ? name : nil
    }
  }

  private static func isOfVerbs(_ title: String) -> Bool {
    title.hasSuffix("commands") || title.contains("commands (")
  }

  private static func value(_ term: OptionTerm, _ summary: String) -> OptionValue? {
    let text = term.value
    // kubectl: the default stands behind the sign, and a colon ends it.
    if text.hasSuffix(":") {
      // Some may be given without a value, which is not said.
      return ["false:", "true:"].contains(text) ? OptionValue.none : .unsure
    }
    if let bracket = text.firstIndex(of: "["), text[bracket...].hasPrefix("[=") {
      return OptionValue(kind: .optional(.text, orNextWord: false))
    }
    switch text {
    case "", "count", "bool": return OptionValue.none
    case "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64":
      return .required(.integer)
    case "duration": return .required(.duration)
    case "string", "strings", "stringArray", "stringSlice", "list", "map": return .required()
    case _ where text.contains(" "): return nil
    // A word of the author's may stand for a number of times, which takes no value.
    case _ where summary.contains("times") || summary.contains("repeat"): return nil
    default: return .required()
    }
  }
}
