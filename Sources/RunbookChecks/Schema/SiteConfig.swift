package import RunbookCommands
package import RunbookModel

/// `runbookgen.yml`, typed. Every part has a value, so that no configuration at all is a valid one.
package struct SiteConfig: Sendable {
  package struct Directories: Sendable {
    package var content = "content"
    package var templates = "templates"
    package var output = "site"
    package var programs: String?
    /// What is left out of the content folder, as paths in it.
    package var exclude: [Glob] = []
    /// Where the configuration names the content folder.
    package var contentField: Field<String>?
  }

  package struct Confluence: Sendable {
    package var isEnabled = true
    /// Whether the configuration speaks of Confluence at all. Where it does not, the export is made, and
    /// what only Confluence minds is no finding.
    package var isWanted = false
    package var target = "cloud"
    package var space: String?
    package var parent: String?
    package var hasGeneratedLine = true
    /// Where Confluence itself is, without a slash at its end.
    package var url: String?
    /// Whether browsers read it over https, as they do Cloud.
    package var isSecure: Bool { url?.hasPrefix("https://") ?? (target == "cloud") }
    /// Where pages are in it.
    package var pages = AddressBook()
    /// The sources that the address book names.
    package var pageSources: [Field<String>] = []
  }

  /// Front-matter values for the pages that a glob matches.
  struct Defaults: Sendable {
    let paths: Glob
    let values: YAMLNode
    let file: SourceFile
  }

  struct SeverityOverride: Sendable {
    let paths: Glob
    let severities: [String: RuleLevel]
  }

  package var title = "Runbooks"
  package var language = "en"
  /// Where the configuration names the language.
  var languageRange: SourceRange?
  package var baseURL: String?
  /// With `{path}` for the page's path in the content folder.
  package var editLink: String?
  /// With `{path}` for the path, from the project folder, of a file that is not published.
  package var sourceURL: String?
  /// Path in the project of a style sheet that every page loads behind ours.
  package var stylesheet: Field<String>?
  package var directories = Directories()
  /// `preset: strict`: matters of policy are warnings.
  package var isStrict = false
  package var reviewEvery: CalendarInterval?
  package var rawHTML = RawHTMLPolicy.escape
  /// Hosts that pictures may come from.
  var imageHosts: [ImageHost] = []
  /// Programs that draw diagrams, with their arguments, by the label of the blocks that they read.
  package var diagrams: [String: [String]] = [:]
  /// Words and phrases that mean the same to the search, besides those that it knows itself.
  package var synonyms: [[String]] = []
  package var alerts = Alerts()
  /// Where the file with the numbers of past days is, from the project folder.
  package var trendsFile: Field<String>?
  /// Those numbers.
  package var trends = TrendFile()
  /// Whether each page is published as Markdown, too.
  package var hasMarkdownPages = false
  package var limits = Limits()
  /// Where commands can act, in the order of the file.
  package var environments: [EnvironmentDeclaration] = []
  package var confluence = Confluence()
  package var contexts: [ContextDeclaration] = []
  /// The programs that commands are held against.
  package var programs = ProgramLibrary.shipped
  package var tableSchemas: [String: TableDeclaration] = [:]
  var defaults: [Defaults] = []
  /// Front-matter keys of other tools, and ours for them.
  var keys: [String: String] = [:]
  var severities: [String: RuleLevel] = [:]
  var severityOverrides: [SeverityOverride] = []

  package init() {}

  package func context(_ id: String) -> ContextDeclaration? { contexts.first { $0.id.value == id } }

  /// The entries that the configuration adds to a page's front matter; the first glob that gives a
  /// key wins.
  ///
  /// - Parameter name: the path of the source file in the content folder.
  func frontMatterDefaults(for name: String, besides given: Set<String>) -> [FieldReader.Entry] {
    var names = given
    var entries: [FieldReader.Entry] = []
    for block in defaults where block.paths.matches(name) {
      for entry in FieldReader.entries(of: block.values, in: block.file)
      where names.insert(entry.name).inserted {
        entries.append(entry)
      }
    }
    return entries
  }

  /// The keys that the configuration gives to the front matter of a page.
  ///
  /// - Parameter name: the path of the source file in the content folder.
  package func defaultKeys(for name: String) -> Set<String> {
    let keys = Set(frontMatterDefaults(for: name, besides: []).map(\.name))
    return reviewEvery == nil ? keys : keys.union(["review_every"])
  }

  /// The severity that a rule has on a page, or nil when it is off. The last glob that matches wins.
  func severity(of id: String, default severity: Severity, at path: String?) -> Severity? {
    var level = severities[id]
    if let path {
      for override in severityOverrides where override.paths.matches(path) {
        level = override.severities[id] ?? level
      }
    }
    switch level {
    case nil: return severity
    case .off: return nil
    case .info: return .info
    case .warning: return .warning
    case .error: return .error
    }
  }
}

/// What becomes of raw HTML in a page.
package enum RawHTMLPolicy: String, Sendable, CaseIterable {
  /// Shown as text, but for `<br>`, `<details>` and comments.
  case escape
  /// Elements and attributes of a closed list become HTML, in pairs only; the rest is shown as text.
  case safe
  /// Emitted as it is. For sites whose authors are trusted with scripts.
  case trusted
}

/// What the configuration may say of a rule.
enum RuleLevel: String, Sendable, CaseIterable {
  case off, info, warning, error

  /// What a rule may be: what cannot be read or published stays an error.
  static func levels(of rule: Rule) -> [RuleLevel] {
    [FileUnusable.rule.id, LimitExceeded.rule.id].contains(rule.id) ? [.error] : allCases
  }
}

/// A place where commands run. A class, as it is looked up for every command.
package final class ContextDeclaration: Sendable {
  package struct Entry: Sendable {
    package let from: Field<String>
    package let command: Field<String>?
    /// The words of the command; empty when there is none.
    let words: [WordPattern]

    init(from: Field<String>, command: Field<String>?) {
      self.from = from
      self.command = command
      let script = command.map { ShellScript.parse(ShellSource(inline: $0.value, at: 0)) }
      words = script?.simpleCommands.first?.words.map(WordPattern.init) ?? []
    }
  }

  package let id: Field<String>
  package let title: String
  package let prompt: String?
  package let user: String?
  package let enteredBy: Entry?
  package let programs: Set<String>
  package let inferred: Set<String>
  /// Programs that are not there, with the way out.
  package let absent: [String: String]
  package let paths: [String: String]
  /// Paths that are not there, with the right one.
  package let absentPaths: [String: String]

  init(
    id: Field<String>, title: String, prompt: String?, user: String?, enteredBy: Entry?,
    programs: Set<String>, inferred: Set<String>, absent: [String: String],
    paths: [String: String], absentPaths: [String: String]
  ) {
    self.id = id
    self.title = title
    self.prompt = prompt
    self.user = user
    self.enteredBy = enteredBy
    self.programs = programs
    self.inferred = inferred
    self.absent = absent
    self.paths = paths
    self.absentPaths = absentPaths
  }
}
