import Foundation
import Testing

/// Whole commands over the sites in `Sites/`. A site has `content/` and what is expected of
/// `runbookgen check`: `expected.txt`, the console text whole, and `expected.json`.
///
/// `RUNBOOKGEN_RECORD=1` writes both anew; a run that records fails, so that nobody takes it for a
/// test.
@Suite struct FixtureSiteTests {
  static let folder = Tool.root.appendingPathComponent("Tests/RunbookgenTests/Sites")
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  static let isRecording = ProcessInfo.processInfo.environment["RUNBOOKGEN_RECORD"] == "1"

  @Test(arguments: names) func consoleTextIsExpected(_ name: String) throws {
    let result = try check(name, "text")
    #expect(result.output == "")
    try compare(result.errors, with: "expected.txt", of: name)
    #expect(result.status == (result.errors.contains("error[") ? 1 : 0))
  }

  @Test(arguments: names) func jsonIsExpected(_ name: String) throws {
    let result = try check(name, "json")
    try compare(result.output, with: "expected.json", of: name)
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let summary = try #require((report as? [String: Any])?["summary"] as? [String: Int])
    #expect(result.status == (summary["errors"] == 0 ? 0 : 1))
  }

  /// The places that a person marked by hand, one a line: `file:line:column rule`.
  @Test(arguments: names) func markedPlacesAreFound(_ name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name)/expected-places.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    let marked = text.split(separator: "\n").map(String.init).sorted()
    #expect(try places(name).sorted() == marked)
  }

  @Test func theTwentyFaultsAreThere() throws {
    let found = try places("twenty-faults")
    #expect(found.count == 20)
    #expect(Set(found.map { $0.prefix { $0 != ":" } }).count == 20)
  }

  private func check(_ name: String, _ format: String) throws -> CommandResult {
    try Tool.run(
      ["check", "--format", format, "--today", "2026-11-23"],
      in: Self.folder.appendingPathComponent(name))
  }

  private func places(_ name: String) throws -> [String] {
    let report = try JSONSerialization.jsonObject(with: Data(check(name, "json").output.utf8))
    let list = try #require((report as? [String: Any])?["diagnostics"] as? [[String: Any]])
    return try list.map { entry in
      let file = try #require(entry["file"] as? String)
      let line = try #require(entry["line"] as? Int)
      let column = try #require(entry["column"] as? Int)
      #expect(line > 0 && column > 0)
      return "\(file):\(line):\(column) \(try #require(entry["id"] as? String))"
    }
  }

  private func compare(_ text: String, with file: String, of name: String) throws {
    let url = Self.folder.appendingPathComponent("\(name)/\(file)")
    if Self.isRecording {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)/\(file)")
    }
    #expect(text == (try? String(contentsOf: url, encoding: .utf8)))
  }
}
