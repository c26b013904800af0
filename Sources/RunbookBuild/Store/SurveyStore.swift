import RunbookChecks
import RunbookModel

/// What earlier builds read in the front matter of pages. A result holds where the program, the configuration,
/// the templates and the text of the page are what they were.
struct SurveyStore: Sendable {
  let folder: StoreFolder
  /// What all pages see without looking at each other.
  let base: ContentKey
  private let results: ResultStore
  /// Nil where an editor holds texts that are not on the disk.
  let stamps: SourceStamps?

  /// Nil where nobody wants a store, and where pages depend on more than is known here.
  init?(_ project: Project, _ options: BuildOptions) {
    guard let parent = options.cache, let program = options.program, project.isListed,
      project.pages.count >= options.leastStored,
      project.sourceLinks == nil,
      let tool = ProgramIdentity.key(of: program, folder: parent),
      let name = Self.name(of: project, options)
    else { return nil }
    folder = StoreFolder(
      in: parent + "/store", of: name, isRead: options.usesStore, isWritten: options.texts.isEmpty)
    results = ResultStore(folder, kind: "surveys")
    stamps =
      options.texts.isEmpty
      ? SourceStamps(folder, limit: project.config.limits[.fileSize]) : nil
    var record = RecordWriter("site 1\n")
    record.put(tool)
    for file in project.filesOfPages {
      record.text(file.path)
      record.blob(file.bytes)
    }
    base = ContentKey(record)
  }

  /// What the site is called and where it lies, as far as that is the same in another checkout.
  private static func name(of project: Project, _ options: BuildOptions) -> ContentKey? {
    guard let folder = try? CanonicalPath(options.project).components else { return nil }
    var record = RecordWriter()
    record.put(Array(folder.suffix(2)))
    record.put(options.config)
    record.text(project.config.title)
    return ContentKey(record)
  }

  /// - Parameter text: the key of the page's text.
  func survey(of page: PagePath, in file: String, _ text: ContentKey) -> PageSurvey? {
    guard var record = results.result(of: page.text, key(file, text))?.head else { return nil }
    return try? PageSurvey(from: &record, at: page, in: file)
  }

  func keep(_ survey: PageSurvey, _ text: ContentKey) {
    var record = RecordWriter()
    survey.write(to: &record)
    results.keep(record, of: survey.summary.path.text, key(survey.summary.sourcePath, text))
  }

  private func key(_ file: String, _ text: ContentKey) -> ContentKey {
    var record = RecordWriter("survey 1\n")
    record.put(base)
    record.text(file)
    record.put(text)
    return ContentKey(record)
  }

  func finish() async { await results.finish() }
}
