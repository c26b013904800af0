import Foundation
import Testing

/// What ARCHITECTURE.md says of the house is so.
@Suite struct DocumentTests {
  private static let text =
    (try? String(
      contentsOf: House.root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)) ?? ""

  /// Every word of the sources and of their file names that could be a name.
  private static let names: Set<Substring> = {
    var names: Set<Substring> = []
    for file in House.files where [".swift", ".py", ".js"].contains(where: file.path.hasSuffix) {
      names.formUnion(words(in: file.text[...]))
      names.formUnion(words(in: file.path[...]))
    }
    return names
  }()

  private static func words(in text: Substring) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  private static func section(_ title: String) throws -> Substring {
    let start = try #require(text.range(of: "\n## \(title)\n"))
    let rest = text[start.upperBound...]
    return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }

  /// What stands between backticks.
  private static func code(in text: Substring) -> [Substring] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The blocks of a section.
  private static func diagram(_ title: String) throws -> Substring {
    let parts = try section(title).components(separatedBy: "```\n")
    try #require(parts.count == 3)
    return parts[1][...]
  }

  /// A new thing goes into a folder that is there and holds others of its kind, and its line into a file that is
  /// there.
  @Test func everyRoomOfTheTableIsThere() throws {
    let rows = try Self.section("Where a new thing goes").split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count > 12)
    for row in rows {
      let cells = row.components(separatedBy: " | ")
      try #require(cells.count == 3, "\(row)")
      for place in Self.code(in: cells[1][...]) where place.contains("/") && !place.contains(" ") {
        // What is in capitals, or begins with `The`, is for whoever adds something to name.
        let known = place.split(separator: "/").prefix {
          !$0.hasPrefix("The") && !$0.hasPrefix("the-") && !$0.contains("*")
            && $0 != $0.uppercased()
            && !$0.contains("LANGUAGE")
        }.joined(separator: "/")
        let kind = "." + (place.split(separator: ".").last ?? "")
        let others = House.files.filter {
          $0.path.hasPrefix(known) && (!place.contains(".") || $0.path.hasSuffix(kind))
        }
        #expect(!others.isEmpty, "there is nothing like \(place)")
      }
      for list in Self.code(in: cells[2][...]) where list.contains(".swift") || list.contains(".c")
      {
        #expect(
          House.files.contains { $0.path.hasSuffix("/" + list) || $0.path == list },
          "there is no \(list)")
      }
    }
  }

  @Test func theFloorsAreTheTargets() throws {
    let floors = try Self.diagram("The floors").split(separator: "\n").flatMap { line in
      line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")[0]
        .split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let targets = Set(
      House.files.filter { $0.path.hasPrefix("Sources/") }
        .compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) })
    #expect(Set(floors) == targets)
  }

  /// The way of a page, from its file to what is published.
  @Test func theStaircaseFitsAScreen() throws {
    #expect(try Self.section("The staircase").split(separator: "\n").count < 30)
    let types = Self.words(in: try Self.diagram("The staircase")).filter {
      $0.first?.isUppercase == true
    }
    #expect(types.count > 8)
    for type in types {
      let isDeclared = House.sources.contains { file in
        ["struct", "class", "enum"].contains { file.text.contains("\($0) \(type)") }
      }
      #expect(isDeclared, "there is no type \(type)")
    }
  }

  /// A name that the document explains is one that somebody can look up.
  @Test func everyNameIsThere() {
    let named = Self.code(in: Self.text[...]).filter { code in
      code.first?.isUppercase == true && code.allSatisfy { $0.isLetter || $0 == "." }
        && code != code.uppercased()
    }
    #expect(named.count > 60)
    for name in named {
      for part in name.split(separator: ".") {
        #expect(Self.names.contains(part) || part.hasPrefix("The"), "there is no \(name)")
      }
    }
  }
}
