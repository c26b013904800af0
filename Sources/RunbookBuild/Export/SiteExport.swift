import RunbookChecks
import RunbookModel
import RunbookRendering

/// Everything that is known of a site, for programs. `ExportSchema` describes it.
package struct SiteExport: Sendable {
  package let text: String
  /// Pages with errors may be read wrongly.
  package let errorCount: Int

  /// - Throws: when a file cannot be read.
  package static func read(_ options: BuildOptions) async throws(FileProblem) -> SiteExport {
    var check = try await SiteCheck(Project(options), options)
    let (config, index) = (check.project.config, check.index)
    let pages = try await check.exports { page, lines in
      PageExport(page, lines, config, index).bytes
    }
    let errors = try check.report().diagnostics.count { $0.severity == .error }
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("site") { site(config, &$0) }
      json.member("contexts") { $0.array(config.contexts) { context($1, &$0) } }
      json.member("environments") { $0.array(config.environments) { environment($1, &$0) } }
      json.member("pages") { $0.array(pages) { $0.raw($1) } }
      json.member("alerts") { json in
        let alerts = Set(index.pages.flatMap(\.metadata.alerts)).sorted()
        json.array(alerts) { alert($1, index, &$0) }
      }
    }
    return SiteExport(
      text: String(decoding: json.bytes, as: UTF8.self) + "\n", errorCount: errors)
  }

  private static func site(_ config: SiteConfig, _ json: inout JSONWriter) {
    json.object { json in
      json.member("title") { $0.string(config.title) }
      json.member("language") { $0.string(config.language) }
      if let base = config.absoluteBase { json.member("address") { $0.string(base) } }
    }
  }

  private static func context(_ context: ContextDeclaration, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id") { $0.string(context.id.value) }
      json.member("title") { $0.string(context.title) }
      if let user = context.user { json.member("user") { $0.string(user) } }
      guard let entry = context.enteredBy else { return }
      json.member("enteredFrom") { $0.string(entry.from.value) }
      if let command = entry.command { json.member("enterCommand") { $0.string(command.value) } }
    }
  }

  private static func environment(_ environment: EnvironmentDeclaration, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name") { $0.string(environment.name.value) }
      json.member("values") { json in
        json.object { json in
          for (input, value) in environment.values {
            json.member(input.value) { $0.string(value.value) }
          }
        }
      }
    }
  }

  private static func alert(_ name: String, _ index: SiteIndex, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name") { $0.string(name) }
      let files = index.pages.filter { $0.metadata.alerts.contains(name) }.map(\.sourcePath)
      json.member("pages") { $0.array(files) { $0.string($1) } }
    }
  }
}
