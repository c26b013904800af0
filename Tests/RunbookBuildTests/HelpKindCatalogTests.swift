import RunbookBuild
import RunbookCommands
import Testing

@Suite struct HelpKindCatalogTests {
  /// Each file of the folder is a kind of help, and each kind is in the list.
  @Test func listsEveryKind() throws {
    let root = String(#filePath).split(separator: "/").dropLast(3).joined(separator: "/")
    let files = try FileTree("/" + root + "/Sources/RunbookCommands/Learn/Kinds").files
    #expect(files.count == HelpKindCatalog.all.count, "add the missing one to HelpKindCatalog")
    #expect(Set(HelpKindCatalog.all.map(\.name)).count == files.count)
  }
}
