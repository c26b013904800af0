/// `storage.xml`: what the REST interface and storage-format source editors take.
enum StoragePayload {
  static let payload = ConfluencePayload(
    fileName: "storage.xml", product: .configured, render: StorageRenderer.render)
}
