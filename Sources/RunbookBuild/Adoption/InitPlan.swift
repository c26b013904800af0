import RunbookChecks
import RunbookModel
import RunbookParsing

/// A configuration for a project that has none, made from what lies there.
package struct InitPlan: Sendable {
  package static let fileName = "runbookgen.yml"

  /// What was found, as a line for people.
  package let found: String
  /// The configuration.
  package let file: NewFile

  /// Whether a project has a configuration already.
  package static func isNeeded(_ options: BuildOptions) throws(FileProblem) -> Bool {
    let discovery = Discovery(options: options)
    for name in Discovery.configNames where try Disk.kind(of: discovery.path(name)) != nil {
      return false
    }
    return true
  }

  /// - Parameters:
  ///   - options: with the project folder.
  ///   - content: the folder of the pages from the project folder; nil to look for it.
  ///   - owner: who owns pages that say nothing else; nil to ask CODEOWNERS.
  package init(_ options: BuildOptions, content: String?, owner: String?) throws(FileProblem) {
    let project = options.project
    let discovery = Discovery(options: options)
    for name in Discovery.configNames {
      guard try Disk.kind(of: discovery.path(name)) == nil else {
        throw FileProblem(
          path: discovery.path(name), operation: "write", reason: "it is there already",
          advice: "'runbookgen adopt' goes on from there")
      }
    }
    let census = MarkdownCensus(project)
    let folder = try Self.folder(content, census, discovery)
    let pages = InitSurvey(folder, census, discovery)
    let history = GitHistory(project)
    let owners = CodeOwners(project: project, prefix: history?.prefix ?? "")
    let place = folder == "." ? "runbook.md" : folder + "/runbook.md"
    let text = Array(
      InitText(
        folder: folder, pages: pages,
        owner: owner ?? owners?.owner(of: place) ?? "unassigned",
        output: Self.freeName(["site", "public", "wiki", "runbooks-site"], discovery),
        templates: Self.templates(discovery)
      ).text.utf8)
    file = NewFile(Self.fileName, at: discovery.path(Self.fileName), text)
    let others = census.files.count - pages.pageCount
    found =
      "\(folder == "." ? "this folder" : folder + "/"): \(pages.words)"
      + (others == 0
        ? ""
        : "; \(others) more Markdown file\(others == 1 ? " lies" : "s lie") elsewhere: '--content FOLDER'"
          + " takes another folder")
  }

  private static func folder(_ named: String?, _ census: MarkdownCensus, _ discovery: Discovery)
    throws(FileProblem) -> String
  {
    guard let named else {
      if let best = census.best { return best.folder }
      throw FileProblem(
        path: discovery.options.project, operation: "find pages in",
        reason: "no Markdown file is here or below",
        advice: "name the folder of the pages with '--content'")
    }
    guard let path = PagePath("").resolving(named), !named.hasPrefix("/") else {
      throw FileProblem(
        path: named, operation: "take pages from", reason: "it is no folder of the project",
        advice: "give its path from the project folder")
    }
    let place = path.text.isEmpty ? "." : path.text
    guard try Disk.kind(of: discovery.path(place)) == .folder else {
      throw FileProblem(
        path: named, operation: "take pages from", reason: "there is no such folder",
        advice: census.best.map { "\($0.words) \($0.isOrAre) in '\($0.folder)'" }
          ?? "check the path")
    }
    return place
  }

  private static func freeName(_ names: [String], _ discovery: Discovery) -> String {
    names.first { (try? Disk.kind(of: discovery.path($0))).flatMap(\.self) == nil } ?? "wiki-site"
  }

  /// A name of its own where a folder `templates` holds something else.
  private static func templates(_ discovery: Discovery) -> String? {
    let names = try? Disk.names(in: discovery.path("templates"))
    guard let names, !names.contains(where: { $0.hasSuffix(".mustache") }) else { return nil }
    return "wiki-templates"
  }
}

/// What the pages of a folder have.
private struct InitSurvey: Sendable {
  private(set) var pageCount = 0
  private(set) var withFrontMatter = 0
  private(set) var withHeading = 0
  /// How many pages have a key that is none of ours.
  private(set) var foreignKeys: [String: Int] = [:]
  /// Patterns of what is left out.
  private(set) var others: [String] = []

  init(_ folder: String, _ census: MarkdownCensus, _ discovery: Discovery) {
    let prefix = folder == "." ? "" : folder + "/"
    let own = FrontMatterKeys.known
    for path in census.files where path.hasPrefix(prefix) {
      guard let bytes = try? Disk.read(discovery.path(path), limit: Limit.fileSize.usual) else {
        continue
      }
      pageCount += 1
      let file = SourceFile(path: path, bytes: bytes)
      if let root = RunbookParser.frontMatter(of: file).0?.root,
        case .mapping(let pairs) = root.kind
      {
        withFrontMatter += 1
        for key in Set(pairs.compactMap(\.key.scalar)) where !own.contains(key) {
          foreignKeys[key, default: 0] += 1
        }
        if pairs.contains(where: Self.hasRootedAliases) { foreignKeys["aliases"] = 1 }
      }
      let heading = RunbookParser.firstHeading(of: file, at: PagePath(path), limits: Limits())
      if heading?.heading.level == 1 { withHeading += 1 }
    }
    others = census.exclusions(in: folder)
  }

  /// Whether these are aliases as Hugo has them, which begin with a slash.
  private static func hasRootedAliases(_ pair: YAMLNode.Pair) -> Bool {
    guard pair.key.scalar == "aliases", case .sequence(let items) = pair.value.kind else {
      return false
    }
    return items.contains { $0.scalar?.hasPrefix("/") ?? false }
  }

  var words: String {
    "\(pageCount.counted("page")), \(withFrontMatter) with front matter, \(withHeading) with a title"
      + " as first heading"
  }

  /// Keys of other tools and what they are here. A key that is nearly one of ours is a slip, and is left
  /// to the check.
  var keys: [(name: String, target: String)] {
    foreignKeys.keys.sorted().compactMap { key in
      ForeignKeys.reading(of: key).map { (key, $0) }
    }
  }
}

/// The configuration as text.
private struct InitText {
  let folder: String
  let pages: InitSurvey
  let owner: String
  let output: String
  let templates: String?

  var text: String {
    var lines = [
      "# Made by `runbookgen init`. `runbookgen adopt` shows what the pages lack.", "directories:",
      "  content: \(folder == "." ? "." : YAMLText.scalar(folder))", "  output: \(output)",
    ]
    if let templates { lines.append("  templates: \(templates)") }
    if !pages.others.isEmpty {
      lines.append("  exclude:")
      lines += pages.others.map { "    - \(YAMLText.scalar($0))" }
    }
    lines += [
      "review_every: 1 year", "",
      "# What a page is that does not say it itself; the first that fits counts.",
      "defaults:", "  - {paths: \"**/README.md\", values: {kind: concept}}",
      "  - {paths: \"**/index.md\", values: {kind: concept}}",
      "  - {paths: \"**/_index.md\", values: {kind: concept}}",
      "  - {paths: \"**\", values: {kind: runbook, owner: \(YAMLText.scalar(owner))}}",
    ]
    let keys = pages.keys
    if !keys.isEmpty {
      lines += ["", "# Front matter of other tools: what it is here, or `ignore`.", "keys:"]
      lines += keys.map { "  \(YAMLText.scalar($0.name)): \($0.target)" }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
