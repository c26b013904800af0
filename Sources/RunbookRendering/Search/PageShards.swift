import Synchronization

/// Gathers what hits show of each page into shards of two pages, and lets go of a shard when its last
/// page has come: texts of all pages at once would be most of what a large site keeps in memory.
package final class PageShards: Sendable {
  static let pagesPerShard = 2

  private let site: String
  private let pageCount: Int
  /// Of each shard that is not complete, what its pages show, by their position.
  private let waiting = Mutex<[Int: [Int: [UInt8]]]>([:])

  package init(site: String, pageCount: Int) {
    self.site = site
    self.pageCount = pageCount
  }

  /// The shards, with the positions of their pages.
  var files: [SharedFile] {
    stride(from: 0, to: pageCount, by: Self.pagesPerShard).map { first in
      SharedFile(
        path: SearchShards.path("d\(first / Self.pagesPerShard)"),
        pages: first..<min(first + Self.pagesPerShard, pageCount))
    }
  }

  /// Takes what a page shows. May be called from several threads.
  ///
  /// - Returns: the shard that is complete with it.
  package func add(_ shown: [UInt8], at position: Int) -> OutputFile? {
    let number = position / Self.pagesPerShard
    let first = number * Self.pagesPerShard
    let size = min(Self.pagesPerShard, pageCount - first)
    let complete = waiting.withLock { waiting -> [Int: [UInt8]]? in
      waiting[number, default: [:]][position] = shown
      return waiting[number]?.count == size ? waiting.removeValue(forKey: number) : nil
    }
    guard let complete else { return nil }
    var bytes: [UInt8] = []
    for position in first..<first + size {
      bytes += bytes.isEmpty ? "[".utf8 : ",\n".utf8
      bytes += complete[position] ?? []
    }
    return SearchShards.file("d\(number)", site, bytes + [UInt8(ascii: "]")])
  }
}
