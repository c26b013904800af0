extension Int {
  /// This many of something, such as `1 page` and `2 pages`.
  ///
  /// - Parameter plural: nil for the noun with an `s`.
  package func counted(_ noun: String, plural: String? = nil) -> String {
    self == 1 ? "1 \(noun)" : "\(self) \(plural ?? noun + "s")"
  }
}
