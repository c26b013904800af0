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
    let name = fileName
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return name
    }
    return String(name[..<dot])
  }

  /// Whether this page stands for its folder. A file of another name that does (`folderPageNames`) is
  /// called by this one everywhere but on the disk.
  package var isIndex: Bool { text == "index.md" || text.hasSuffix("/index.md") }

  /// Files that stand for their folder, as GitHub, Hugo and MkDocs have it: the first of them that is
  /// there does.
  private static let folderPageNames = ["index.md", "_index.md", "readme.md"]

  /// How much this file is meant to stand for its folder: less is more; nil for a page like others. A
  /// `README.md` may be spelt in upper and lower case as one likes.
  package var folderPageRank: Int? {
    let name = fileName
    guard (8...9).contains(name.utf8.count) else { return nil }
    if let rank = Self.folderPageNames.firstIndex(of: name) { return rank }
    guard name.hasSuffix(".md"), name.lowercased() == Self.folderPageNames.last else { return nil }
    return Self.folderPageNames.count
  }

  /// The page that stands for the folder of this one.
  package var folderPage: PagePath { PagePath(folder.isEmpty ? "index.md" : folder + "/index.md") }

  /// The path of the HTML page that shows what this folder holds.
  package var folderHTMLPath: String { text.isEmpty ? "index.html" : text + "/index.html" }

  /// The path of the HTML page relative to the site's root: `bottlerocket/index.html`.
  package var htmlPath: String {
    // The extension of nearly every page; what `stem` makes of other names is seldom asked.
    if text.utf8.count > 3, text.hasSuffix(".md"), !text.hasSuffix("/.md") {
      var text = text
      return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count + 2) { buffer in
          let start = buffer.initialize(fromContentsOf: bytes.dropLast(3))
          return buffer[start...].initialize(fromContentsOf: ".html".utf8)
        }
      }
    }
    return folder.isEmpty ? "\(stem).html" : "\(folder)/\(stem).html"
  }

  /// Resolves a relative reference as a browser would; nil when it climbs out of the content folder.
  package func resolving(_ reference: String) -> PagePath? {
    let slash = UInt8(ascii: "/")
    var path: [UInt8] = []
    if reference.utf8.first != slash, let end = text.utf8.lastIndex(of: slash) {
      path += text.utf8[..<end]
    }
    var reference = reference
    let isInside = reference.withUTF8 { reference -> Bool in
      var start = 0
      while start < reference.count {
        let end = reference[start...].firstIndex(of: slash) ?? reference.count
        guard Self.append(UnsafeBufferPointer(rebasing: reference[start..<end]), to: &path) else {
          return false
        }
        start = end + 1
      }
      return true
    }
    return isInside ? PagePath(String(decoding: path, as: UTF8.self)) : nil
  }

  /// Goes on from a folder by one component of a reference; false when that leads out of the top.
  private static func append(_ component: UnsafeBufferPointer<UInt8>, to path: inout [UInt8])
    -> Bool
  {
    if component.isEmpty || component.elementsEqual(".".utf8) { return true }
    if component.elementsEqual("..".utf8) {
      guard !path.isEmpty else { return false }
      path.removeSubrange((path.lastIndex(of: UInt8(ascii: "/")) ?? 0)...)
      return true
    }
    if !path.isEmpty { path.append(UInt8(ascii: "/")) }
    path.append(contentsOf: component)
    return true
  }

  package static func < (left: PagePath, right: PagePath) -> Bool { left.text < right.text }
}
