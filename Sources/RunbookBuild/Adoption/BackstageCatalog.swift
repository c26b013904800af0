import RunbookChecks
import RunbookModel
import RunbookParsing

/// Whose documentation lies where, as Backstage has it: an entity in `catalog-info.yaml` names the folder of
/// its pages (`backstage.io/techdocs-ref: dir:.`) and its owner.
package struct BackstageCatalog {
  private let project: String
  /// Folders of the project that were looked at, with the folder of the pages and their owner.
  private var entries: [String: Entry?] = [:]

  private struct Entry {
    let pages: String
    let owner: String
  }

  package init(project: String) { self.project = project }

  /// The owner of the nearest folder of documentation that a file of the project lies in.
  package mutating func owner(of file: String) -> String? {
    var folder = PagePath(file).folder
    while true {
      let known = entries[folder]
      let entry = known ?? read(folder)
      entries[folder] = .some(entry)
      if let entry, entry.pages.isEmpty || file.hasPrefix(entry.pages + "/") { return entry.owner }
      if folder.isEmpty { return nil }
      folder = PagePath(folder).folder
    }
  }

  /// Nil where no file of that name is, or where more than one entity has pages, or none.
  private func read(_ folder: String) -> Entry? {
    let place = folder.isEmpty ? "" : folder + "/"
    let names = ["catalog-info.yaml", "catalog-info.yml"]
    let bytes = names.lazy.compactMap {
      try? Disk.read(project + "/" + place + $0, limit: Limit.fileSize.usual)
    }.first
    guard let bytes else { return nil }
    let file = SourceFile(path: place + names[0], bytes: bytes)
    let entities = Self.documents(file).compactMap { range -> Entry? in
      let root = YAMLReader.read(range, of: file, idPrefix: "config").0
      guard let reference = root?["metadata"]?["annotations"]?["backstage.io/techdocs-ref"]?.scalar,
        reference.hasPrefix("dir:"),
        let pages = PagePath(place + names[0]).resolving(String(reference.dropFirst(4))),
        let owner = root?["spec"]?["owner"]?.scalar, let name = owner.split(separator: "/").last
      else { return nil }
      // `group:default/team-a` and `group:team-a` are the team of that name.
      return Entry(pages: pages.text, owner: String(name.split(separator: ":").last ?? name))
    }
    return entities.count == 1 ? entities[0] : nil
  }

  /// The parts of a file between lines `---`.
  private static func documents(_ file: SourceFile) -> [ByteRange] {
    var starts = [file.lines.starts[0]]
    var ranges: [ByteRange] = []
    for line in 0..<file.lines.count {
      let content = file.text(file.lines.contentRange(ofLine: line, in: file.bytes))
      guard content == "---" || content.hasPrefix("--- ") else { continue }
      ranges.append(starts[starts.count - 1]..<file.lines.starts[line])
      starts.append(file.lines.range(ofLine: line).upperBound)
    }
    ranges.append(starts[starts.count - 1]..<file.bytes.count)
    return ranges
  }
}

extension YAMLNode {
  /// The value of a key of a mapping.
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = kind else { return nil }
    return pairs.first { $0.key.scalar == key }?.value
  }
}
