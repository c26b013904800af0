import RunbookBuild
import RunbookChecks
import RunbookModel
import RunbookRendering

/// Answers what browsers ask. Only what the output would hold, and what lies below `PreviewPage.home`, is there to
/// be asked for; no path of a request is ever looked up on the disk.
struct PreviewServer: Sendable {
  let hub: PreviewHub
  let guardian: RequestGuard

  func answer(_ request: PreviewRequest) async -> PreviewAnswer {
    if let reason = guardian.refusal(of: request) { return secured(.text(403, reason)) }
    var answer: PreviewAnswer
    switch request.method {
    case "GET", "HEAD": answer = await get(request)
    case "POST": answer = post(request)
    default:
      answer = .text(405, "a preview is only read")
      answer.headers.append(("Allow", "GET, HEAD, POST"))
    }
    return secured(answer)
  }

  /// Nobody else may show or read what is sent, and no browser may take it for something else than it is.
  private func secured(_ answer: PreviewAnswer) -> PreviewAnswer {
    var answer = answer
    answer.headers += [
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "no-referrer"),
    ]
    if !answer.headers.contains(where: { $0.name == "Cache-Control" }) {
      answer.headers.append(("Cache-Control", "no-store"))
    }
    return answer
  }

  // MARK: - Reading

  private func get(_ request: PreviewRequest) async -> PreviewAnswer {
    let path = request.path
    if path.hasPrefix(PreviewPage.home) {
      return await own(String(path.dropFirst(PreviewPage.home.utf8.count)), request)
    }
    let wanted = Self.file(at: path)
    let state = hub.current
    guard let preview = state.preview else { return nothingToShow(state) }
    do throws(FileProblem) {
      if let file = try await preview.file(at: wanted) { return answer(file, request, state) }
      if let target = state.moves[wanted] { return Self.redirect(to: target) }
      // A folder without the slash at its end, from which links would lead elsewhere.
      if !path.isEmpty, try await preview.file(at: path + "/index.html") != nil {
        return Self.redirect(to: path + "/")
      }
    } catch {
      return page(500, "This file cannot be read", [error.description], request)
    }
    return page(
      404, "There is no page here",
      [
        "Nothing of the site lies at /\(path). It may have been removed, or not been written yet: once it is "
          + "there, this page shows it."
      ],
      request)
  }

  /// The file of the output that is shown at an address.
  private static func file(at path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  private func answer(
    _ file: OutputFile, _ request: PreviewRequest, _ state: PreviewHub.State
  ) -> PreviewAnswer {
    let type = Self.type(of: file.path)
    // What is named by what it holds never changes.
    let isFixed = file.path.hasPrefix("assets/") && !file.path.hasPrefix("assets/user/")
    guard isFixed else {
      return versioned(PreviewAnswer(200, type, file.bytes), "\(state.fileCount)", request)
    }
    var answer = PreviewAnswer(200, type, file.bytes)
    answer.headers.append(("Cache-Control", "max-age=31536000, immutable"))
    return answer
  }

  /// Says which version of an address this is, and sends no more than that to who has it.
  ///
  /// - Parameter part: what the version depends on beside the bytes.
  private func versioned(
    _ answer: PreviewAnswer, _ part: String, _ request: PreviewRequest
  ) -> PreviewAnswer {
    guard case .bytes(let bytes) = answer.body else { return answer }
    var answer = answer
    let version = SHA256.hex(bytes).prefix(16) + "-" + part
    answer.headers += [
      ("ETag", "\"\(version)\""), ("Server-Timing", "version;desc=\"\(version)\""),
      ("Cache-Control", "no-cache, no-store"),
    ]
    if request.header("if-none-match") == "\"\(version)\"" {
      (answer.status, answer.body) = (304, .bytes([]))
    }
    return answer
  }

  private func page(
    _ status: Int, _ title: String, _ lines: [String], _ request: PreviewRequest
  ) -> PreviewAnswer {
    let bytes = PreviewPage.message(title, lines)
    return versioned(PreviewAnswer(status, "text/html; charset=utf-8", bytes), "", request)
  }

  private func nothingToShow(_ state: PreviewHub.State) -> PreviewAnswer {
    let why =
      state.problem?.description
      ?? "The configuration or the templates have errors. Once they are mended, the site is shown here."
    return PreviewAnswer(
      503, "text/html; charset=utf-8", PreviewPage.message("There is nothing to show yet", [why]))
  }

  private static func redirect(to path: String) -> PreviewAnswer {
    var answer = PreviewAnswer.text(302, "it is at /\(path)")
    answer.headers.append(("Location", "/" + FileAddress.encoded(path)))
    return answer
  }

  private static func type(of path: String) -> String {
    let ending = PagePath(path).fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let texts = [
      "html": "text/html", "js": "text/javascript", "json": "application/json",
      "xml": "application/xml", "txt": "text/plain", "md": "text/plain", "ics": "text/calendar",
      "css": "text/css",
    ]
    if let text = texts[ending] { return text + "; charset=utf-8" }
    return MediaType.of(path) ?? "application/octet-stream"
  }

  // MARK: - What is the preview's own

  private func own(_ name: String, _ request: PreviewRequest) async -> PreviewAnswer {
    if let file = BuiltinPreview.files.first(where: { $0.name == name }) {
      return PreviewAnswer(200, Self.type(of: name), file.bytes)
    }
    let state = hub.current
    switch name {
    case "events":
      var answer = PreviewAnswer(200, "text/event-stream", [])
      answer.body = .events(hub.listen())
      return answer
    case "page":
      let path = String((request.query("path").first ?? "/").drop { $0 == "/" })
      let page = state.preview?.page(at: Self.file(at: path)).map(state.workspace.file(of:))
      let json = PreviewFindings(state: state).json(of: page, with: request.query("with"))
      return PreviewAnswer(200, "application/json; charset=utf-8", json)
    case "findings":
      let list = PreviewPage.list(PreviewFindings(state: state).all) { file in
        state.workspace.page(ofFile: file).map(\.htmlPath)
      }
      return versioned(PreviewAnswer(200, "text/html; charset=utf-8", list), "", request)
    default: return .text(404, "a preview has no '\(name)'")
    }
  }

  // MARK: - Changing

  private func post(_ request: PreviewRequest) -> PreviewAnswer {
    do throws(FileProblem) {
      switch request.path {
      case PreviewPage.home + "fix": try fix(request)
      case PreviewPage.home + "undo": try undo()
      default: return .text(404, "nothing can be changed at /\(request.path)")
      }
    } catch {
      return Self.json(409) { json in json.member("problem") { $0.string(error.description) } }
    }
    return Self.json(200) { _ in }
  }

  private static func json(
    _ status: Int, _ members: (inout JSONWriter) -> Void
  ) -> PreviewAnswer {
    var json = JSONWriter()
    json.object(members)
    return PreviewAnswer(status, "application/json; charset=utf-8", json.bytes)
  }

  private func fix(_ request: PreviewRequest) throws(FileProblem) {
    let body = try? JSONReader.read(request.body)
    let state = hub.current
    let findings = PreviewFindings(state: state)
    guard let body, let name = body["file"]?.string, let text = body["text"]?.string,
      let index = body["finding"]?.integer, let fix = body["fix"]?.integer
    else {
      throw Self.refusal("the request", "it does not say which fix is meant", "reload the page")
    }
    let report = findings.report(of: body["files"]?.elements.compactMap(\.string) ?? [])
    guard findings.texts(of: report) == text, report.diagnostics.indices.contains(index),
      case let finding = report.diagnostics[index], finding.range.file == name,
      finding.fixes.indices.contains(fix), let source = report.sources[name]
    else {
      throw Self.refusal(name, "it was changed meanwhile", "look at the finding again")
    }
    let applied = try AppliedFix(finding, fix, in: source, state.workspace.options)
    hub.note { $0.fixes = Array(($0.fixes + [applied]).suffix(100)) }
  }

  private func undo() throws(FileProblem) {
    let state = hub.current
    guard let last = state.fixes.last else {
      throw Self.refusal("the preview", "no fix is left to be undone", "")
    }
    // A file that was edited since keeps what it has: there is nothing to come back to.
    hub.note { $0.fixes = $0.fixes.dropLast() }
    try last.undo(state.workspace.options)
  }

  private static func refusal(_ path: String, _ reason: String, _ advice: String) -> FileProblem {
    FileProblem(path: path, operation: "change", reason: reason, advice: advice)
  }
}
