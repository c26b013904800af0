package import RunbookChecks

/// One file of a page's export: a pure function of the page's tree.
package struct ConfluencePayload: Sendable {
  /// The product whose tree it is made from.
  package enum Product: Sendable {
    case cloud, dataCenter
    /// The product that the configuration names.
    case configured
  }

  /// Name of the file in the page's folder.
  package let fileName: String
  package let product: Product
  package let render: @Sendable (ConfluenceTree) -> [UInt8]

  package func target(configured: ConfluenceTarget) -> ConfluenceTarget {
    switch product {
    case .cloud: .cloud
    case .dataCenter: .dataCenter
    case .configured: configured
    }
  }
}

/// All payloads, sorted by file name. A test compares this list with the files in `Payloads/`.
package enum PayloadCatalog {
  package static let all: [ConfluencePayload] = [
    ADFPayload.payload,
    CloudPayload.payload,
    DataCenterPayload.payload,
    StoragePayload.payload,
  ]
}
