/// Names of code languages in the two products.
///
/// Cloud: the language list of the Atlassian editor (`@atlaskit/code`, `supportedLanguages`); the
/// name here is the one its editor stores. Data Center: the brushes of the code macro as
/// confluence-publisher lists them, less those that only its newer versions know: a brush that is
/// missing makes the macro show an error in place of the code (confluence-publisher#138,
/// confluencebuilder#75), while plain text loses colours only.
package struct ConfluenceLanguage: Sendable {
  /// What a fence writes, in lower case.
  let aliases: [String]
  let cloud: String?
  let dataCenter: String?

  private init(_ aliases: String, cloud: String?, dataCenter: String? = nil) {
    self.aliases = aliases.split(separator: " ").map(String.init)
    self.cloud = cloud
    self.dataCenter = dataCenter
  }

  /// The name for code without colours. It is always written: Data Center takes code that names no
  /// language for Java (Atlassian, "Code Block Macro").
  package static func plain(for target: ConfluenceTarget) -> String {
    switch target {
    case .cloud: "none"
    case .dataCenter: "text"
    }
  }

  /// The target's name for a fence language; nil when it has none.
  package static func name(for alias: String, target: ConfluenceTarget) -> String? {
    guard let language = byAlias[alias] else { return nil }
    switch target {
    case .cloud: return language.cloud
    case .dataCenter: return language.dataCenter
    }
  }

  private static let byAlias: [String: ConfluenceLanguage] = {
    var result: [String: ConfluenceLanguage] = [:]
    for language in all {
      for alias in language.aliases { result[alias] = language }
    }
    return result
  }()

  /// Sorted by the first alias. JSON is drawn as JavaScript on Data Center, and other near
  /// relations likewise.
  static let all: [ConfluenceLanguage] = [
    ConfluenceLanguage("actionscript actionscript3 as3", cloud: nil, dataCenter: "actionscript3"),
    ConfluenceLanguage("applescript", cloud: nil, dataCenter: "applescript"),
    ConfluenceLanguage(
      "bash sh shell ksh zsh console shell-session shellsession sh-session terminal",
      cloud: "shell", dataCenter: "bash"),
    ConfluenceLanguage("c h", cloud: "c", dataCenter: "cpp"),
    ConfluenceLanguage("c# cs csharp", cloud: "csharp", dataCenter: "c#"),
    ConfluenceLanguage("c++ cc cpp cxx hpp", cloud: "c++", dataCenter: "cpp"),
    ConfluenceLanguage("clojure clj", cloud: "clojure"),
    ConfluenceLanguage("coldfusion cfm", cloud: nil, dataCenter: "coldfusion"),
    ConfluenceLanguage("css", cloud: "css", dataCenter: "css"),
    ConfluenceLanguage("dart", cloud: "dart"),
    ConfluenceLanguage("delphi pascal", cloud: nil, dataCenter: "delphi"),
    ConfluenceLanguage("diff patch", cloud: "diff", dataCenter: "diff"),
    ConfluenceLanguage("dockerfile docker containerfile", cloud: "docker"),
    ConfluenceLanguage("elixir ex exs", cloud: "elixir"),
    ConfluenceLanguage("erlang erl", cloud: "erlang", dataCenter: "erl"),
    ConfluenceLanguage("gherkin cucumber feature", cloud: "gherkin"),
    ConfluenceLanguage("go golang", cloud: "go"),
    ConfluenceLanguage("graphql gql", cloud: "graphql"),
    ConfluenceLanguage("groovy gradle", cloud: "groovy", dataCenter: "groovy"),
    ConfluenceLanguage("handlebars hbs mustache", cloud: "handlebars"),
    ConfluenceLanguage("haskell hs", cloud: "haskell"),
    ConfluenceLanguage("hcl terraform tf", cloud: "hcl"),
    ConfluenceLanguage("html htm", cloud: "html", dataCenter: "xml"),
    ConfluenceLanguage("java", cloud: "java", dataCenter: "java"),
    ConfluenceLanguage("javafx jfx", cloud: nil, dataCenter: "jfx"),
    ConfluenceLanguage("javascript js mjs", cloud: "javascript", dataCenter: "js"),
    ConfluenceLanguage("json json5 jsonc", cloud: "json", dataCenter: "js"),
    ConfluenceLanguage("jsx", cloud: "jsx", dataCenter: "js"),
    ConfluenceLanguage("julia jl", cloud: "julia"),
    ConfluenceLanguage("kotlin kt", cloud: "kotlin"),
    ConfluenceLanguage("lua", cloud: "lua"),
    ConfluenceLanguage("markdown md", cloud: "markdown"),
    ConfluenceLanguage("nginx", cloud: "nginx"),
    ConfluenceLanguage("perl pl", cloud: "perl", dataCenter: "perl"),
    ConfluenceLanguage("php", cloud: "php", dataCenter: "php"),
    ConfluenceLanguage("powershell ps1 pwsh", cloud: "powershell", dataCenter: "powershell"),
    ConfluenceLanguage("protobuf proto", cloud: "protobuf"),
    ConfluenceLanguage("python py python3", cloud: "python", dataCenter: "py"),
    ConfluenceLanguage("r", cloud: "r"),
    ConfluenceLanguage("ruby rb", cloud: "ruby", dataCenter: "ruby"),
    ConfluenceLanguage("rust rs", cloud: "rust"),
    ConfluenceLanguage("sass scss", cloud: "sass", dataCenter: "sass"),
    ConfluenceLanguage("scala", cloud: "scala", dataCenter: "scala"),
    ConfluenceLanguage("splunk-spl spl", cloud: "splunk-spl"),
    ConfluenceLanguage("sql", cloud: "sql", dataCenter: "sql"),
    ConfluenceLanguage("swift", cloud: "swift"),
    ConfluenceLanguage("tex latex", cloud: "tex"),
    ConfluenceLanguage("text none plain plaintext txt output", cloud: "none", dataCenter: "text"),
    ConfluenceLanguage("toml", cloud: "toml"),
    ConfluenceLanguage("tsx", cloud: "tsx", dataCenter: "js"),
    ConfluenceLanguage("typescript ts", cloud: "typescript", dataCenter: "js"),
    ConfluenceLanguage("vb vbnet visualbasic", cloud: nil, dataCenter: "vb"),
    ConfluenceLanguage("xml svg xsd xsl", cloud: "xml", dataCenter: "xml"),
    ConfluenceLanguage("yaml yml", cloud: "yaml", dataCenter: "yml"),
  ]
}
