import RunbookModel

/// Where the Markdown files of a project lie that nobody has described yet.
package struct MarkdownCensus: Sendable {
  /// A folder, as a path from the project folder (`.` for that itself), and the Markdown files below it.
  package struct Finding: Sendable {
    package let folder: String
    package let files: [String]

    package var words: String { files.count.counted("Markdown file") }
    var isOrAre: String { files.count == 1 ? "is" : "are" }
  }

  /// Markdown files by their paths from the project folder, in the order of these.
  package let files: [String]
  /// Folders that hold other people's files, as paths from the project folder; they are not looked into.
  let foreignFolders: [String]

  /// How many folders are looked into: whoever calls the program in a home folder gets an answer too.
  private static let folderLimit = 4000
  /// Folders of packages that a package manager puts there.
  private static let foreign: Set = ["node_modules", "bower_components", "site-packages"]
  /// What shows that a folder `vendor` holds packages of Go or PHP, and not pages on vendors.
  private static let packageLists = ["modules.txt", "autoload.php"]
  /// Where other tools have their pages: links that begin with a slash count from there.
  private static let roots: Set = ["content", "docs", "source"]
  /// What a project says of itself, in its own folder.
  private static let aboutProject: Set = [
    "readme", "contributing", "changelog", "code_of_conduct", "security", "license", "support",
    "governance", "maintainers", "owners", "notice", "authors", "claude", "agents",
  ]

  /// Looks level by level, and passes over what cannot be listed.
  package init(_ project: String) {
    var files: [String] = []
    var foreignFolders: [String] = []
    var level = [""]
    var looked = 0
    while !level.isEmpty, looked < Self.folderLimit {
      var next: [String] = []
      for folder in level.prefix(Self.folderLimit - looked) {
        looked += 1
        let place = folder.isEmpty ? project : project + "/" + folder
        for entry in (try? Disk.entries(in: place)) ?? [] {
          guard let name = String(validating: entry.bytes, as: UTF8.self), !name.hasPrefix(".")
          else { continue }
          let path = folder.isEmpty ? name : folder + "/" + name
          let kind = entry.kind ?? ((try? Disk.kind(of: project + "/" + path)) ?? nil)
          if kind == .folder, Self.isForeign(name, project + "/" + path) {
            foreignFolders.append(path)
          } else if kind == .folder {
            next.append(path)
          }
          if kind == .file, name.hasSuffix(".md") { files.append(path) }
        }
      }
      level = next.sorted { $0.precedesByBytes($1) }
    }
    self.files = files.sorted { $0.precedesByBytes($1) }
    self.foreignFolders = foreignFolders
  }

  /// Patterns that leave those folders out, for paths in a folder of the project.
  func exclusions(in folder: String) -> [String] {
    let prefix = folder == "." ? "" : folder + "/"
    let patterns = foreignFolders.filter { $0.hasPrefix(prefix) }.map { path in
      let name = PagePath(path).fileName
      return Self.foreign.contains(name) ? "**/" + name : String(path.dropFirst(prefix.count))
    }
    return Set(patterns).sorted()
  }

  private static func isForeign(_ name: String, _ path: String) -> Bool {
    foreign.contains(name)
      || name == "vendor"
        && packageLists.contains { (try? Disk.kind(of: path + "/" + $0)).flatMap(\.self) == .file }
  }

  /// The folder that most probably holds the pages: one that is called after runbooks, else the
  /// smallest that holds nearly all Markdown.
  package var best: Finding? {
    let all = files.filter { $0.contains("/") || !isAboutProject($0) }
    guard !all.isEmpty else { return files.isEmpty ? nil : finding(".", files) }
    if let named = namedFolder(all) { return named }
    var folder = "."
    while !Self.roots.contains(PagePath(folder).fileName),
      let next = heaviest(of: all, below: folder)
    {
      folder = next
    }
    return finding(folder, folder == "." ? files : all)
  }

  private func isAboutProject(_ file: String) -> Bool {
    Self.aboutProject.contains(PagePath(file).stem.lowercased())
  }

  private func finding(_ folder: String, _ files: [String]) -> Finding {
    Finding(
      folder: folder,
      files: folder == "." ? files : files.filter { $0.hasPrefix(folder + "/") })
  }

  private func namedFolder(_ files: [String]) -> Finding? {
    var counts: [String: Int] = [:]
    for file in files {
      var parts: [Substring] = []
      for part in file.split(separator: "/").dropLast() {
        parts.append(part)
        let isNamed = ["runbooks", "runbook", "playbooks", "playbook"].contains(part.lowercased())
        if isNamed { counts[parts.joined(separator: "/"), default: 0] += 1 }
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.map { finding($0.key, files) }
  }

  /// The folder directly below that holds at least nine tenths of what this one does.
  private func heaviest(of files: [String], below folder: String) -> String? {
    let prefix = folder == "." ? "" : folder + "/"
    var counts: [String: Int] = [:]
    var total = 0
    for file in files where file.hasPrefix(prefix) {
      total += 1
      let rest = file.dropFirst(prefix.count)
      guard let slash = rest.firstIndex(of: "/") else { continue }
      counts[prefix + rest[..<slash], default: 0] += 1
    }
    return counts.first { $0.value * 10 >= total * 9 }?.key
  }
}
