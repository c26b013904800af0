import RunbookChecks

/// Where a page of the site is in Confluence, so that others can lead there.
struct ConfluencePlace {
  let site: ConfluenceSite
  /// The address that shows it.
  let view: String

  /// By the address book; else by its title, for which Data Center has an address and Cloud has not.
  init?(of page: PageSummary, in site: Site) {
    let confluence = site.config.confluence
    guard let place = confluence.site else { return nil }
    let space = page.metadata.confluence.space ?? confluence.space
    if let address = confluence.pages[page.sourcePath] {
      view = place.view(address, space: space)
    } else if place.target == .dataCenter, let space {
      view = place.view(title: page.confluenceTitle.value, space: space)
    } else {
      return nil
    }
    self.site = place
  }
}
