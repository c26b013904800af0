/// The two products that read storage format. They agree on the syntax and differ in what their
/// editors can hold, so an export is made for one of them.
package enum ConfluenceTarget: String, Sendable, CaseIterable {
  /// Confluence Cloud: pages become Atlassian Document Format behind the scenes.
  case cloud
  /// Confluence Data Center: pages stay XHTML.
  case dataCenter = "data-center"

  /// The product's name.
  package var title: String {
    switch self {
    case .cloud: "Confluence Cloud"
    case .dataCenter: "Confluence Data Center"
    }
  }
}
