import RunbookChecks
import RunbookModel
import RunbookParsing

/// The project of whoever names none: that of this folder, else of the nearest one above that has a
/// configuration.
package enum ProjectFinder {
  /// A path from the working folder.
  package static func project() -> String {
    if hasConfig(".") { return "." }
    guard let here = try? CanonicalPath(".") else { return "." }
    var place = ".."
    for _ in here.components {
      if hasConfig(place) { return isOwnProject(below: place, here) ? "." : place }
      place += "/.."
    }
    return "."
  }

  /// Whether a configuration lies in a folder.
  package static func hasConfig(_ folder: String) -> Bool {
    Discovery.configNames.contains { name in
      let kind = try? Disk.kind(of: folder == "." ? name : folder + "/" + name)
      return kind.flatMap(\.self) == .file
    }
  }

  /// Whether the working folder has content of its own, which is no part of the project above.
  private static func isOwnProject(below project: String, _ here: CanonicalPath) -> Bool {
    guard (try? Disk.kind(of: "content")).flatMap(\.self) == .folder else { return false }
    let config = Discovery.configNames.lazy.compactMap { try? Disk.read(project + "/" + $0) }.first
    let file = SourceFile(path: "runbookgen.yml", bytes: config ?? [])
    let root = YAMLReader.read(0..<file.bytes.count, of: file, idPrefix: "config").0
    let content = SiteConfigSchema.read(root, in: file).0.directories.content
    guard let folder = try? CanonicalPath(project + "/" + content),
      let own = try? CanonicalPath("content")
    else { return true }
    return !folder.contains(here) && !folder.contains(own)
  }
}
