/// What a build was made from and what it made: as long as none of it changes, the same build would
/// make the same and say the same.
struct BuildRecord: Sendable, Equatable {
  /// Everything that the build was asked, as one text.
  let request: String
  /// What it read, under the names that it was given.
  let places: [NamedPlace]
  /// The output folder.
  let output: NamedPlace
  let sources: StampList
  let outputs: StampList
  let outcome: RecordedBuild

  private static let start = "runbookgen build record 3\n"

  /// Nil for bytes that no build has written.
  init?(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    guard reader.skip(Self.start), let sum = reader.number(), sum == Checksum.of(reader.rest),
      let request = reader.text(), let places = reader.places(),
      let output = reader.place(), let sources = reader.stamps(), let outputs = reader.stamps(),
      let pageCount = reader.number(), let fileCount = reader.number(),
      let hasResult = reader.number(), let result = reader.text(), let words = reader.text(),
      reader.isAtEnd
    else { return nil }
    self.init(
      request: request, places: places, output: output, sources: sources, outputs: outputs,
      outcome: RecordedBuild(
        pageCount: Int(truncatingIfNeeded: pageCount),
        fileCount: Int(truncatingIfNeeded: fileCount),
        result: hasResult == 1 ? result : nil, words: words))
  }

  init(
    request: String, places: [NamedPlace], output: NamedPlace, sources: StampList,
    outputs: StampList, outcome: RecordedBuild
  ) {
    self.request = request
    self.places = places
    self.output = output
    self.sources = sources
    self.outputs = outputs
    self.outcome = outcome
  }

  var bytes: [UInt8] {
    var writer = RecordWriter("")
    writer.text(request)
    writer.number(UInt64(places.count))
    for place in places { writer.place(place) }
    writer.place(output)
    writer.stamps(sources)
    writer.stamps(outputs)
    writer.number(UInt64(outcome.pageCount))
    writer.number(UInt64(outcome.fileCount))
    writer.number(outcome.result == nil ? 0 : 1)
    writer.text(outcome.result ?? "")
    writer.text(outcome.words)
    var record = RecordWriter(Self.start)
    record.number(Checksum.of(writer.bytes))
    return record.bytes + writer.bytes
  }
}

/// What a build said.
package struct RecordedBuild: Sendable, Equatable {
  package let pageCount: Int
  package let fileCount: Int
  /// What went to the standard output; nil when nothing was to.
  package let result: String?
  /// What went to standard error.
  package let words: String

  package init(pageCount: Int, fileCount: Int, result: String?, words: String) {
    self.pageCount = pageCount
    self.fileCount = fileCount
    self.result = result
    self.words = words
  }
}

/// Numbers are eight bytes, little end first; texts are their length and their UTF-8.
private struct RecordWriter {
  private(set) var bytes: [UInt8]

  init(_ start: String) { bytes = Array(start.utf8) }

  mutating func number(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func place(_ place: NamedPlace) {
    text(place.name)
    text(place.path)
  }

  mutating func stamps(_ list: StampList) {
    number(UInt64(list.entries.count))
    for entry in list.entries {
      text(entry.path)
      number(entry.stamp == nil ? 0 : 1)
      guard let stamp = entry.stamp else { continue }
      for value in stamp.numbers { number(value) }
    }
  }
}

/// Every answer is nil when the bytes do not hold what is asked for.
private struct RecordReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// What is left to be read.
  var rest: [UInt8] { Array(bytes[position...]) }

  mutating func skip(_ start: String) -> Bool {
    guard bytes[position...].starts(with: start.utf8) else { return false }
    position += start.utf8.count
    return true
  }

  mutating func number() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  mutating func text() -> String? {
    guard let count = number(), count <= UInt64(bytes.count - position) else { return nil }
    defer { position += Int(count) }
    return String(validating: bytes[position..<position + Int(count)], as: UTF8.self)
  }

  mutating func place() -> NamedPlace? {
    guard let name = text(), let path = text() else { return nil }
    return NamedPlace(name: name, path: path)
  }

  mutating func places() -> [NamedPlace]? {
    guard let count = number() else { return nil }
    var places: [NamedPlace] = []
    for _ in 0..<count {
      guard let place = place() else { return nil }
      places.append(place)
    }
    return places
  }

  mutating func stamps() -> StampList? {
    guard let count = number() else { return nil }
    var list = StampList()
    for _ in 0..<count {
      guard let path = text(), let isThere = number() else { return nil }
      var stamp: FileStamp?
      if isThere == 1 {
        guard let read = self.stamp() else { return nil }
        stamp = read
      }
      list.add(StampList.Entry(path: path, stamp: stamp))
    }
    return list
  }

  private mutating func stamp() -> FileStamp? {
    var numbers: [UInt64] = []
    numbers.reserveCapacity(FileStamp.numberCount)
    for _ in 0..<FileStamp.numberCount {
      guard let value = number() else { return nil }
      numbers.append(value)
    }
    return FileStamp(numbers: numbers)
  }
}
