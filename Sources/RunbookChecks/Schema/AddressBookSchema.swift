package import RunbookModel

/// `confluence-pages.yml` as an AddressBook.
package enum AddressBookSchema {
  /// An address book and where its entries stand.
  package struct Reading: Sendable {
    package var book = AddressBook()
    /// The sources that are named, in the order of the file.
    package fileprivate(set) var sources: [Field<String>] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// Reads the root of the file; nil stands for an empty one. An entry that is no good is reported
  /// and left out.
  ///
  /// - Parameter confluence: what the configuration says of Confluence.
  package static func read(
    _ root: YAMLNode?, in file: SourceFile, _ confluence: SiteConfig.Confluence
  ) -> Reading {
    var reading = Reading()
    guard let root, !root.isNull else { return reading }
    guard case .mapping(let pairs) = root.kind else {
      reading.diagnostics.append(
        Diagnostic(
          "config-type", .error, at: file.range(root.range),
          "the address book is \(root.typeName); it takes a line such as "
            + "`content/page.md: 123456` for each page"))
      return reading
    }
    var owners: [String: Field<String>] = [:]
    for pair in pairs {
      guard let name = pair.key.scalar else {
        reading.diagnostics.append(
          Diagnostic(
            "config-type", .error, at: file.range(pair.key.range), "a page is named by its path"))
        continue
      }
      let source = Field(name, at: file.range(pair.key.range))
      let range = file.range(pair.value.isNull ? pair.key.range : pair.value.range)
      reading.sources.append(source)
      guard let address = reading.address(of: source, pair.value, at: range) else { continue }
      let site = confluence.url ?? reading.book.site
      if let site, let own = address.site, own != site {
        reading.reportOther(own, site, isConfigured: confluence.url != nil, at: range)
        continue
      }
      // The number is the same page however its address is spelt.
      let identity = address.id ?? address.text
      if let owner = owners[identity] {
        reading.reportShared(identity, source, owner)
        continue
      }
      owners[identity] = source
      reading.book[name] = address
    }
    return reading
  }

  /// Entries of pages that are not there.
  ///
  /// - Parameter pages: every page of the site.
  package static func unknown(
    _ sources: [Field<String>], among pages: [PageSummary], _ directories: SiteConfig.Directories
  ) -> [Diagnostic] {
    guard !sources.isEmpty else { return [] }
    let known = Set(pages.map(\.sourcePath))
    let named = Set(sources.map(\.value))
    let free = known.subtracting(named).sorted()
    return sources.filter { !known.contains($0.value) }.map { source in
      let inContent = directories.file(source.value)
      let meant = known.contains(inContent) && !named.contains(inContent) ? inContent : nil
      let near = meant ?? NearestName.suggestion(for: source.value, among: free)
      return Diagnostic(
        "config-unknown-key", .warning, at: source.range,
        "there is no page `\(source.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
        explanation:
          "An entry is found by the path of the page's file from the project folder. If the "
          + "page has a new name, give it here; if it is gone, remove the line with the page in "
          + "Confluence.",
        fixes: meant.map {
          [.init("name `\($0)`", edits: [.init(source.range.bytes, with: YAMLText.scalar($0))])]
        } ?? [])
    }
  }
}

extension AddressBookSchema.Reading {
  fileprivate mutating func address(
    of source: Field<String>, _ value: YAMLNode, at range: SourceRange
  ) -> PageAddress? {
    if let text = value.scalar, !value.isNull, let address = PageAddress(text) { return address }
    let found = value.scalar.map { $0.isEmpty ? "nothing" : "`\($0.prefix(80))`" }
    diagnostics.append(
      Diagnostic(
        "config-type", .error, at: range,
        "`\(source.value)` is \(found ?? value.typeName); it takes the number of a page in Confluence, "
          + "such as 123456, or its address",
        explanation: "Open the page in Confluence and copy the address of the browser, such as "
          + "https://acme.atlassian.net/wiki/spaces/OPS/pages/123456/Restart."))
    return nil
  }

  fileprivate mutating func reportOther(
    _ own: String, _ site: String, isConfigured: Bool, at range: SourceRange
  ) {
    diagnostics.append(
      Diagnostic(
        "config-type", .error, at: range, "this page is in `\(own)`, not in `\(site)`",
        explanation: isConfigured
          ? "`confluence.url` in the configuration says where all pages are. Mend the one or the other."
          : "All pages of a site are in one Confluence. `confluence.url` in the configuration says "
            + "which; without it the first address here does."))
  }

  fileprivate mutating func reportShared(
    _ identity: String, _ source: Field<String>, _ owner: Field<String>
  ) {
    diagnostics.append(
      Diagnostic(
        "config-type", .error, at: source.range,
        "`\(source.value)` and `\(owner.value)` are both the page \(identity)",
        explanation:
          "Each page has one of its own in Confluence: pasting the one would overwrite the "
          + "other.",
        notes: [.init("the page is first given here", at: owner.range)]))
  }
}
