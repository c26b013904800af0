/// A version of a program: `1.30`, `v1.30.2`. Up to four numbers, compared one after the other; what is not given is
/// zero.
package struct ProgramVersion: Sendable, Hashable, Comparable {
  private let numbers: SIMD4<UInt32>
  /// How many numbers it was written with.
  private let count: Int

  /// - Returns: nil for anything else.
  package init?(_ text: some StringProtocol) {
    let digits = text.hasPrefix("v") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var numbers = SIMD4<UInt32>()
    for (index, part) in parts.enumerated() {
      guard part.utf8.count <= 9, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = UInt32(part)
      else { return nil }
      numbers[index] = number
    }
    self.init(numbers, count: parts.count)
  }

  private init(_ numbers: SIMD4<UInt32>, count: Int) {
    self.numbers = numbers
    self.count = count
  }

  static let zero = ProgramVersion(SIMD4(), count: 1)

  /// The first version that no longer belongs to this one: `1.31` for `1.30`, `1.30.3` for `1.30.2`.
  package var next: ProgramVersion { moved(by: 1, at: count - 1) }

  /// The version with its second number raised or lowered, and nothing after it: `1.31` for `1.30.2`. One that
  /// would fall below zero is the first of its kind.
  func minor(_ distance: Int) -> ProgramVersion { moved(by: distance, at: 1) }

  private func moved(by distance: Int, at index: Int) -> ProgramVersion {
    var numbers = numbers
    for place in index + 1..<4 { numbers[place] = 0 }
    numbers[index] = UInt32(max(0, Int(numbers[index]) + distance))
    return ProgramVersion(numbers, count: index + 1)
  }

  package var text: String { (0..<count).map { String(numbers[$0]) }.joined(separator: ".") }

  package static func == (left: ProgramVersion, right: ProgramVersion) -> Bool {
    left.numbers == right.numbers
  }

  package static func < (left: ProgramVersion, right: ProgramVersion) -> Bool {
    for index in 0..<4 where left.numbers[index] != right.numbers[index] {
      return left.numbers[index] < right.numbers[index]
    }
    return false
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(numbers) }
}
