import RunbookModel
import Synchronization

/// The SHA-256 of files that lie beside the pages, made when somebody asks for one.
final class AssetHashes: Sendable {
  private let project: Project
  /// Nil for a file that could not be read: copying it will say why.
  private let known: Mutex<[String: String?]>

  /// - Parameter diagrams: files that are not on the disk yet.
  init(_ project: Project, besides diagrams: [DiagramRun.Picture]) {
    self.project = project
    known = Mutex(
      Dictionary(
        diagrams.map { ($0.path, .some(SHA256.hex($0.bytes))) },
        uniquingKeysWith: { first, _ in first }))
  }

  func hash(of asset: String) -> String? {
    if let hash = known.withLock({ $0[asset] }) { return hash }
    var hash: String?
    if let bytes = try? project.discovery.asset(asset, project.config) {
      hash = SHA256.hex(bytes)
    }
    known.withLock { $0[asset] = .some(hash) }
    return hash
  }
}
