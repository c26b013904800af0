import RunbookModel

/// `confluence/manifest.json`: what each page is in Confluence, and hashes of what would be pasted.
/// Two manifests tell which pages have to be pasted again.
///
/// An entry depends on its own page alone. Nothing in it counts other pages, a parent on the site is
/// named by its source, and a page's place among the others is the order of the entries.
package struct ConfluenceManifest: Sendable, Equatable {
  /// The number of the form; a reader refuses any other.
  package static let version = 2

  /// The target of `storage.xml`, as the configuration names it.
  package let target: String
  /// In reading order.
  package let pages: [Page]

  package init(target: String, pages: [Page]) {
    self.target = target
    self.pages = pages
  }

  package struct Page: Sendable, Equatable {
    /// Path from the project folder; who the page is, whatever it is called.
    package let source: String
    package let title: String
    package var space: String?
    package var parent: Parent?
    /// As Confluence spells them.
    package var labels: [String] = []
    /// The front matter's `order`.
    package var order: Int?
    /// Titles that its storage format links to, without duplicates. Confluence finds a page by its
    /// title, so a page changes when one of these does.
    package var linkedTitles: [String] = []
    package var attachments: [Attachment] = []
    package var payloads: [Payload] = []
    package var losses: [Loss] = []

    package init(source: String, title: String) {
      self.source = source
      self.title = title
    }
  }

  package enum Parent: Sendable, Equatable {
    /// A page of the site, by its source: its title is its own entry's matter.
    case page(source: String)
    /// A page that is somewhere in Confluence.
    case title(String)
  }

  /// A file to upload beside the page.
  package struct Attachment: Sendable, Equatable {
    /// The name in Confluence, which has no folders.
    package let name: String
    /// Path from the output folder.
    package let path: String
    /// Nil when the file could not be read.
    package let sha256: String?

    package init(name: String, path: String, sha256: String?) {
      self.name = name
      self.path = path
      self.sha256 = sha256
    }
  }

  /// One form of the page's content.
  package struct Payload: Sendable, Equatable {
    /// `cloud.html`
    package let name: String
    /// Path from the output folder.
    package let path: String
    /// Of the normalised output: without the generated-by line, whose revision is new in every
    /// build. Nil for ADF: it says what `cloud.html` says.
    package let sha256: String?

    package init(name: String, path: String, sha256: String?) {
      self.name = name
      self.path = path
      self.sha256 = sha256
    }
  }

  package struct Loss: Sendable, Equatable {
    /// The product that it concerns, as the configuration names it.
    package let target: String
    /// The payloads that it concerns: `every`, `storage` or `paste`.
    package let payloads: String
    /// The heading it stands under; nil above the first one.
    package let under: String?
    package let what: String
    package let why: String

    package init(target: String, payloads: String, under: String?, what: String, why: String) {
      self.target = target
      self.payloads = payloads
      self.under = under
      self.what = what
      self.why = why
    }
  }
}

extension ConfluenceManifest {
  /// The file, from entries that were written with their pages.
  package static func json(target: String, entries: [[UInt8]]) -> [UInt8] {
    var bytes = Array("{\n  \"version\": \(version),\n  \"target\": ".utf8)
    var name = JSONWriter()
    name.string(target)
    bytes += name.bytes + Array(",\n  \"pages\": [".utf8)
    for (index, entry) in entries.enumerated() {
      bytes += Array((index == 0 ? "\n" : ",\n").utf8) + entry
    }
    return bytes + Array((entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
  }

  package var json: [UInt8] { Self.json(target: target, entries: pages.map(\.json)) }
}

extension ConfluenceManifest.Page {
  /// The entry as it stands in the file.
  package var json: [UInt8] {
    var json = JSONWriter(depth: 2)
    json.object { json in
      json.member("source") { $0.string(source) }
      json.member("title") { $0.string(title) }
      json.member("space") { $0.string(space) }
      json.member("parent") { write(parent, to: &$0) }
      json.member("labels") { $0.array(labels) { $0.string($1) } }
      json.member("order") { json in
        if let order { json.number(order) } else { json.string(nil) }
      }
      json.member("linkedTitles") { $0.array(linkedTitles) { $0.string($1) } }
      json.member("attachments") { $0.array(attachments, write) }
      json.member("payloads") { $0.array(payloads, write) }
      json.member("losses") { $0.array(losses, write) }
    }
    return Array("    ".utf8) + json.bytes
  }

  private func write(_ parent: ConfluenceManifest.Parent?, to json: inout JSONWriter) {
    switch parent {
    case nil: json.string(nil)
    case .page(let source): json.object { $0.member("source") { $0.string(source) } }
    case .title(let title): json.object { $0.member("title") { $0.string(title) } }
    }
  }

  private func write(_ json: inout JSONWriter, _ attachment: ConfluenceManifest.Attachment) {
    json.object { json in
      json.member("name") { $0.string(attachment.name) }
      json.member("path") { $0.string(attachment.path) }
      json.member("sha256") { $0.string(attachment.sha256) }
    }
  }

  private func write(_ json: inout JSONWriter, _ payload: ConfluenceManifest.Payload) {
    json.object { json in
      json.member("name") { $0.string(payload.name) }
      json.member("path") { $0.string(payload.path) }
      json.member("sha256") { $0.string(payload.sha256) }
    }
  }

  private func write(_ json: inout JSONWriter, _ loss: ConfluenceManifest.Loss) {
    json.object { json in
      json.member("target") { $0.string(loss.target) }
      json.member("payloads") { $0.string(loss.payloads) }
      json.member("under") { $0.string(loss.under) }
      json.member("what") { $0.string(loss.what) }
      json.member("why") { $0.string(loss.why) }
    }
  }
}
