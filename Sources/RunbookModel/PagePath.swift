/// Where a page or an image lies below the content folder, `/`-separated: `bottlerocket/index.md`.
package struct PagePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  /// The folder, without a trailing slash; empty for the content folder itself.
  package var folder: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(text[..<slash])
  }

  package var fileName: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text }
    return String(text[text.index(after: slash)...])
  }

  /// `fileName` without its last extension.
  package var stem: String {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return fileName }
    return String(fileName[..<dot])
  }

  /// Whether this page stands for its folder.
  package var isIndex: Bool { fileName == "index.md" }

  /// The path of the HTML page relative to the site's root: `bottlerocket/index.html`.
  package var htmlPath: String { folder.isEmpty ? "\(stem).html" : "\(folder)/\(stem).html" }

  /// Resolves a relative reference as a browser would; nil when it climbs out of the content folder.
  package func resolving(_ reference: String) -> PagePath? {
    var components = reference.hasPrefix("/") ? [] : folder.split(separator: "/")
    for component in reference.split(separator: "/") where component != "." {
      if component == ".." {
        guard components.popLast() != nil else { return nil }
      } else {
        components.append(component)
      }
    }
    return PagePath(components.joined(separator: "/"))
  }

  package static func < (left: PagePath, right: PagePath) -> Bool { left.text < right.text }
}
