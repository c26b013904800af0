import Foundation
import Testing

/// The house rules that the compiler does not hold us to.
@Suite struct ArchitectureTests {
  /// Which of our modules each target may import, and which of others'.
  static let allowed: [String: (own: Set<String>, others: Set<String>)] = [
    "RunbookModel": ([], []),
    "RunbookParsing": (["RunbookModel", "CCMark"], ["Yams", "Synchronization"]),
    "RunbookCommands": (["RunbookModel"], []),
    "RunbookChecks": (["RunbookModel", "RunbookCommands"], []),
    "RunbookRendering": (["RunbookModel", "RunbookCommands", "RunbookChecks"], ["Mustache"]),
    "RunbookBuild": (
      ["RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering"],
      ["Glibc", "Darwin", "FoundationEssentials", "Foundation", "Synchronization"]
    ),
    "runbookgen": (
      ["RunbookModel", "RunbookChecks", "RunbookBuild"],
      ["ArgumentParser", "Glibc", "Darwin", "FoundationEssentials", "Foundation"]
    ),
  ]

  @Test func importsRunDownward() throws {
    for file in House.sources {
      let target = try #require(file.path.split(separator: "/").dropFirst().first.map(String.init))
      let rule = try #require(Self.allowed[target], "\(target) is not in the table")
      for module in file.imports {
        #expect(
          rule.own.contains(module) || rule.others.contains(module),
          "\(file.path) imports \(module)")
      }
    }
  }

  @Test func targetsAreWhatTheTableSays() {
    let targets = Set(House.sources.map { String($0.path.split(separator: "/")[1]) })
    #expect(targets == Set(Self.allowed.keys))
  }

  @Test func onlyOneFileSeesC() {
    let files = House.sources.filter { $0.imports.contains("CCMark") }.map(\.path)
    #expect(files == ["Sources/RunbookParsing/CMarkTree.swift"])
  }

  /// A list, the folder whose files it must name, and what it says of each.
  static let catalogs: [(list: String, folder: String, suffix: String, except: Set<String>)] = [
    ("Sources/RunbookChecks/Engine/RuleCatalog.swift", "Sources/RunbookChecks/Rules", ".rule", []),
    (
      "Sources/RunbookChecks/Tables/TypedTable.swift", "Sources/RunbookChecks/Tables", ".schema",
      ["TypedTable"]
    ),
    (
      "Sources/RunbookRendering/Formats/OutputFormat.swift", "Sources/RunbookRendering/Formats",
      ".format", ["OutputFormat"]
    ),
    (
      "Sources/RunbookBuild/Printers/PrinterCatalog.swift", "Sources/RunbookBuild/Printers",
      ".printer", ["PrinterCatalog", "DiagnosticPrinter", "DiagnosticReport"]
    ),
    (
      "Sources/runbookgen/Runbookgen.swift", "Sources/runbookgen/Commands", ".self", []
    ),
  ]

  @Test(arguments: catalogs.indices) func everyFileIsInItsList(_ index: Int) throws {
    let catalog = Self.catalogs[index]
    let list = try #require(House.sources.first { $0.path == catalog.list })
    let files = House.sources.filter {
      $0.path.hasPrefix(catalog.folder + "/") && $0.text.contains("static let \(catalog.suffix.dropFirst())")
        || catalog.suffix == ".self" && $0.path.hasPrefix(catalog.folder + "/")
    }.map(\.name).filter { !catalog.except.contains($0) }
    #expect(!files.isEmpty)
    for name in files {
      #expect(
        list.text.contains("    \(name)\(catalog.suffix)"),
        "add \(name)\(catalog.suffix) to \(catalog.list)")
    }
  }

  @Test(arguments: catalogs.indices) func everyListIsSorted(_ index: Int) throws {
    let catalog = Self.catalogs[index]
    let list = try #require(House.sources.first { $0.path == catalog.list })
    let entries = list.text.split(separator: "\n").filter {
      $0.hasPrefix("    ") && $0.trimmingCharacters(in: CharacterSet(charactersIn: " ,")).hasSuffix(catalog.suffix)
    }.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ,")) }
    #expect(entries == entries.sorted())
  }

  @Test func lowerFloorsNeedNoFoundation() {
    let floors = ["RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks"]
    for file in House.sources where floors.contains(String(file.path.split(separator: "/")[1])) {
      #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }

  /// A smell detector, not a law: past this a file has more than one meaning.
  @Test func filesStaySmall() {
    for file in House.sources {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 400, "\(file.path) has \(lines) lines")
    }
  }

  @Test func noFatalErrorOnWhatAUserCanType() {
    for file in House.sources {
      for word in ["fatalError(", "preconditionFailure(", "try!", "as!"] {
        #expect(!file.text.contains(word), "\(file.path) has \(word)")
      }
    }
  }
}

/// The sources as text.
enum House {
  struct File {
    /// Relative to the package folder.
    let path: String
    let text: String

    var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

    var imports: [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1,
          !line.hasPrefix(" "), !line.hasPrefix("/")
        else { return nil }
        return String(words[place + 1])
      }
    }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let sources: [File] = {
    let folder = root.appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map {
        File(path: "Sources/" + name, text: $0)
      }
    }
  }()
}
