extension InputDeclaration {
  /// Why a value is not taken, by the rules of the page's form; nil for one that is.
  package func complaint(about value: String) -> String? {
    if let complaint = Self.complaint(about: value, takesHyphen: takesHyphen) { return complaint }
    if !choices.isEmpty, !choices.contains(value) {
      return "it is none of: " + choices.joined(separator: ", ")
    }
    if let pattern = pattern?.value, (try? Pattern.compiled(pattern)) == nil {
      return "the pattern of the page cannot be read"
    }
    return problem(of: value).map { "it " + $0 }
  }

  /// What holds for every value.
  package static func complaint(about value: String, takesHyphen: Bool = false) -> String? {
    if value.isEmpty { return "it is empty" }
    if value.unicodeScalars.count > 500 { return "it has more than 500 characters" }
    let isUnseen = value.unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        true
      case .spaceSeparator: $0 != " "
      default: false
      }
    }
    if isUnseen { return "it holds a character that shows nothing, or a line end" }
    if value.contains("  ") { return "it holds more than one space in a row" }
    return value.hasPrefix("-") && !takesHyphen
      ? "it begins with a hyphen: a program would take it for an option" : nil
  }
}
