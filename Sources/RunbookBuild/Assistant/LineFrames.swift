/// Takes messages out of a stream in which each of them is a line.
package struct LineFrames: Sendable {
  package enum Message: Sendable, Equatable {
    /// Without its line end.
    case line([UInt8])
    /// A line that is longer than the limit, of which nothing is kept.
    case tooLong
  }

  private let limit: Int
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to here no line end was found.
  private var searched = 0
  private var isSkipping = false

  /// - Parameter limit: the most bytes that a line may have.
  package init(limit: Int) { self.limit = limit }

  package mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeFirst(start)
    searched -= start
    start = 0
    bytes.append(contentsOf: more)
  }

  /// The next whole line; nil where more has to be read.
  package mutating func next() -> Message? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      if bytes.count - start > limit {
        (start, isSkipping) = (bytes.count, true)
      }
      return nil
    }
    return take(to: end, next: end + 1)
  }

  /// What stands after the last line end when the stream is over; nil for nothing.
  package mutating func rest() -> Message? {
    start == bytes.count && !isSkipping ? nil : take(to: bytes.count, next: bytes.count)
  }

  private mutating func take(to end: Int, next: Int) -> Message {
    let message: Message =
      isSkipping || end - start > limit ? .tooLong : .line(Array(bytes[start..<end]))
    (start, searched, isSkipping) = (next, next, false)
    return message
  }
}
