package import RunbookBuild
package import RunbookModel

/// Keeps the state of a preview at what the files say.
package struct PreviewFollower: Sendable {
  /// What one round of changes came to.
  package struct Round: Sendable {
    /// Files whose changes were seen.
    package let files: [String]
    package let pageCount: Int
    package let errors: Int
    package let warnings: Int
    package let duration: Duration
    package let problem: FileProblem?
  }

  private let hub: PreviewHub
  private let today: @Sendable () -> CalendarDate?
  private var workspace: Workspace

  /// - Parameters:
  ///   - workspace: one that was not updated yet.
  ///   - today: the day of a round; nil for that of the round before.
  package init(
    _ workspace: Workspace, _ hub: PreviewHub, today: @escaping @Sendable () -> CalendarDate?
  ) {
    (self.workspace, self.hub, self.today) = (workspace, hub, today)
  }

  /// What has to be watched for the files as they are now.
  package var watchedFolders: WatchedFolders { workspace.watchedFolders }

  /// Takes in changes. The pages that were edited are shown before all others are judged.
  ///
  /// - Parameter goOn: asked between parts of the work; where it says no, the rest is left to the next round.
  package mutating func follow(
    _ changes: FolderChanges, goOn: () -> Bool = { true }
  ) async -> Round {
    let clock = ContinuousClock()
    let start = clock.now
    if let day = today() { workspace.setToday(day) }
    let names = changes.files.compactMap(workspace.name(ofPlace:)).sorted()
    for name in names { workspace.noticeChange(of: name) }
    let isConfig = workspace.options.config.map(changes.files.contains) == true
    if changes.isUnknown || isConfig { workspace.noticeChanges() }
    let before = workspace.texts
    let isBeside = changes.isUnknown || names.contains { workspace.page(ofFile: $0) == nil }
    var problem = await update(limit: 0, isBeside: isBeside, before)
    while problem == nil, !workspace.isDone, goOn() {
      problem = await update(limit: 32, isBeside: false, workspace.texts)
    }
    let findings = workspace.allFindings
    return Round(
      files: names, pageCount: workspace.pageCount,
      errors: findings.count { $0.severity == .error },
      warnings: findings.count { $0.severity == .warning },
      duration: clock.now - start, problem: problem)
  }

  private mutating func update(
    limit: Int, isBeside: Bool, _ before: [PagePath: ContentKey]
  ) async -> FileProblem? {
    var problem: FileProblem?
    var preview: SitePreview?
    do throws(FileProblem) {
      _ = try await workspace.update(limit: limit)
      preview = try SitePreview(workspace, after: hub.current.preview, head: PreviewPage.head)
    } catch { problem = error }
    let moves = moves(from: before)
    hub.publish { state in
      state.workspace = workspace
      state.preview = preview ?? state.preview
      state.problem = problem
      if isBeside { state.fileCount += 1 }
      for (old, new) in moves { state.moves[old] = new }
    }
    return problem
  }

  /// Pages that are gone while a new one has their text, as paths in the output.
  private func moves(from before: [PagePath: ContentKey]) -> [String: String] {
    let after = workspace.texts
    let gone = before.filter { after[$0.key] == nil }
    guard !gone.isEmpty else { return [:] }
    let new = Dictionary(grouping: after.filter { before[$0.key] == nil }, by: \.value)
    var moves: [String: String] = [:]
    for (page, text) in gone {
      let same = new[text]?.map(\.key) ?? []
      let likely = same.filter { $0.fileName == page.fileName }
      guard let target = likely.count == 1 ? likely[0] : same.count == 1 ? same[0] : nil else {
        continue
      }
      moves[page.htmlPath] = target.htmlPath
    }
    return moves
  }
}
