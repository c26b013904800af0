import Foundation

/// How the cost of a computation grows with its input, told by the processor time of the thread that
/// runs it. Other processes make a computation last longer; they do not make it cost more than caches
/// that they take from it, for which the limit has room.
package enum Growth {
  /// Whether four times the input costs less than eight times as much. Work in proportion to its input
  /// costs four times as much, work in proportion to the square of it sixteen times.
  ///
  /// - Parameters:
  ///   - size: the larger of the two inputs; the smaller one is a quarter of it.
  ///   - input: makes an input of a size; this is not counted.
  ///   - work: what is counted. It may not wait, nor use other threads.
  package static func isLinear<Input>(
    upTo size: Int, input: (Int) -> Input, work: (Input) -> Void
  ) -> Bool {
    let (small, large) = (input(size / 4), input(size))
    // A trial that something disturbed says nothing; one that was not says all.
    return (0..<5).contains { _ in
      let limit = max(processorTime { work(small) }, smallest) * 8
      return processorTime { work(large) } < limit
    }
  }

  /// Below this the clock and the first use of the code weigh more than the input.
  private static let smallest = Duration.microseconds(300)

  /// What a body costs its thread, however long it has to wait for a core.
  private static func processorTime(_ body: () -> Void) -> Duration {
    let start = now()
    body()
    return now() - start
  }

  private static func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
