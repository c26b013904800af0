import RunbookBuild
import Testing

@Suite struct PrinterCatalogTests {
  /// A file `XPrinter.swift` is a printer, and each printer is in the list.
  @Test func listsEveryPrinterSorted() throws {
    let names = PrinterCatalog.all.map(\.name)
    #expect(names == names.sorted())
    let tests = String(#filePath).split(separator: "/").dropLast(4).joined(separator: "/")
    let files = try FileTree("/" + tests + "/Sources/RunbookBuild/Printers").files
      .filter { $0.hasSuffix("Printer.swift") && $0 != "DiagnosticPrinter.swift" }
      .map { $0.dropLast("Printer.swift".count).lowercased() }
    #expect(files.sorted() == names, "add the missing one to PrinterCatalog")
  }

  @Test func findsByName() {
    #expect(PrinterCatalog.printer(named: "json")?.isForPeople == false)
    #expect(PrinterCatalog.printer(named: "text")?.isForPeople == true)
    #expect(PrinterCatalog.printer(named: "yaml") == nil)
  }
}
