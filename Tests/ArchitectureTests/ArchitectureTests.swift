import Foundation
import Testing

/// The house rules that the compiler does not hold us to.
@Suite struct ArchitectureTests {
  /// Which of our modules each target may import, and which of others'.
  static let allowed: [String: (own: Set<String>, others: Set<String>)] = [
    "RunbookModel": (["CCrypto"], []),
    "RunbookParsing": (["RunbookModel", "CCMark", "CYAML"], ["Synchronization"]),
    // Schemas and patterns that were read once are kept behind a lock; that is all the state there is.
    "RunbookCommands": (["RunbookModel"], ["Synchronization"]),
    "RunbookChecks": (["RunbookModel", "RunbookCommands"], ["Synchronization"]),
    "RunbookRendering": (
      ["RunbookModel", "RunbookCommands", "RunbookChecks"], ["Synchronization"]
    ),
    "RunbookBuild": (
      [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering",
        "CLinux", "CTemplates",
      ],
      ["Glibc", "Darwin", "FoundationEssentials", "Foundation", "Synchronization"]
    ),
    "RunbookPublishing": (
      ["RunbookModel", "RunbookChecks", "RunbookRendering", "RunbookBuild"], []
    ),
    "RunbookServing": (
      [
        "RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks", "RunbookRendering",
        "RunbookBuild",
      ], ["Synchronization"]
    ),
    "RunbookPreview": (
      ["RunbookModel", "RunbookChecks", "RunbookRendering", "RunbookBuild"],
      ["NIOCore", "NIOPosix", "NIOHTTP1", "Synchronization"]
    ),
    "runbookgen": (
      [
        "RunbookModel", "RunbookCommands", "RunbookChecks", "RunbookBuild", "RunbookPublishing",
        "RunbookServing", "RunbookPreview",
      ],
      [
        "ArgumentParser", "Glibc", "Darwin", "FoundationEssentials", "Foundation",
        "Synchronization",
      ]
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

  /// A list, the folder whose files it must name, what marks such a file, and how it is named.
  struct Catalog {
    let list: String
    let folder: String
    let marker: String
    let suffix: String

    static let all = [
      Catalog(
        list: "Sources/RunbookChecks/Engine/RuleCatalog.swift",
        folder: "Sources/RunbookChecks/Rules/", marker: "static let rule = Rule(", suffix: ".rule"),
      Catalog(
        list: "Sources/RunbookChecks/Tables/TypedTable.swift",
        folder: "Sources/RunbookChecks/Tables/", marker: "static let schema = TableSchema(",
        suffix: ".schema"),
      Catalog(
        list: "Sources/RunbookCommands/Programs/ProgramCatalog.swift",
        folder: "Sources/RunbookCommands/Programs/Schemas/",
        marker: "static let entry = ProgramEntry(", suffix: ".entry"),
      Catalog(
        list: "Sources/RunbookRendering/Formats/OutputFormat.swift",
        folder: "Sources/RunbookRendering/Formats/", marker: "static let format = OutputFormat(",
        suffix: ".format"),
      Catalog(
        list: "Sources/RunbookRendering/Confluence/Payloads/ConfluencePayload.swift",
        folder: "Sources/RunbookRendering/Confluence/Payloads/",
        marker: "static let payload = ConfluencePayload(", suffix: ".payload"),
      Catalog(
        list: "Sources/RunbookBuild/Printers/DiagnosticPrinter.swift",
        folder: "Sources/RunbookBuild/Printers/", marker: "struct Self: DiagnosticPrinter {",
        suffix: "()"),
      Catalog(
        list: "Sources/RunbookServing/Editor/EditorRequest.swift",
        folder: "Sources/RunbookServing/Editor/Requests/",
        marker: "static let request = EditorRequest(", suffix: ".request"),
      Catalog(
        list: "Sources/runbookgen/Runbookgen.swift", folder: "Sources/runbookgen/Commands/",
        marker: "ParsableCommand {", suffix: ".self"),
    ]

    var members: [String] {
      House.sources.filter {
        $0.path.hasPrefix(folder)
          && $0.text.contains(marker.replacingOccurrences(of: "Self", with: $0.name))
      }.map(\.name)
    }

    /// The entries of the list, as they are written.
    var entries: [String] {
      // A long list goes on in `List+Rest.swift`.
      let parts = House.sources.filter {
        $0.path == list || $0.path.hasPrefix(list.dropLast(".swift".count) + "+")
      }
      return parts.sorted { $0.path.count < $1.path.count }.map(\.text).joined(separator: "\n")
        .split(separator: "\n").compactMap { line in
          let entry = line.trimmingCharacters(in: CharacterSet(charactersIn: " ,"))
          guard entry.hasSuffix(suffix), entry.first?.isUppercase == true, !entry.contains(" ")
          else { return nil }
          return String(entry.dropLast(suffix.count))
        }
    }
  }

  @Test(arguments: Catalog.all.indices) func everyFileIsInItsList(_ index: Int) {
    let catalog = Catalog.all[index]
    #expect(!catalog.members.isEmpty)
    for name in catalog.members where !catalog.entries.contains(name) {
      Issue.record("add \(name)\(catalog.suffix) to \(catalog.list)")
    }
    #expect(Set(catalog.entries) == Set(catalog.members))
    #expect(catalog.entries == catalog.entries.sorted())
  }

  /// Only rules live in the folder of rules, each in the file of its name.
  @Test func everyRuleFileIsNamedLikeItsRule() {
    for file in House.sources where file.path.hasPrefix("Sources/RunbookChecks/Rules/") {
      let id = file.name.replacingOccurrences(
        of: "(?<!^)([A-Z])", with: "-$1", options: .regularExpression
      ).lowercased()
      #expect(file.text.contains("\"\(id)\""), "\(file.path)")
      #expect(file.text.contains("static let rule = Rule("), "\(file.path)")
    }
  }

  /// What was found on a page is taken for what is found there on another day, unless its review is news on
  /// one of them: `isReviewNews` knows what these rules ask.
  @Test func onlyRulesOfReviewsAskForTheDay() {
    let asking = House.sources.filter { $0.text.contains("context.today") }.map(\.name)
    #expect(asking.sorted() == ["ReviewInFuture", "ReviewOverdue"])
  }

  @Test func lowerFloorsNeedNoFoundation() {
    let floors = ["RunbookModel", "RunbookParsing", "RunbookCommands", "RunbookChecks"]
    for file in House.sources where floors.contains(String(file.path.split(separator: "/")[1])) {
      #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }

  /// Past this a file has more than one meaning. Generated code and data are as long as what they hold.
  @Test func filesStaySmall() throws {
    let files = House.files.filter { file in
      ([".swift", ".py", ".js", ".css", ".c", ".h", ".mustache"].contains(
        where: file.path.hasSuffix)
        || file.path.hasPrefix("Scripts/") && !file.path.hasSuffix(".txt"))
        && !file.path.contains("/Schemas/") && !file.text.contains("\n// Generated by ")
    }
    let sizes = files.map { file in
      (file.path, file.text.utf8.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 })
    }
    // Another style sheet would be another request of every page.
    for (path, lines) in sizes where path != "templates/assets/site.css" {
      #expect(lines <= 400, "\(path) has \(lines) lines")
    }
    let median = try #require(sizes.map(\.1).sorted().dropFirst(sizes.count / 2).first)
    #expect(median < 120)
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

  static let sources = files.filter {
    $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift")
  }

  /// All that somebody wrote, but for content and its manual.
  static let files: [File] = [
    "Sources", "Tests", "Benchmarks", "Scripts", "templates", "manual/reference",
  ]
  .flatMap { folder in
    let place = root.appendingPathComponent(folder)
    let names =
      FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      (try? String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)).map {
        File(path: "\(folder)/\(name)", text: $0)
      }
    }
  }
}
