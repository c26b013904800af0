import Foundation
import Testing

@testable import RunbookCommands

/// Every verb and option of every version that `Scripts/survey-versions` found in the programs themselves, held
/// against what the schema says of that version.
struct ProgramVersionTests {
  /// What the schema does not tell apart, and why.
  private static let exceptions: [String: (verbs: Set<String>, why: String)] = [
    // Plugins: buildx takes the place of `build`; checkpoints need an experimental daemon, and signing and
    // plugins are described by nobody yet.
    "docker": (
      [
        "build", "image build", "builder build", "checkpoint", "completion", "manifest", "plugin",
        "trust",
      ],
      "come from plugins, or are not described"
    ),
    // 1.25 alone lacks options of `run` that 1.24 and 1.26 have.
    "kubectl": (["alpha", "run"], "come and go"),
    "helm": ([], ""),
  ]

  @Test(arguments: ["kubectl", "helm", "docker"])
  func findingsDifferExactlyWhereVersionsDo(name: String) throws {
    let program = try #require(ProgramLibrary.shipped.program(named: name))
    let survey = try VersionSurvey(name)
    #expect(program.history.versions.map(\.text) == survey.versions)
    var mistakes: [String] = []
    var (compared, differing) = (0, 0)
    for verb in survey.verbs {
      if isException(verb.path, name) { continue }
      for version in survey.versions {
        let has = verb.versions.contains(version)
        let command = ([name] + verb.path).joined(separator: " ")
        if !verb.path.isEmpty {
          compared += 1
          if !has { differing += 1 }
          if knows(command, program, version) != has { mistakes.append("\(version): \(command)") }
        }
        for option in verb.options where has {
          let hasOption = option.versions.contains(version)
          compared += 1
          if !hasOption { differing += 1 }
          if knows("\(command) \(option.name)", program, version) != hasOption {
            mistakes.append("\(version): \(command) \(option.name)")
          }
          let isGivenUp = option.givenUp.contains(version)
          if hasOption, isGivenUp != advises("\(command) \(option.name)", program, version) {
            mistakes.append(
              "\(version): \(command) \(option.name) is \(isGivenUp ? "" : "not ")given up")
          }
        }
      }
    }
    #expect(mistakes == [], "\(mistakes.count) of \(compared)")
    #expect(compared > 4000 && differing > 100)
  }

  private func isException(_ path: [String], _ name: String) -> Bool {
    Self.exceptions[name]?.verbs.contains { verb in
      let words = verb.split(separator: " ").map(String.init)
      return path.starts(with: words)
    } == true
  }

  /// Whether a command has no finding that speaks of a word that is not there.
  private func knows(_ command: String, _ program: Program, _ version: String) -> Bool {
    guard let invocation = try? invocation(command), let range = try? VersionRange(reading: version)
    else { return false }
    let isKnown = !invocation.findings.contains {
      switch $0.kind {
      case .unknownOption, .unknownVerb, .earlyOption: true
      default: false
      }
    }
    return isKnown && invocation.isJudged
      && invocation.dated.allSatisfy {
        program.history.lacking($0.span).intersection(range).isEmpty
      }
  }

  private func advises(_ command: String, _ program: Program, _ version: String) -> Bool {
    guard let invocation = try? invocation(command), let range = try? VersionRange(reading: version)
    else { return false }
    return invocation.dated.contains {
      !program.history.advisingAgainst($0.span).intersection(range).isEmpty
    }
  }
}

/// A file of `Scripts/survey-versions`.
struct VersionSurvey {
  struct Item {
    let name: String
    let versions: Set<String>
    /// Those that say it is given up.
    let givenUp: Set<String>
  }
  struct Verb { let path: [String]; let versions: Set<String>; let options: [Item] }

  let versions: [String]
  private(set) var verbs: [Verb] = []

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Versions/\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    versions = lines[0].split(separator: " ").dropFirst().map(String.init)
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let head = halves[0].split(separator: "@", maxSplits: 1).map(String.init)
      let own = among(versions, head.count > 1 ? head[1] : "")
      let options = halves[1].split(separator: " ").map { word in
        let parts = word.split(separator: "~", omittingEmptySubsequences: false)
        let present = parts[0].split(separator: "@").map(String.init)
        return Item(
          name: present[0], versions: among(versions, present.count > 1 ? present[1] : ""),
          givenUp: parts.count > 1 ? among(versions, String(parts[1])) : [])
      }
      verbs.append(
        Verb(
          path: (head.first ?? "").split(separator: " ").map(String.init), versions: own,
          options: options))
    }
  }

  /// `1.30..`, `..1.29`, `1.26..1.28,1.30..`
  private func among(_ versions: [String], _ text: String) -> Set<String> {
    guard !text.isEmpty else { return Set(versions) }
    var found: Set<String> = []
    for run in text.split(separator: ",").map(String.init) {
      let ends = run.components(separatedBy: "..")
      let first = versions.firstIndex(of: ends[0]) ?? 0
      let last = versions.firstIndex(of: ends[1]) ?? versions.count - 1
      found.formUnion(versions[first...last])
    }
    return found
  }
}
