import RunbookModel

/// Which program this is: results of another build of it are none of this one's.
enum ProgramIdentity {
  private static let limit = 1 << 30

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
    guard let bytes = try? Disk.read(program, limit: limit) else { return nil }
    var content = RecordWriter()
    content.put(bytes.count)
    content.number(Checksum.of(bytes))
    let key = ContentKey(content)
    head.put(key)
    _ = try? Disk.makeFolders(folder, shown: folder)
    try? Disk.replace(kept, with: head.bytes)
    return key
  }
}
