/// Languages that hold data: keys, values, sections.
enum DataLanguages {
  static let yaml = Language("yaml", "yml").with {
    $0.comments = [Array("#".utf8)]
    $0.commentsFollowBlanks = true
    $0.quotes = [.init("\"", spansLines: true), .init("'", hasEscapes: false, spansLines: true)]
    $0.constants = WordTable("true false null yes no on off ~", ignoresCase: true)
    $0.keys = .colon
    $0.sigils = Array("&*!".utf8)
    $0.wordBytes = Array("-./@".utf8)
    $0.hasBlockScalars = true
    $0.linePrefixes = [(Array("---".utf8), .operator), (Array("...".utf8), .operator)]
  }

  static let json = Language("json", "json5", "jsonc", "jsonl", "ndjson").with {
    $0.comments = [Array("//".utf8)]
    $0.quotes = [.init("\""), .init("/*", "*/", spansLines: true, style: .comment)]
    $0.constants = WordTable("true false null")
    $0.keys = .colon
  }

  static let toml = Language("toml").with {
    $0.comments = [Array("#".utf8)]
    $0.quotes = [
      .init("\"\"\"", spansLines: true), .init("'''", hasEscapes: false, spansLines: true),
      .init("\""), .init("'", hasEscapes: false),
    ]
    $0.constants = WordTable("true false inf nan")
    $0.keys = .equals
    $0.hasSections = true
  }

  static let ini = Language(
    "ini", "cfg", "conf", "desktop", "dotenv", "editorconfig", "env", "properties", "service",
    "systemd", "timer", "unit"
  ).with {
    $0.comments = [Array("#".utf8), Array(";".utf8)]
    $0.commentsFollowBlanks = true
    $0.quotes = [.init("\"")]
    $0.constants = WordTable("true false yes no on off", ignoresCase: true)
    $0.keys = .equals
    $0.sigils = Array("$%".utf8)
    $0.hasSections = true
  }

  static let diff = Language("diff", "patch").with {
    $0.linePrefixes = [
      ("+++", CodeStyle.section), ("---", .section), ("@@", .section), ("diff ", .comment),
      ("index ", .comment), ("+", .inserted), ("-", .deleted),
    ].map { (Array($0.utf8), $1) }
  }

  static let http = Language("http", "rest").with {
    $0.keywords = WordTable("GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH")
    $0.keywordsOpenLines = true
    $0.keys = .colon
    $0.quotes = [.init("\"")]
    $0.constants = WordTable("true false null")
    $0.wordBytes = Array("-".utf8)
    $0.linePrefixes = [(Array("HTTP/".utf8), .keyword)]
  }

  static let xml = Language("xml", "html", "plist", "svg", "xhtml").with {
    $0.isMarkup = true
    $0.quotes = [
      .init("<!--", "-->", hasEscapes: false, spansLines: true, style: .comment),
      .init("<![CDATA[", "]]>", hasEscapes: false, spansLines: true),
    ]
  }
}
