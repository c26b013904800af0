package import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

/// The staircase: discover, parse, check, assemble, render, publish. Each step takes values and
/// returns values with diagnostics.
package enum Pipeline {
  /// Checks a site and writes nothing.
  package static func check(_ options: BuildOptions) async throws(FileProblem) -> BuildReport {
    var check = try await SiteCheck(Project(options), options)
    // Only what is made shows whether a page is in its way.
    if check.mayMeetGenerated {
      return try await render(check, draws: false, to: PathCollector())
    }
    _ = try await check.checkPages(recall: { _, _ in () }) { _, _ in }
    await check.store?.finish()
    let report = try check.report()
    Parallel.release(check)
    return report
  }

  /// Checks a site and counts how much of its commands could be judged.
  package static func coverage(_ options: BuildOptions) async throws(FileProblem) -> (
    BuildReport, CoverageReport, TrendRecord
  ) {
    var check = try await SiteCheck(Project(options), options)
    let pages = try await check.checkPages { page, _ in CoverageReport.Page(page) }
    let (report, coverage) = (try check.report(), CoverageReport(pages))
    return (report, coverage, .of(report, coverage, check.index.pages, options.today))
  }

  /// The configuration with the programs of the site, and what is wrong with them. Pages are not read.
  package static func config(_ options: BuildOptions) throws(FileProblem) -> (
    SiteConfig, BuildReport
  ) {
    let (config, files, problems) = try Project.readConfig(Discovery(options: options))
    let report = Checker.report(problems, config, isStrict: options.isStrict)
    let sources = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return (config, BuildReport(diagnostics: report, sources: sources, pageCount: 0))
  }

  /// Checks a site and publishes it, unless an error was found: then nothing is touched. A problem
  /// that comes after the check is in the report.
  package static func build(
    _ options: BuildOptions, onMessage: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(FileProblem) -> BuildReport {
    let project = try Project(options)
    project.prepareToRender()
    let check = try await SiteCheck(project, options)
    let folder = try project.outputFolder(options)
    let output = try NamedPlace(folder)
    let keepsFormerOutput = options.keepsFormerOutput && check.store != nil
    let session = try await OutputWriter(
      folder: folder, apartFrom: project.sources,
      spares: keepsFormerOutput ? options.cache.map { $0 + "/outputs" } : nil
    ).begin(onMessage: onMessage)
    defer { session.abort() }
    var report = try await render(check, to: session)
    report.pageCount = check.index.published.pages.count
    Parallel.release(check)
    report.output = output
    report.places = project.places
    if report.hasErrors { return report }
    // What was found until then is worth telling all the same.
    do throws(FileProblem) {
      report.published = try await session.commit()
      report.files = session.published
    } catch {
      report.problem = error
    }
    return report
  }

  /// Checks a site and compares it with what is published; writes nothing.
  package static func verify(_ options: BuildOptions) async throws(FileProblem) -> BuildReport {
    // Whoever may change what is published must not be taken at his word.
    var options = options
    options.usesStore = false
    let project = try Project(options)
    let check = try await SiteCheck(project, options)
    let comparison = try OutputComparison(project.outputFolder(options))
    var report = try await render(check, to: comparison)
    if !report.hasErrors { report.difference = try comparison.finish() }
    return report
  }

  /// Compares the Confluence export with a manifest that an earlier build has written; writes nothing.
  ///
  /// - Returns: no comparison when the sources have errors.
  package static func confluenceStatus(
    _ options: BuildOptions, against path: String, by way: PayloadWay
  ) async throws(FileProblem) -> (BuildReport, ManifestComparison?) {
    let old = try ManifestReader.read(Disk.read(path), path: path)
    let (report, export) = try await confluenceExport(options, payload: nil)
    return (report, export.map { ManifestComparison(old: old, new: $0.manifest, by: way) })
  }

  /// The manifest of what was pasted beside that of the export, so that pages can be marked; writes
  /// nothing.
  ///
  /// - Parameter path: of what was pasted; where no file is, nothing was.
  /// - Returns: no update when the sources have errors.
  package static func confluenceUpdate(
    _ options: BuildOptions, since path: String, by way: PayloadWay
  ) async throws(FileProblem) -> (BuildReport, ManifestUpdate?) {
    let old = try ManifestReader.pasted(path)
    let (report, export) = try await confluenceExport(options, payload: nil)
    return (
      report,
      export.map(\.manifest).map { new in
        ManifestUpdate(
          old: old ?? ConfluenceManifest(target: new.target, pages: []), new: new, by: way)
      }
    )
  }

  /// Makes the Confluence export and writes nothing.
  ///
  /// - Parameter payload: the file name of the payload that is wanted of each page.
  /// - Returns: no export when the sources have errors.
  package static func confluenceExport(
    _ options: BuildOptions, payload: String?
  ) async throws(FileProblem) -> (BuildReport, ConfluenceFiles?) {
    let project = try Project(options)
    let check = try await SiteCheck(project, options)
    let manifestPath = ConfluenceExport.manifestPath
    let made = FileCatcher { path in
      guard let payload else { return path == manifestPath }
      return path == manifestPath || PagePath(path).fileName == payload
        || path.hasPrefix(DiagramRun.folder)
    }
    let report = try await render(check, only: ConfluenceExport.format.name, to: made)
    guard !report.hasErrors else { return (report, nil) }
    guard let file = made.files[manifestPath] else {
      throw FileProblem(
        path: options.config ?? "runbookgen.yml", operation: "make the export",
        reason: "it turns the export off",
        advice: "remove 'enabled: false' from 'confluence', or name another file with '--config'")
    }
    let manifest = try ManifestReader.read(file.bytes, path: file.path)
    return (report, ConfluenceFiles(manifest, made.files.mapValues(\.bytes), project))
  }

  /// Checks every page and hands over the files of the output, all of them unless an error is found.
  ///
  /// - Parameters:
  ///   - only: the one format that is wanted.
  ///   - draws: whether programs may be run that draw diagrams.
  static func render(
    _ check: SiteCheck, only: String? = nil, draws: Bool = true, to output: some OutputReceiver
  ) async throws(FileProblem) -> BuildReport {
    var check = check
    let project = check.project
    // Templates that are not sound must not be rendered with.
    guard try !check.hasErrors() else {
      _ = try await check.checkPages(recall: { _, _ in () }) { _, _ in }
      await check.store?.finish()
      return try check.report()
    }
    let run =
      draws
      ? try await DiagramRun(
        project, check.index.published, published: project.outputFolder(check.options))
      : nil
    check.add(run?.problems ?? [])
    var index = check.index.published
    index.add(assets: run?.pictures.map(\.path) ?? [])
    var site = Site.assemble(index, project.config)
    site.words = project.words
    site.imageSizes = try project.imageSizes().merging(run?.sizes ?? [:]) { own, _ in own }
    let diagrams = run?.diagrams ?? Diagrams()
    let formats = try SiteFormats(
      site, check, images: try project.images(), diagrams: run?.pictures ?? [], only: only)
    let hidden = check.index.hiddenDrafts
    @Sendable func isLeftOut(_ page: PagePath, _ hasErrors: Bool) -> Bool {
      hasErrors || output.hasFailed || hidden.contains(page)
    }
    let all = try await check.checkPages { page, hasErrors in
      isLeftOut(page.path, hasErrors) ? SiteFormats.Notes() : formats.recall(page, to: output)
    } _: { page, hasErrors -> SiteFormats.Notes in
      if isLeftOut(page.path, hasErrors) { return SiteFormats.Notes() }
      return formats.render(page.showing(diagrams, project.config), to: output)
    }
    let notes = zip(check.index.pages, all).filter { !hidden.contains($0.0.path) }.map(\.1)
    var report = try check.report()
    guard !report.hasErrors else {
      await check.store?.finish()
      return report
    }
    check.forgetBodies()
    let done = check
    report.remarks = try await formats.finish(notes, to: output) { page throws(FileProblem) in
      try done.checked(page).showing(diagrams, project.config)
    }
    await check.store?.finish()
    report.stamps = formats.stamps
    for picture in run?.pictures ?? [] {
      output.add(OutputFile(path: picture.path, bytes: picture.bytes))
    }
    guard only == nil else { return report }
    for asset in project.assets {
      output.add(OutputFile(path: asset, bytes: try project.discovery.asset(asset, project.config)))
    }
    let refusals = output.refusals
    guard !refusals.isEmpty else { return report }
    check.add(refusals)
    return try check.report()
  }
}
