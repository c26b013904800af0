import Foundation
import RunbookBuild
import TestSupport
import Testing

@Suite struct BuiltinTemplatesTests {
  /// A file that is added to the folder has to be added to the program.
  @Test func theProgramHoldsTheWholeFolder() throws {
    let folder = TestPages.root.appending(path: "templates")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.contains(".") }.sorted()
    #expect(BuiltinTemplates.files.map(\.name) == names)
    for file in BuiltinTemplates.files {
      let bytes = FileManager.default.contents(atPath: folder.appending(path: file.name).path)
      #expect(bytes.map { Array($0) } == file.bytes, "\(file.name)")
    }
  }
}
