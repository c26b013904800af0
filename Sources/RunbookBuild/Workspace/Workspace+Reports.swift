import RunbookChecks
package import RunbookModel

extension Workspace {
  mutating func report() throws(FileProblem) -> Set<String> {
    let files =
      isWholeReported
      ? touched : Set(paths.keys).union(reported.keys).union(site.findings.keys)
    var changed: Set<String> = []
    for file in files {
      let found = try report(of: file)
      let before = reported.updateValue(found, forKey: file) ?? []
      if found.isEmpty { reported[file] = nil }
      if found != before { changed.insert(file) }
    }
    // The same bytes may stand in another line now.
    if !rewritten.isEmpty {
      changed.formUnion(
        reported.filter { file, findings in
          rewritten.contains(file)
            || findings.contains { $0.notes.contains { rewritten.contains($0.range.file) } }
        }.map(\.key))
    }
    (touched, rewritten, isWholeReported) = ([], [], true)
    return changed
  }

  /// What a check reports of a file.
  private func report(of file: String) throws(FileProblem) -> [Diagnostic] {
    let page = paths[file].flatMap { pages[$0] }
    let elsewhere = outspoken.flatMap { pages[$0]?.findings ?? [] }
    var found = (page?.findings ?? []) + elsewhere
    found = found.filter { $0.range.file == file } + (site.findings[file] ?? [])
    var allowances = Allowances()
    if let page {
      let own = page.survey.summary.metadata.allowances + (page.result?.allowances ?? [])
      allowances.add(own, of: file)
    }
    let all = Checker.report(
      found + allowances.unused(of: found), project.config, allowing: allowances,
      isStrict: options.isStrict)
    if all.isEmpty || project.known.isEmpty { return all }
    let source = try self.file(named: file)
    return project.known.left(of: all) { _ in source }
  }

  /// A file that findings speak of; nil for one that is not read as text.
  ///
  /// - Throws: `FileProblem` where a page cannot be read.
  package func file(named name: String) throws(FileProblem) -> SourceFile? {
    if let page = paths[name] { return try source(of: page) }
    return project.files.first { $0.path == name }
  }
}
