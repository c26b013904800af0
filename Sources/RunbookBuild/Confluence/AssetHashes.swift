import RunbookModel
import Synchronization

/// The SHA-256 of files that lie beside the pages, made when somebody asks for one.
final class AssetHashes: Sendable {
  private let project: Project
  /// Nil for a file that could not be read: copying it will say why.
  private let known = Mutex<[String: String?]>([:])

  init(_ project: Project) { self.project = project }

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
