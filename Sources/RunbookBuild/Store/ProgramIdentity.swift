import RunbookModel

/// Which program this is: results of another build of it are none of this one's.
enum ProgramIdentity {
  /// How many bytes are read at a time: the program is larger than all that a build of a small site needs.
  private static let blockSize = 1 << 20

  /// A key for the program: what its linker made of its bytes, or where it made nothing, the bytes, whose key is
  /// kept as long as the file does not change. Whoever could forge one could as well change the program.
  ///
  /// - Parameters:
  ///   - program: the path of the program's file.
  ///   - folder: the cache folder.
  /// - Returns: nil where the file cannot be read.
  static func key(of program: String, folder: String) -> ContentKey? {
    if let start = try? Disk.readStart(of: program, beyond: BuildID.reach),
      let id = BuildID.bytes(inStart: start)
    {
      var content = RecordWriter("build id\n")
      content.blob(id)
      return ContentKey(content)
    }
    guard let stamp = FileStamp(program) else { return nil }
    let kept = folder + "/program"
    var head = RecordWriter("runbookgen program 1\n")
    head.text(program)
    head.put(stamp.numbers)
    if let bytes = try? Disk.read(kept, limit: 1 << 16), bytes.starts(with: head.bytes) {
      var reader = RecordReader(Array(bytes.dropFirst(head.bytes.count)))
      if let key = try? reader.take(ContentKey.self), reader.isAtEnd { return key }
    }
    guard let key = key(ofBytesOf: program) else { return nil }
    head.put(key)
    _ = try? Disk.makeFolders(folder, shown: folder)
    try? Disk.replace(kept, with: head.bytes)
    return key
  }
  private static func key(ofBytesOf program: String) -> ContentKey? {
    var (content, block) = (RecordWriter(), [UInt8]())
    block.reserveCapacity(blockSize)
    func endBlock() {
      content.put(block.count)
      content.word(Checksum.of(block))
      block.removeAll(keepingCapacity: true)
    }
    do throws(FileProblem) {
      try Disk.forEachChunk(of: program) { chunk in
        var rest = chunk[...]
        while !rest.isEmpty {
          let part = rest.prefix(blockSize - block.count)
          block += part
          rest = rest[part.endIndex...]
          if block.count == blockSize { endBlock() }
        }
      }
    } catch {
      return nil
    }
    endBlock()
    return ContentKey(content)
  }
}
