import Foundation
import RunbookCommands
import RunbookModel
import TestSupport

/// A fenced block of a page of the corpora.
struct CorpusBlock {
  let file: String
  let line: Int
  let language: String
  let text: String
  let lineOffsets: [Int]

  var source: ShellSource { ShellSource(text, lineOffsets: lineOffsets) }
  var kind: BlockKind { BlockKind.of(language: language, text: text) }
  var place: String { "\(file):\(line)" }
}

/// The fenced blocks of every page at hand.
enum Corpora {
  /// Blocks of pages of ours.
  static let own = TestPages.own.flatMap { blocks(of: $0.text, file: $0.name) }

  /// Blocks of the wiki, in which nothing is wrong.
  static let wiki = shell(in: TestPages.wiki)

  /// Shell blocks of the collections of which each finding was looked at; empty where there are none.
  static let others = shell(
    in: TestPages.others.filter { page in reviewed.contains { page.name.hasPrefix($0 + "/") } })

  private static let reviewed = [
    "kubevirt-monitoring", "openshift-runbooks", "prometheus-operator-runbooks",
  ]

  static let shellBlocks = own.filter { $0.kind != .other } + others

  /// The big collections of runbooks, of which each finding was looked at.
  static let isPresent = !others.isEmpty

  private static func shell(in pages: [TestPages.Page]) -> [CorpusBlock] {
    pages.filter { !$0.name.hasPrefix("gfm-spec") }
      .flatMap { blocks(of: $0.text, file: $0.name) }.filter { $0.kind != .other }
  }

  /// Fences of three or more backticks or tildes; the indentation of the opening is taken from each
  /// line.
  static func blocks(of page: String, file: String) -> [CorpusBlock] {
    var blocks: [CorpusBlock] = []
    var open: (marker: String, indent: Int, language: String, line: Int)?
    var text = ""
    var offsets: [Int] = []
    var offset = 0
    for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let fence = trimmed.prefix { $0 == trimmed.first && ($0 == "`" || $0 == "~") }
      if let block = open {
        let isClosing =
          fence.count >= block.marker.count && fence.first == block.marker.first
          && trimmed.allSatisfy { $0 == fence.first || $0.isWhitespace }
        if isClosing {
          blocks.append(
            CorpusBlock(
              file: file, line: block.line, language: block.language, text: text,
              lineOffsets: offsets))
          open = nil
        } else {
          let indent = line.prefix(block.indent).prefix { $0 == " " || $0 == "\t" }.utf8.count
          offsets.append(offset + indent)
          text += line.dropFirst(indent) + "\n"
        }
      } else if fence.count >= 3, !trimmed.dropFirst(fence.count).contains("`") {
        let info = trimmed.dropFirst(fence.count).split { $0 == " " || $0 == "{" || $0 == "\r" }
        open = (
          String(fence), line.count - trimmed.count, String(info.first ?? ""), number + 1
        )
        text = ""
        offsets = []
      }
      offset += line.utf8.count + 1
    }
    return blocks
  }
}

/// Runs programs for tests that compare with a real shell.
enum Shell {
  static func run(_ script: String, input: [UInt8] = []) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--norc", "-c", script]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let file = FileManager.default.temporaryDirectory.appending(path: "in-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }

  /// What `bash -n` says of each script: nil for nothing.
  static func check(_ scripts: [[UInt8]]) throws -> [String?] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "n-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, script) in scripts.enumerated() {
      try Data(script).write(to: folder.appending(path: "\(index)"))
    }
    let loop = """
      cd \(folder.path)
      for ((i = 0; i < \(scripts.count); i++)); do
        printf '%s\\0' "$(bash --norc -n $i 2>&1)"
      done
      """
    let answers = try run(loop).split(separator: 0, omittingEmptySubsequences: false)
    return answers.prefix(scripts.count).map {
      $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self)
    }
  }
}
