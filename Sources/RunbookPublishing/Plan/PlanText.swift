package import RunbookBuild
import RunbookModel

/// A plan in its two forms.
package enum PlanText {
  /// For people, in the form of `confluence status`. Titles are a user's text and cannot drive the terminal.
  ///
  /// - Parameter url: the address of Confluence.
  package static func text(_ plan: PublishPlan, url: String) -> String {
    let url = TerminalText.escaped(url)
    guard !plan.actions.isEmpty else {
      return "nothing to publish to \(url) (\(plan.unchanged.counted("page")) unchanged)\n"
    }
    let counts = PublishPlan.Kind.allCases.compactMap { kind in
      let count = plan.count(kind)
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    let head = "\(plan.actions.count.counted("page")) to look at in \(url): "
    return plan.actions.reduce(
      head + counts.joined(separator: ", ") + "; \(plan.unchanged) unchanged\n"
    ) { $0 + "\n" + text($1) }
  }

  /// One action, of several lines.
  private static func text(_ action: PublishPlan.Action) -> String {
    let indent = String(repeating: " ", count: 9)
    let kind = action.kind.rawValue
    var text = kind + indent.dropFirst(kind.count) + "\"\(TerminalText.escaped(action.title))\""
    if let parent = action.parent { text += " below \"\(TerminalText.escaped(parent))\"" }
    text += "\n\(indent)\(TerminalText.escaped(action.source))\n"
    for reason in action.reasons {
      text += "\(indent)\(reason.cause.rawValue): \(TerminalText.escaped(reason.detail))\n"
    }
    if action.kind == .skipped, let link = action.link {
      text += "\(indent)\(TerminalText.escaped(link))\n"
    }
    return text
  }

  /// For programs, and to be published later. The form is a promise: members may be added, none
  /// changes or goes.
  package static func json(_ plan: PublishPlan, _ choices: PublishChoices, url: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("url") { $0.string(url) }
      json.member("overwrite") { $0.boolean(choices.overwrites) }
      json.member("skipEdited") { $0.boolean(choices.skipsEdited) }
      json.member("orphans") { $0.string(choices.orphans.rawValue) }
      json.member("actions") { $0.array(plan.actions, write) }
      json.member("summary") { json in
        json.object { json in
          for kind in PublishPlan.Kind.allCases {
            json.member(kind.rawValue) { $0.number(plan.count(kind)) }
          }
          json.member("unchanged") { $0.number(plan.unchanged) }
        }
      }
    }
    return json.bytes + Array("\n".utf8)
  }

  /// The choices that a plan was made with, from its JSON.
  ///
  /// - Throws: when it is no plan.
  package static func choices(_ bytes: [UInt8], path: String) throws(FileProblem) -> PublishChoices
  {
    guard let json = try? JSONReader.read(bytes), json["version"]?.integer == 1,
      let orphans = json["orphans"]?.text.flatMap(PublishChoices.Orphans.init)
    else {
      throw FileProblem(
        path: path, operation: "read the plan", reason: "it is not one of this version",
        advice: "make one with 'runbookgen confluence plan --output \(path)'")
    }
    var choices = PublishChoices()
    choices.overwrites = json["overwrite"]?.kind == .boolean(true)
    choices.skipsEdited = json["skipEdited"]?.kind == .boolean(true)
    choices.orphans = orphans
    return choices
  }

  private static func write(_ json: inout JSONWriter, _ action: PublishPlan.Action) {
    json.object { json in
      json.member("kind") { $0.string(action.kind.rawValue) }
      json.member("source") { $0.string(action.source) }
      json.member("title") { $0.string(action.title) }
      json.member("parent") { $0.string(action.parent) }
      json.member("id") { $0.string(action.id) }
      json.member("pageVersion") { json in
        if let version = action.version { json.number(version) } else { json.string(nil) }
      }
      json.member("link") { $0.string(action.link) }
      json.member("digest") { $0.string(action.digest) }
      json.member("reasons") { json in
        json.array(action.reasons) { json, reason in
          json.object { json in
            json.member("cause") { $0.string(reason.cause.rawValue) }
            json.member("detail") { $0.string(reason.detail) }
          }
        }
      }
    }
  }
}
