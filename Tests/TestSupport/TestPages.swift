package import Foundation

/// Markdown for the tests that compare us with other programs and audit every range.
package enum TestPages {
  /// The folder of the package.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

  package struct Page: Sendable {
    /// Relative to the folder that it comes from.
    package let name: String
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Every page of the package: the wiki, the sites of the tests, the hard cases of the export, what
  /// means harm, and the documents about the project.
  package static let own: [Page] = ["content", "Tests", "README.md", "ARCHITECTURE.md"].flatMap {
    pages(below: $0, of: root)
  }

  /// The pages of the wiki, which are without fault.
  package static let wiki: [Page] = pages(below: "content", of: root)

  /// Pages that others wrote. They are no part of the project; where some lie beside it, more is tried.
  package static let others: [Page] = pages(
    below: ".", of: root.deletingLastPathComponent().appending(path: "shared/corpora"))

  /// The specification of GitHub Flavored Markdown from Debian's source package of cmark-gfm, which
  /// `make oracles` fetches.
  package static let specification: String? = try? String(
    contentsOf: root.appending(path: ".build-oracles/spec.txt"), encoding: .utf8)

  /// The examples of the Mustache specification, one file after the other, from Debian's source package
  /// of libtext-hogan-perl, which `make oracles` fetches.
  package static let mustacheSpecification: String? = try? String(
    contentsOf: root.appending(path: ".build-oracles/mustache.yml"), encoding: .utf8)

  private static func pages(below place: String, of folder: URL) -> [Page] {
    let start = folder.appending(path: place)
    let found = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
    let names = found.map { $0.map { place == "." ? $0 : "\(place)/\($0)" } } ?? [place]
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder.appending(path: name).path).map {
        Page(name: name, bytes: Array($0))
      }
    }
  }
}
