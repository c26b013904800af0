import RunbookChecks

/// The way from an entry of a Copy page to its page in Confluence: buttons that open, edit and create
/// it, and a field for the address after the first paste. `addresses.js` fills in what it is told there,
/// so that every address is made of the same forms.
struct CopyAddress: Sendable {
  /// Where the script puts the number of a page.
  private static let number = PageAddress(id: "{id}")

  private let source: String
  private let given: PageAddress?
  private let site: ConfluenceSite?
  private let space: String?
  private let title: String
  private let parent: ConfluenceManifest.Parent?
  private let parentAddress: PageAddress?

  init(_ page: ConfluenceManifest.Page, in site: Site) {
    let confluence = site.config.confluence
    source = page.source
    title = page.title
    space = page.space
    parent = page.parent
    given = confluence.pages[page.source]
    self.site = confluence.site
    if case .page(let source)? = page.parent {
      parentAddress = confluence.pages[source]
    } else {
      parentAddress = nil
    }
  }

  /// Where a page is that is gone from the site.
  static func view(of source: String, in site: Site) -> String? {
    let confluence = site.config.confluence
    guard let place = confluence.site, let address = confluence.pages[source] else { return nil }
    return place.view(address, space: confluence.space)
  }

  func write(to html: inout MarkupWriter) {
    html.raw("<div class=\"copy-address\"")
    html.attribute("data-line", YAMLText.scalar(source))
    if let site { html.attribute("data-site", site.url) }
    if case .page(let source)? = parent { html.attribute("data-parent", source) }
    html.raw(">")
    link("view", "Open in Confluence", site?.view(Self.number, space: space), address: view, &html)
    link("edit", "Edit in Confluence", site?.edit(Self.number, space: space), address: edit, &html)
    link(
      "create", parent == nil ? "Create in the space" : "Create below the parent",
      create(number: true),
      address: given == nil ? create(number: false) : nil, &html)
    html.raw("<label data-needs-script hidden>Address in Confluence <input type=\"text\"")
    html.raw(" data-address autocomplete=\"off\" spellcheck=\"false\"")
    html.attribute("value", given?.text ?? "")
    html.raw("></label></div>\n")
  }

  private var view: String? {
    given.flatMap { address in site.map { $0.view(address, space: space) } ?? address.url }
  }

  private var edit: String? {
    given.flatMap { address in site.flatMap { $0.edit(address, space: space) } }
  }

  /// Where the page is created. One that hangs below a page of which nobody knows the number is made
  /// by hand: anywhere else it would have to be moved.
  private func create(number: Bool) -> String? {
    guard let site, let space else { return nil }
    switch parent {
    case nil: return site.create(title, below: nil, space: space)
    case .title: return nil
    case .page:
      let below = number ? Self.number : parentAddress
      return below?.id == nil ? nil : site.create(title, below: below, space: space)
    }
  }

  /// - Parameters:
  ///   - form: the address with `{id}` in it.
  ///   - address: where it leads now; nil hides it.
  private func link(
    _ name: String, _ text: String, _ form: String?, address: String?, _ html: inout MarkupWriter
  ) {
    guard form != nil || address != nil || name == "view" else { return }
    html.raw("<a class=\"button\" data-go=\"\(name)\"")
    if let form { html.attribute("data-form", form) }
    if let address {
      html.attribute("href", address)
      html.raw(" target=\"_blank\" rel=\"noopener\"")
    } else {
      html.raw(" hidden")
    }
    html.raw(">\(text)</a> ")
  }
}
