import RunbookModel

/// The records of builds in the user's cache folder. Whatever goes wrong with them costs time and
/// nothing else: then the build is done.
package struct BuildMemory: Sendable {
  private let folder: String
  private let path: String
  private let request: String
  /// Nothing that the build reads may have changed since then.
  private let start = FileClock.now

  /// How many records are kept, one for each place that is published to.
  static let limit = 64

  /// To be made before anything else is read.
  ///
  /// - Parameters:
  ///   - folder: the cache folder, which need not exist.
  ///   - form: in what form the findings are written, as a text.
  package init?(_ options: BuildOptions, form: String, folder: String) {
    guard folder.hasPrefix("/"), let project = try? CanonicalPath(options.project).path,
      let here = try? CanonicalPath(".").path
    else { return nil }
    let place = [here, project, options.config ?? "", options.output ?? ""]
    let settings = [
      options.project, options.today.description, "\(options.isStrict)", "\(options.confluence)",
      "\(options.bundle)", "\(options.drafts)", "\(options.usesBaseline)",
      options.revision.map { "revision \($0)" } ?? "no revision",
      options.generator, options.program ?? "no program", form, "umask \(FileMask.current)",
    ]
    self.folder = folder
    path = "\(folder)/\(SHA256.hex(Array(Self.joined(place).utf8)).prefix(32)).record"
    request = Self.joined(place + settings)
  }

  /// No path and no argument of a command holds a NUL.
  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "\0") }

  /// What the last build said, if it was asked the same and nothing has changed since.
  package func recall() async -> RecordedBuild? {
    guard let bytes = try? Disk.read(path, limit: 1 << 30), let record = BuildRecord(bytes),
      record.request == request, record.output.isCurrent,
      record.places.allSatisfy(\.isCurrent),
      let place = try? OutputPlace(record.output.path, apartFrom: []),
      let isReady = try? place.isReady, isReady,
      // Sources are what changes most often, and there are fewer of them.
      await record.sources.isCurrent(), await record.outputs.isCurrent()
    else { return nil }
    return record.outcome
  }

  /// Keeps a build that was published without errors, unless something that it read or wrote changed
  /// meanwhile.
  package func keep(_ report: BuildReport, _ outcome: RecordedBuild) async {
    guard report.published != nil, !report.hasErrors, let places = report.places,
      let output = report.output
    else { return }
    let published = FileClock.later
    var sources = StampList()
    for place in places { await sources.add(place.path, hidden: .hosting) }
    let end = FileClock.tick(after: published)
    var outputs = StampList()
    await outputs.add(output.path, hidden: .all)
    guard outputs.isOlder(than: end), output.isCurrent else { return }
    report.stamps?.keep(outputs, in: output.path)
    guard sources.isOlder(than: start), places.allSatisfy(\.isCurrent)
    else { return }
    let record = BuildRecord(
      request: request, places: places, output: output, sources: sources, outputs: outputs,
      outcome: outcome)
    _ = try? Disk.makeFolders(self.folder, shown: self.folder)
    try? Disk.replace(path, with: record.bytes)
    forgetOldest()
  }

  private func forgetOldest() {
    guard let names = try? Disk.names(in: folder).filter({ $0.hasSuffix(".record") }),
      names.count > Self.limit
    else { return }
    let paths = names.map { "\(folder)/\($0)" }
    let aged = paths.map { (path: $0, age: FileStamp($0)?.changed ?? .min) }
    for (path, _) in aged.sorted(by: { $0.age < $1.age }).prefix(names.count - Self.limit) {
      _ = Disk.remove(path)
    }
  }
}
