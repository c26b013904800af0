import Foundation
import Testing

/// Diagrams that a program of the site draws.
@Suite struct DiagramTests {
  private static let svg =
    #"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0h9"/></svg>"#

  /// A project with a program that draws, `draw.sh`.
  private func project(
    _ body: String, script: String = "cat >/dev/null; echo x >>runs; echo '\(Self.svg)'",
    config: String = "diagrams: {dot: ./draw.sh -T}\n"
  ) throws -> URL {
    let folder = try Tool.temporaryFolder()
    let page =
      "---\nkind: concept\ntitle: A\nsummary: S.\nowner: x\nreviewed: 2026-11-01\n"
      + "review_every: P6M\n---\n\n\(body)\n"
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("content"), withIntermediateDirectories: true)
    try Data(page.utf8).write(to: folder.appendingPathComponent("content/a.md"))
    try Data(config.utf8).write(to: folder.appendingPathComponent("runbookgen.yml"))
    let program = folder.appendingPathComponent("draw.sh")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.path)
    return folder
  }

  private func build(_ folder: URL, _ command: String = "build") throws -> (Int32, String) {
    let result = try Tool.run([command, "--today", "2026-11-25"], in: folder)
    return (result.status, result.output + result.errors)
  }

  private func text(_ file: String, _ folder: URL) throws -> String {
    try String(decoding: Data(contentsOf: folder.appendingPathComponent(file)), as: UTF8.self)
  }

  private static let block = "```dot {title=\"The way\"}\na -> b\n```"

  @Test func thePictureStandsInEveryFormatWithItsSourceBelow() throws {
    let folder = try project(
      "Text.\n\n\(Self.block)\n\n- In a list:\n\n  ```dot\n  c -> d\n  ```",
      config: "site: {base_url: \"https://w.example.org/\"}\ndiagrams: {dot: ./draw.sh -T}\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, said) = try build(folder)
    #expect(status == 0, "\(said)")
    let pictures = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("site/diagrams").path)
    #expect(pictures.count == 2)
    let page = try text("site/a.html", folder)
    #expect(page.contains(#"<img src="diagrams/"#))
    #expect(page.contains(#"alt="The way" width="30" height="20""#))
    #expect(page.contains("<summary>Source of the diagram</summary>"))
    for name in pictures {
      #expect(page.contains(name))
      #expect(try text("site/diagrams/\(name)", folder) == Self.svg + "\n")
      for payload in ["storage.xml", "cloud.html", "dc.html", "adf.json"] {
        let made = try text("site/confluence/a/\(payload)", folder)
        #expect(made.contains(name), "\(payload)")
        #expect(made.contains("Source of the diagram"), "\(payload)")
      }
      #expect(try text("site/confluence/manifest.json", folder).contains(name))
    }
  }

  @Test func whatIsPublishedIsNotDrawnAgain() throws {
    let folder = try project(Self.block + "\n\n" + Self.block)
    defer { try? FileManager.default.removeItem(at: folder) }
    for command in ["build", "build", "check"] { #expect(try build(folder, command).0 == 0) }
    #expect(try text("runs", folder) == "x\n")
    let config = folder.appendingPathComponent("runbookgen.yml")
    try Data("diagrams: {dot: ./draw.sh -U}\n".utf8).write(to: config)
    #expect(try build(folder).0 == 0)
    #expect(try text("runs", folder) == "x\nx\n")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("site/diagrams").path
      ).count == 1)
  }

  @Test(arguments: [
    ("echo 'no arrow' >&2; exit 3", "it ended with 3: no arrow"),
    ("cat > /dev/null", "it wrote nothing"),
    ("echo hello", "neither SVG nor PNG"),
    ("echo '<svg onload=\"a()\"/>'", "its picture holds"),
    ("kill -9 $$", "signal 9 ended it"),
    ("head -c 6000000 /dev/zero", "more than 5 MiB"),
  ])
  func whatGoesWrongIsSaidAtTheBlock(_ script: String, _ reason: String) throws {
    let folder = try project(Self.block, script: script)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, said) = try build(folder)
    #expect(status == 1)
    #expect(said.contains("diagram-failed"), "\(said)")
    #expect(said.contains("content/a.md:10:1"), "\(said)")
    #expect(said.contains(reason), "\(said)")
    #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("site").path))
  }

  @Test func aProgramThatIsNotThereIsSaid() throws {
    let folder = try project(Self.block, config: "diagrams: {dot: no-such-program}\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, said) = try build(folder)
    #expect(status == 1)
    #expect(said.contains("`no-such-program` did not draw this diagram"), "\(said)")
    #expect(said.contains("Install it"), "\(said)")
    // A check runs nothing.
    #expect(try build(folder, "check").0 == 0)
  }

  @Test(arguments: [
    "dot -Tsvg > x", "dot | cat", "dot $X", "dot *", "A=1 dot", "dot &", "''", "dot; ls", "dot # x",
  ])
  func onlyAProgramAndItsArgumentsAreTaken(_ command: String) throws {
    let folder = try project(
      Self.block, config: "diagrams:\n  dot: \"\(command)\"\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (status, said) = try build(folder)
    #expect(status == 1)
    #expect(said.contains("runbookgen.yml:2:"), "\(said)")
    #expect(said.contains("is not the name of a program and its arguments"), "\(said)")
  }

  @Test func withoutAProgramThePageSaysThatItShowsTheSource() throws {
    let folder = try project(
      "```mermaid\na\n```\n\n![Flow](https://a.b/x.png)\n\n```d2\nb\n```", config: "")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try build(folder).0 == 0)
    for file in ["a.html", "confluence/a/storage.xml", "confluence/a/cloud.html"] {
      let page = try text("site/" + file, folder)
      #expect(page.components(separatedBy: "This diagram is shown as its source:").count == 2)
    }
  }
}
