import RunbookModel

/// The records of builds in the user's cache folder. Whatever goes wrong with them costs time and
/// nothing else: then the build is done.
package struct BuildMemory: Sendable {
  private let folder: String
  private let path: String
  private let request: String
  /// Nothing that the build reads may have changed since then.
  private let start = FileClock.now
  /// What was seen, before anything else was read, of all that the last build read; nil where there may be more now.
  private var seen: (places: [NamedPlace], sources: StampList)?

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
  package mutating func recall() async -> RecordedBuild? {
    guard let bytes = try? Disk.read(path, limit: 1 << 30), let record = BuildRecord(bytes),
      record.request == request, record.output.isCurrent,
      record.places.allSatisfy(\.isCurrent),
      let place = try? OutputPlace(record.output.path, apartFrom: []),
      let isReady = try? place.isReady, isReady
    else { return nil }
    // Sources are what changes most often, and there are fewer of them.
    let sources = await record.sources.now()
    seen = sources.hasSamePlaces(as: record.sources) ? (record.places, sources) : nil
    guard sources == record.sources, await record.outputs.isCurrent() else { return nil }
    return record.outcome
  }

  /// Keeps a build that was published without errors, unless something that it read or wrote changed
  /// meanwhile.
  package func keep(_ report: BuildReport, _ outcome: RecordedBuild) async {
    guard report.published != nil, !report.hasErrors, let places = report.places,
      let output = report.output
    else { return }
    let published = FileClock.later
    let sources = await sources(places)
    let end = FileClock.tick(after: published)
    let outputs = await outputs(report, output.path)
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

  /// What was read, as it was before that or is now.
  private func sources(_ places: [NamedPlace]) async -> StampList {
    if let seen, seen.places == places { return seen.sources }
    var sources = StampList()
    for place in places { await sources.add(place.path, hidden: .hosting) }
    return sources
  }

  private func outputs(_ report: BuildReport, _ folder: String) async -> StampList {
    if let files = report.files { return await files.stamps(in: folder) }
    var outputs = StampList()
    await outputs.add(folder, hidden: .all)
    return outputs
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
