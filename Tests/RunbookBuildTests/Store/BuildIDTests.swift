import RunbookBuild
import Testing

/// The note by which a linker tells one build of the program from another.
@Suite struct BuildIDTests {
  private static let id = (1...20).map { UInt8($0) }

  private static func bytes(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The start of a file with one segment of notes: another one, and that of the linker.
  private static func file(kind: Int = 4, note: Int = 3) -> [UInt8] {
    let other = bytes(4, 4) + bytes(5, 4) + bytes(1, 4) + Array("GNU\0".utf8) + bytes(0, 8)
    let own = bytes(4, 4) + bytes(id.count, 4) + bytes(note, 4) + Array("GNU\0".utf8) + id
    let notes = other + own
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1]
    header += bytes(0, 26) + bytes(64, 8) + bytes(0, 14) + bytes(56, 2) + bytes(1, 2) + bytes(0, 6)
    let segment =
      bytes(kind, 4) + bytes(0, 4) + bytes(120, 8) + bytes(0, 16) + bytes(notes.count, 8)
      + bytes(0, 16)
    return header + segment + notes
  }

  @Test func theNoteIsFound() {
    #expect(BuildID.bytes(inStart: Self.file()) == Self.id)
  }

  @Test func otherFilesHaveNone() {
    #expect(BuildID.bytes(inStart: Self.file(kind: 1)) == nil)
    #expect(BuildID.bytes(inStart: Self.file(note: 1)) == nil)
    #expect(BuildID.bytes(inStart: Array("#!/bin/sh\nexit 0\n".utf8)) == nil)
    #expect(BuildID.bytes(inStart: []) == nil)
  }

  @Test func aFileThatIsCutOffHasNone() {
    let file = Self.file()
    for length in file.indices { #expect(BuildID.bytes(inStart: Array(file[..<length])) == nil) }
  }

  @Test func numbersThatLeadNowhereAreRefused() {
    for place in 32..<120 {
      var file = Self.file()
      file[place] = 0xFF
      _ = BuildID.bytes(inStart: file)
    }
  }
}
