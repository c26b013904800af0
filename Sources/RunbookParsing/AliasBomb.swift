/// Many aliases and a key that is a collection. Yams compares such keys with everything that their
/// aliases stand for written out, which may take longer than anyone lives; aliases in values are
/// counted as they are converted and do no harm.
enum AliasBomb {
  /// So many aliases cannot stand for more than some ten thousand copies of anything.
  private static let aliasLimit = 30

  static func isSuspected(in yaml: ArraySlice<UInt8>) -> Bool {
    var aliases = 0
    var hasCollectionKey = false
    var previous = UInt8(ascii: "\n")
    var index = yaml.startIndex
    while index < yaml.endIndex {
      let byte = yaml[index]
      let isTokenStart = previous <= 32 || "[{,:".utf8.contains(previous)
      previous = byte
      index += 1
      switch byte {
      case UInt8(ascii: "*") where isTokenStart:
        aliases += 1
        while index < yaml.endIndex, yaml[index] > 32, !",]}".utf8.contains(yaml[index]) {
          index += 1
        }
        hasCollectionKey = hasCollectionKey || isColon(after: index, in: yaml)
      case UInt8(ascii: "?") where isTokenStart: hasCollectionKey = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        hasCollectionKey = hasCollectionKey || isColon(after: index, in: yaml)
      default: break
      }
    }
    return hasCollectionKey && aliases > aliasLimit
  }

  private static func isColon(after start: Int, in yaml: ArraySlice<UInt8>) -> Bool {
    yaml[start...].first { $0 != 32 && $0 != 9 } == UInt8(ascii: ":")
  }
}
