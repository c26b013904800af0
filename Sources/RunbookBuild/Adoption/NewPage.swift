package import RunbookChecks
import RunbookModel

/// A page to begin with, which passes the check.
package enum NewPage {
  /// - Parameters:
  ///   - path: the page in the content folder, with or without that folder's name and `.md`.
  ///   - title: nil for one that is made from the name.
  package static func file(
    _ options: BuildOptions, _ kind: RunbookKind, at path: String, title: String?
  ) throws(FileProblem) -> NewFile {
    let discovery = Discovery(options: options)
    let config = try Project.readConfig(discovery).0
    let folders = config.directories
    let given = path.hasSuffix(".md") ? path : path + ".md"
    guard !path.hasSuffix("/"), !given.hasPrefix("/"),
      let place = PagePath("").resolving(folders.name(ofFile: given) ?? given),
      !place.fileName.hasPrefix(".")
    else {
      throw FileProblem(
        path: path, operation: "make the page", reason: "it is no path in the content folder",
        advice: "give one such as 'etcd/restore-snapshot'")
    }
    let file = folders.file(place.text)
    guard try Disk.kind(of: discovery.path(file)) == nil else {
      throw FileProblem(
        path: discovery.path(file), operation: "make the page", reason: "it is there already",
        advice: "choose another name")
    }
    let title = title ?? PagePath(place.text).titleOfFile
    let own = discovery.path(folders.templates) + "/new/\(kind.rawValue).md"
    if try Disk.kind(of: own) != nil {
      let template = String(
        decoding: try Disk.read(own, limit: Limit.fileSize.usual), as: UTF8.self)
      let words = ["title": YAMLText.scalar(title), "today": options.today.description]
      return NewFile(file, at: discovery.path(file), Array(Self.filled(template, words).utf8))
    }
    let defaults = config.defaultKeys(for: place.text)
    var fields = ["kind: \(kind.rawValue)", "title: \(YAMLText.scalar(title))"]
    if !defaults.contains("owner") { fields.append("owner: unassigned") }
    fields.append("reviewed: \(options.today)")
    if !defaults.contains("review_every") { fields.append("review_every: 6 months") }
    let text = "---\n" + fields.joined(separator: "\n") + "\n---\n\n" + Self.body(kind)
    return NewFile(file, at: discovery.path(file), Array(text.utf8))
  }

  private static func filled(_ template: String, _ words: [String: String]) -> String {
    words.reduce(template) { text, word in
      text.split(separator: "{\(word.key)}", omittingEmptySubsequences: false)
        .joined(separator: word.value)
    }
  }

  private static func body(_ kind: RunbookKind) -> String {
    switch kind {
    case .runbook:
      """
      ## When to use this

      The alert that leads here, what it measures, and what users notice.

      ## Prerequisites

      The access, the tools and the facts that are needed before the first step.

      ## Steps

      1. The first thing to do. Its command stands in a block of its own, with a line on what it prints.
      2. The next thing to do.

      ## Verification

      How to see that the fault is gone.

      ## Rollback

      How to take the steps back, and whom to call when they do not help.

      """
    case .reference:
      """
      ## Overview

      What is listed here, and where it was taken from.

      ## Details

      One line for each thing that somebody looks up.

      """
    case .comparison:
      """
      ## Differences

      | Property | Before | After | Impact |
      |----------|--------|-------|--------|
      | Access | by SSH | by a session | Keys are no longer needed |

      """
    case .concept:
      """
      ## What it is

      The idea in a few sentences, for somebody who has never met it.

      ## Why it matters

      What goes wrong where it is not known.

      """
    }
  }
}
