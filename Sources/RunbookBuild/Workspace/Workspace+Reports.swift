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
    let own = page?.findings ?? []
    let elsewhere = outspoken.filter { $0 != paths[file] }.sorted().flatMap { path in
      (pages[path]?.findings ?? []).filter { finding in
        finding.range.file == file || finding.way.contains { $0.file == file }
      }
    }
    // What an included text is found to be by itself says what is told where it lands.
    let shared = Set(
      own.filter { !$0.way.isEmpty && !$0.isLanding }.flatMap { finding in
        [finding.range.file] + finding.way.map(\.file)
      }
    ).subtracting([file])
    let ofShared = shared.sorted().flatMap { paths[$0].flatMap { pages[$0] }?.findings ?? [] }
    let found = own + elsewhere + ofShared + (site.findings[file] ?? [])
    var allowances = Allowances()
    for name in shared.union([file]) {
      guard let page = paths[name].flatMap({ pages[$0] }) else { continue }
      let own = page.survey.summary.metadata.allowances + (page.result?.allowances ?? [])
      allowances.add(own, of: name)
    }
    let all = Checker.report(
      found + allowances.unused(of: found), project.config, allowing: allowances,
      isStrict: options.isStrict
    ).filter { $0.range.file == file }
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
