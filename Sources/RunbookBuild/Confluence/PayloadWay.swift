import RunbookChecks

/// How a page's export reaches Confluence: what the other way alone needs is no reason to do anything.
package enum PayloadWay: String, Sendable, CaseIterable {
  /// Pasted into the editor of the target.
  case paste
  /// As storage format, into a source editor or over the REST API.
  case storage

  /// The name of the payload that is used.
  ///
  /// - Parameter target: as a manifest names it.
  func payload(for target: String) -> String {
    switch self {
    case .paste: target == ConfluenceTarget.dataCenter.rawValue ? "dc.html" : "cloud.html"
    case .storage: "storage.xml"
    }
  }
}
