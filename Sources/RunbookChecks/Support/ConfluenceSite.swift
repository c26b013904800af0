import RunbookModel

/// The Confluence that the pages of a site are in, and the addresses of its pages.
package struct ConfluenceSite: Sendable, Equatable {
  /// Without a slash at its end.
  package let url: String
  package let target: ConfluenceTarget

  package init(url: String, target: ConfluenceTarget) {
    self.url = url
    self.target = target
  }

  /// The address of a Confluence as it is kept, of one that somebody has written: without a slash at
  /// its end. Atlassian's own host serves other products too, and Confluence below `/wiki`.
  ///
  /// - Returns: nil for what is no address of the web, or leads to something in a Confluence.
  static func url(of text: String) -> String? {
    guard let parts = PageAddressParts(text), !parts.hasQuery, !text.contains("#") else {
      return nil
    }
    let inside: Set<Substring> = ["spaces", "display", "pages", "x", "rest", "api"]
    guard !parts.path.contains(where: inside.contains) else { return nil }
    let isBare = parts.path.isEmpty && parts.origin.hasSuffix(".atlassian.net")
    return ([parts.origin[...]] + (isBare ? ["wiki"] : parts.path)).joined(separator: "/")
  }

  /// Where a page is shown.
  ///
  /// - Parameter space: the key of its space, if that is known.
  package func view(_ address: PageAddress, space: String?) -> String {
    if address.isView, let url = address.url { return url }
    // Whatever shows no page has the page's number.
    let id = address.id ?? ""
    guard target == .cloud, let space = address.space ?? space else {
      return "\(url)/pages/viewpage.action?pageId=\(id)"
    }
    return "\(url)/spaces/\(PercentEncoding.encode(space))/pages/\(id)"
  }

  /// Where a page is edited; nil where its number is not known.
  package func edit(_ address: PageAddress, space: String?) -> String? {
    guard let id = address.id else { return nil }
    guard target == .cloud, let space = address.space ?? space else {
      return "\(url)/pages/editpage.action?pageId=\(id)"
    }
    return "\(url)/spaces/\(PercentEncoding.encode(space))/pages/edit-v2/\(id)"
  }

  /// Where a new page is made, with its title filled in.
  ///
  /// - Parameter parent: the page that it belongs below; nil for the top of the space.
  package func create(_ title: String, below parent: PageAddress?, space: String) -> String {
    let address =
      "\(url)/pages/createpage.action?spaceKey=\(PercentEncoding.encode(space))"
      + "&title=\(PercentEncoding.encode(title))"
    return (parent?.id).map { "\(address)&fromPageId=\($0)" } ?? address
  }

  /// Where Data Center shows the page of a title; Cloud has no such address.
  package func view(title: String, space: String) -> String {
    let isPlain = title.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || " -_.".unicodeScalars.contains(scalar)
    }
    // Of other titles Confluence itself makes no `display` address.
    guard isPlain, !title.hasPrefix("."), title.first != " ", title.last != " " else {
      return "\(url)/pages/viewpage.action?spaceKey=\(PercentEncoding.encode(space))"
        + "&title=\(PercentEncoding.encode(title))"
    }
    let name = title.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "+")
    return "\(url)/display/\(PercentEncoding.encode(space))/\(name)"
  }
}

extension SiteConfig.Confluence {
  /// Where pages are: what the configuration says, else what the addresses of the address book say.
  package var site: ConfluenceSite? {
    (url ?? pages.site).map {
      ConfluenceSite(url: $0, target: ConfluenceTarget(rawValue: target) ?? .cloud)
    }
  }
}
