import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering

/// Draws the diagrams of a site. What the last build drew is taken from what it has published: the name of
/// a picture says what it shows.
struct DiagramRun {
  /// A picture as it will be published.
  struct Picture: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  /// Where pictures lie in the output.
  static let folder = "diagrams/"

  private(set) var diagrams = Diagrams()
  private(set) var pictures: [Picture] = []
  private(set) var problems: [Diagnostic] = []
  /// How large they are, by path, where their first bytes say it.
  var sizes: [String: ImageSize] {
    Dictionary(
      pictures.compactMap { picture in
        ImageSize.headerLength(of: picture.path).flatMap { length in
          ImageSize(header: Array(picture.bytes.prefix(length))).map { (picture.path, $0) }
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter published: the folder with the last build.
  init(_ project: Project, _ index: SiteIndex, published: String) async throws(FileProblem) {
    let config = project.config
    guard !config.diagrams.isEmpty else { return }
    let wanted = try await Parallel.map(index.pages) { page throws(FileProblem) in
      let file = try project.source(of: page.path)
      return Diagram.all(
        of: PageReading.body(of: file, page, project, index, including: project.source).0, config)
    }.flatMap(\.self)
    var seen: Set<Diagram> = []
    let unique = wanted.map(\.diagram).filter { seen.insert($0).inserted }
    let maker = DiagramMaker(published: published, project: project.discovery.path("."))
    let drawn = await Parallel.map(unique) { maker.picture(of: $0) }
    var failures: [Diagram: DiagramMaker.Failure] = [:]
    for (diagram, result) in zip(unique, drawn) {
      switch result {
      case .success(let picture):
        diagrams.add(picture.path, of: diagram)
        pictures.append(picture)
      case .failure(let failure): failures[diagram] = failure
      }
    }
    problems = wanted.compactMap { diagram, place in
      failures[diagram].map { DiagramFailed.finding(diagram, at: place, $0.reason, $0.advice) }
    }
  }
}

/// Has a program draw a diagram, or finds the picture of an earlier build.
struct DiagramMaker: Sendable {
  struct Failure: Error {
    let reason: String
    let advice: String
  }

  /// In milliseconds, and in bytes.
  static let limits = FilterProcess(time: 60_000, size: 5 << 20)

  let published: String
  let project: String
  var limits = Self.limits

  func picture(of diagram: Diagram) -> Result<DiagramRun.Picture, Failure> {
    let path = DiagramRun.folder + diagram.name
    for kind in Kind.allCases {
      let name = "\(path).\(kind.rawValue)"
      if let bytes = try? Disk.read(published + "/" + name), Kind(bytes) == kind {
        return .success(.init(path: name, bytes: bytes))
      }
    }
    return draw(diagram).flatMap { bytes in
      guard let kind = Kind(bytes) else {
        return .failure(
          Failure(
            reason: bytes.isEmpty ? "it wrote nothing" : "what it wrote is neither SVG nor PNG",
            advice: "It has to write the picture on its standard output; see its manual for the "
              + "option that does that."))
      }
      if kind == .svg, let active = ActiveContent.find(in: bytes, at: "diagram.svg") {
        return .failure(
          Failure(
            reason: "its picture holds \(active.what)",
            advice: "Opened by itself it could run code in the reader's browser. See the manual of "
              + "the program for plain SVG, or have it write PNG."))
      }
      return .success(.init(path: "\(path).\(kind.rawValue)", bytes: bytes))
    }
  }

  private func draw(_ diagram: Diagram) -> Result<[UInt8], Failure> {
    let name = diagram.command[0]
    // A script of the project is named from its folder.
    let program = name.contains("/") && !name.hasPrefix("/") ? project + "/" + name : name
    let outcome: FilterProcess.Outcome
    do throws(FileProblem) {
      outcome = try limits.run(
        program, Array(diagram.command.dropFirst()), reading: Array(diagram.source.utf8))
    } catch {
      return .failure(
        Failure(
          reason: error.reason,
          advice: "Install it where the site is built, or commit the built site, which keeps the "
            + "pictures: only diagrams that changed are drawn again."))
    }
    let said = Self.lastWords(outcome.errors)
    switch outcome.end {
    case .exited(0): return .success(outcome.output)
    case .exited(let status):
      return .failure(Failure(reason: "it ended with \(status)\(said)", advice: Self.mend))
    case .signalled(let signal):
      return .failure(Failure(reason: "signal \(signal) ended it\(said)", advice: Self.mend))
    case .tookTooLong:
      return .failure(
        Failure(
          reason: "it took longer than \(limits.time / 1000) seconds\(said)",
          advice: "It was stopped. Make the diagram smaller, or see whether the program waits for "
            + "something: it gets the source on its standard input."))
    case .wroteTooMuch:
      return .failure(
        Failure(
          reason: "it wrote more than \(limits.size >> 20) MiB",
          advice: "It was stopped. Make the diagram smaller."))
    }
  }

  private static let mend = "Mend the source of the diagram, or what the program lacks here."

  /// The first line on standard error that says something.
  private static func lastWords(_ errors: [UInt8]) -> String {
    let lines = String(decoding: errors.prefix(1 << 16), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    let line = lines.lazy.map { $0.drop(while: \.isWhitespace) }.first { !$0.isEmpty }
    return line.map { ": " + $0.prefix(200) } ?? ""
  }

  /// What browsers and Confluence show.
  enum Kind: String, CaseIterable {
    case svg, png

    /// By the first bytes; nil for anything else.
    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        self = .png
        return
      }
      var head = String(decoding: bytes.prefix(4096), as: UTF8.self)[...].drop {
        $0.isWhitespace || $0 == "\u{FEFF}"
      }
      // A declaration, a document type and comments may come first.
      while head.hasPrefix("<?") || head.hasPrefix("<!") {
        guard let end = head.firstRange(of: head.hasPrefix("<!--") ? "-->" : ">") else {
          return nil
        }
        head = head[end.upperBound...].drop(while: \.isWhitespace)
      }
      guard head.hasPrefix("<svg") else { return nil }
      self = .svg
    }
  }
}
