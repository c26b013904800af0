extension UInt8 {
  /// Whether it is one of the characters of a literal, all of them ASCII: `byte.isOne(of: "-_.")`. Asked of nearly
  /// every byte of a page, where a `String` takes ten times as long. Public, as the compiler puts the bodies of
  /// nothing less into other modules.
  @inlinable
  public func isOne(of list: StaticString) -> Bool {
    for index in 0..<list.utf8CodeUnitCount where list.utf8Start[index] == self { return true }
    return false
  }
}
