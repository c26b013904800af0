/// Where the pages of a site are in Confluence: the file `confluence-pages.yml`, which lies beside the
/// configuration and is committed with it.
package struct AddressBook: Sendable, Equatable {
  package static let fileName = "confluence-pages.yml"

  private var addresses: [String: PageAddress] = [:]

  package init() {}

  /// Where the page of a source is; nil when nobody said so.
  ///
  /// - Parameter source: path of the page's file from the project folder, as the manifest names it.
  package subscript(source: String) -> PageAddress? {
    get { addresses[source] }
    set { addresses[source] = newValue }
  }

  package var isEmpty: Bool { addresses.isEmpty }

  /// Every source that has an entry, sorted by its bytes.
  package var sources: [String] {
    addresses.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The Confluence of the first address that names one.
  package var site: String? { sources.lazy.compactMap { addresses[$0]?.site }.first }

  /// The file: a line for each page, sorted, so that two branches that add pages merge.
  package var text: String {
    sources.map { Self.line($0, addresses[$0]?.text ?? "") }.joined()
  }

  private static func line(_ source: String, _ address: String) -> String {
    // An address holds nothing that means something to YAML but for a colon at its end.
    "\(YAMLText.scalar(source)): \(address.hasSuffix(":") ? "\"\(address)\"" : address)\n"
  }
}
