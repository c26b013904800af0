import RunbookModel

/// The content folder among the files of the project. It may be the project folder itself, which is
/// written `.`.
extension SiteConfig.Directories {
  package var contentIsProject: Bool { content == "." }

  /// The path, from the project folder, of what lies in the content folder.
  package func file(_ name: String) -> String { contentIsProject ? name : content + "/" + name }

  /// The path in the content folder of a file of the project; nil for one that lies elsewhere.
  package func name(ofFile file: String) -> String? {
    if contentIsProject { return file }
    return file.hasPrefix(content + "/") ? String(file.dropFirst(content.count + 1)) : nil
  }

  private static let media: Set = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "ico", "pdf", "mp4", "webm",
  ]

  /// Whether a file that is no page is published although the whole project is the content: what pages
  /// show, and not what the project is made of.
  package func isPublishedBesidePages(_ name: String) -> Bool {
    // Of hidden names only those are listed that the host asks for, in the folder that it serves.
    if name.hasPrefix(".") { return true }
    let ending = name.split(separator: ".").last ?? ""
    return Self.media.contains(ending.lowercased())
  }

  /// Whether a file or folder of the content folder is no part of the site: it, or a folder that it
  /// lies in, is excluded; or the project keeps something else there.
  package func leavesOut(_ name: String) -> Bool {
    if contentIsProject {
      if ["runbookgen.yml", "runbookgen.yaml"].contains(name) { return true }
      let others = [templates, output] + [programs].compactMap(\.self)
      if others.contains(where: { name == $0 || name.hasPrefix($0 + "/") }) { return true }
    }
    // What a host asks for is no page.
    if name.hasPrefix("."), name.hasSuffix(".md") { return true }
    guard !exclude.isEmpty else { return false }
    var place = name
    while !place.isEmpty {
      if exclude.contains(where: { $0.matches(place) }) { return true }
      place = PagePath(place).folder
    }
    return false
  }
}
