import RunbookModel

/// The findings of another state of the site, for `--new-from`.
package enum EarlierFindings {
  /// Those of a document that `--format json` has written.
  package static func read(_ path: String) throws(FileProblem) -> FindingSet {
    func problem(_ reason: String) -> FileProblem {
      FileProblem(
        path: path, operation: "compare with", reason: reason,
        advice: "give what 'runbookgen check --format json' of this version has written")
    }
    let bytes = try Disk.read(path)
    let document: JSONNode
    do throws(JSONProblem) {
      document = try JSONReader.read(bytes)
    } catch {
      throw problem("it is not JSON: byte \(error.offset): \(error.reason)")
    }
    guard case .array(let findings)? = document["diagnostics"]?.kind else {
      throw problem("it holds no list of findings")
    }
    var keys: [FindingKey] = []
    for finding in findings {
      guard let file = finding["file"]?.string, let rule = finding["id"]?.string,
        let hash = finding["lineHash"]?.string
      else { throw problem("a finding in it has no 'file', 'id' and 'lineHash'") }
      keys.append(FindingKey(file: file, rule: rule, lineHash: hash))
    }
    return FindingSet(keys)
  }

  /// Those of the project as it was at a revision, which is unpacked into a folder for the time of the
  /// check. Where the project was not there yet, there were none.
  ///
  /// - Returns: nil when there is no such revision.
  package static func check(
    _ options: BuildOptions, at revision: String, temporary: String
  ) async throws(FileProblem) -> FindingSet? {
    try await EarlierProject.use(options, at: revision, temporary: temporary) {
      state throws(FileProblem) in
      guard case .there(let earlier) = state else { return FindingSet() }
      do throws(FileProblem) {
        let report = try await Pipeline.check(earlier)
        return FindingSet(report.diagnostics, report.sources)
      } catch {
        // It had no pages yet.
        if error.operation == Discovery.unpreparedOperation { return FindingSet() }
        throw error
      }
    }
  }
}
