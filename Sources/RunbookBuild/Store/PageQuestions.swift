import RunbookModel
import Synchronization

/// What was asked of other files while a page was rendered, beyond what every page sees. Who answers notes it
/// for the page that is being rendered at that moment.
final class PageQuestions: Sendable {
  @TaskLocal static var current: PageQuestions?

  private struct Asked {
    var assets: [String: String?] = [:]
    var headings: Set<PagePath> = []
  }

  private let asked = Mutex(Asked())

  /// - Parameter hash: the answer.
  func note(asset path: String, _ hash: String?) {
    asked.withLock { $0.assets[path] = .some(hash) }
  }

  func note(headingsOf page: PagePath) { asked.withLock { _ = $0.headings.insert(page) } }

  /// The files beside the pages whose hashes were asked for, with the answers, by path.
  var assets: [(path: String, hash: String?)] {
    asked.withLock { $0.assets.sorted { $0.key < $1.key } }.map { (path: $0.key, hash: $0.value) }
  }

  /// The pages whose headings were asked for.
  var headings: [PagePath] { asked.withLock { $0.headings.sorted() } }
}
