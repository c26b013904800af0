/// The help of Go's flag package: "Usage of PROGRAM:".
enum GoFlagHelp {
  static let kind = HelpKind(
    name: "Go's flag", dialect: "go", isGenerated: true,
    recognises: { $0.lines.contains { $0.indent == 0 && $0.text.hasPrefix("Usage of ") } },
    read: { help, _ in
      var page = HelpPage()
      page.addOptions(help.lines) { term, _ in
        switch term.value {
        case "": OptionValue.none
        case "int", "uint", "int64", "uint64": .required(.integer)
        case "duration": .required(.duration)
        case _ where term.value.contains(" "): nil
        default: .required()
        }
      }
      return page
    })
}
