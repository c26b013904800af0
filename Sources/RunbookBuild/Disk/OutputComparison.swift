package import RunbookModel
import Synchronization

/// How an output folder differs from what a build made; each list is in the order of path bytes.
package struct OutputDifference: Sendable, Equatable {
  /// The folder that was compared, as the user names it.
  package var folder = ""
  /// Made by the build and not in the folder.
  package var missing: [String] = []
  /// In both, with other content or as something else than a file.
  package var different: [String] = []
  /// In the folder only; an empty folder ends with `/`.
  package var surplus: [String] = []
  /// How many files are alike.
  package var unchanged = 0

  package var isEmpty: Bool { missing.isEmpty && different.isEmpty && surplus.isEmpty }

  /// Every path that differs, in one order.
  package var paths: [String] {
    (missing + different + surplus).sorted { $0.precedesByBytes($1) }
  }
}

/// Files of an old output that a build made as well.
struct AlikeFiles {
  /// Those that can stay as they are.
  var fit: [String] = []
  /// What was seen of each of these.
  var stamps: [FileStamp?] = []
  /// Those that need other rights.
  var misfit: [String] = []
}

/// Compares an output folder with the files that a build hands over, without writing anything.
package final class OutputComparison: OutputReceiver {
  enum Verdict: UInt8 {
    case alike, different, missing
    /// Not looked at, because something has failed.
    case refused
  }

  private struct State {
    var paths = OutputPathSet()
    var failure: FileProblem?
    /// What was found for each entry of the old output.
    var verdicts: [Verdict?]
    /// Entries that have other rights than a new file would get.
    var misfits: Set<Int> = []
    /// What was seen of entries that are alike.
    var stamps: [FileStamp?]
    var missing: [String] = []
    var different: [String] = []
    var alikeCount = 0
  }

  private let folder: String
  /// The old output; nil when there is none.
  let root: FolderHandle?
  private let entries: [FolderWalk.Entry]
  private let emptyFolders: [String]
  private let folders: [String]
  /// What new files and folders get; nil when rights do not matter.
  private let modes: FileModes?
  /// Where each path is in the entries.
  private let index: [String: Int32]
  private let state: Mutex<State>

  /// A folder that does not exist misses everything.
  package convenience init(_ folder: String) throws(FileProblem) {
    try self.init(folder, shown: folder, modes: nil)
  }

  /// - Parameters:
  ///   - shown: the name of the folder for people.
  ///   - modes: what new files and folders get there, if the folder is to be replaced. Then files that
  ///     cannot be read are not alike, and no problem.
  init(_ folder: String, shown: String, modes: FileModes?) throws(FileProblem) {
    self.folder = shown
    self.modes = modes
    var index: [String: Int32] = [:]
    if try Disk.kind(of: folder) == nil {
      (root, entries, emptyFolders, folders) = (nil, [], [], [])
    } else {
      let walk = try FolderWalk(folder, hidden: .all, requiresAll: modes == nil)
      root = try FolderHandle(folder, shown: shown)
      (entries, folders) = (walk.entries, walk.folders)
      emptyFolders = walk.emptyFolders + walk.unreadableFolders
      index.reserveCapacity(entries.count)
      for (number, entry) in entries.enumerated() where entry.hasReadableName {
        index[entry.path] = Int32(number)
      }
    }
    self.index = index
    state = Mutex(
      State(
        verdicts: Array(repeating: nil, count: entries.count),
        stamps: Array(repeating: nil, count: entries.count)))
  }

  package func add(_ path: String, _ bytes: UnsafeRawBufferPointer) {
    _ = judge(path, bytes)
  }

  package func holds(_ file: FileDigest, _ trust: OutputTrust) -> Bool {
    guard let root, let number = index[file.path].map(Int.init), entries[number].kind == .file
    else { return false }
    guard let stamp = root.stamp(of: file, trust) else { return false }
    note(stamp, of: number)
    return true
  }

  /// Takes in what was seen of an old file that need not be written.
  private func note(_ stamp: FileStamp, of number: Int) {
    let isMisfit = modes.map { stamp.rights != $0.file } ?? false
    state.withLock { state in
      state.stamps[number] = stamp
      if isMisfit { state.misfits.insert(number) }
    }
  }

  package func addHeld(_ file: FileDigest) {
    guard state.withLock({ $0.paths.insert(file.path) && $0.failure == nil }) else { return }
    guard let number = index[file.path].map(Int.init) else { return }
    _ = record(file.path, number, .alike)
  }

  /// The difference, after the last file.
  package func finish() throws(FileProblem) -> OutputDifference {
    judgeMarker()
    return try difference()
  }

  /// Compares one file with what stands at its path.
  func judge(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Verdict {
    let isSound = state.withLock { $0.paths.insert(path) && $0.failure == nil }
    return isSound ? compare(path, bytes) : .refused
  }

  @discardableResult
  func judgeMarker() -> Verdict {
    OutputMarker.bytes.withUnsafeBytes { compare(OutputMarker.name, $0) }
  }

  /// Remembers a failure; the first one counts.
  func fail(_ problem: FileProblem) {
    state.withLock { $0.failure = $0.failure ?? problem }
  }

  package var hasFailed: Bool {
    state.withLock { $0.failure != nil || !$0.paths.isSound }
  }

  func requireSuccess() throws(FileProblem) {
    let problem = state.withLock { $0.paths.refusals.first.map(FileProblem.init) ?? $0.failure }
    if let problem { throw problem }
  }

  package var refusals: [OutputPathSet.Refusal] { state.withLock { $0.paths.refusals } }

  /// Names in the new output itself that start with a dot.
  var hiddenNames: Set<String> { state.withLock { $0.paths.hiddenNames } }

  /// The old files that need not be written, in path order.
  var alike: AlikeFiles {
    let (verdicts, misfits, stamps) = state.withLock { ($0.verdicts, $0.misfits, $0.stamps) }
    var alike = AlikeFiles()
    for (number, entry) in entries.enumerated() where verdicts[number] == .alike {
      if misfits.contains(number) {
        alike.misfit.append(entry.path)
      } else {
        alike.fit.append(entry.path)
        alike.stamps.append(stamps[number])
      }
    }
    return alike
  }

  /// How many folders of the old output have other rights than a new one would get.
  var misfitFolderCount: Int {
    guard let root, let modes else { return 0 }
    return folders.count { root.rights(of: $0).map { $0 != modes.folder } ?? false }
  }

  /// Every old file, in path order.
  var oldFiles: [String] { entries.map(\.path) }

  func difference() throws(FileProblem) -> OutputDifference {
    try requireSuccess()
    let state = state.withLock { $0 }
    var result = OutputDifference(folder: folder)
    result.missing = state.missing.sorted { $0.precedesByBytes($1) }
    result.different = state.different.sorted { $0.precedesByBytes($1) }
    result.surplus = zip(entries, state.verdicts).compactMap { $1 == nil ? $0.path : nil }
    if !emptyFolders.isEmpty {
      result.surplus += emptyFolders.map { $0 + "/" }
      result.surplus.sort { $0.precedesByBytes($1) }
    }
    result.unchanged = state.alikeCount
    return result
  }

  private func compare(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Verdict {
    guard let root, let number = index[path].map(Int.init) else {
      return record(path, nil, .missing)
    }
    guard entries[number].kind == .file else { return record(path, number, .different) }
    switch root.likeness(of: path, to: bytes) {
    case .alike(let stamp):
      note(stamp, of: number)
      return record(path, number, .alike)
    case .different: return record(path, number, .different)
    // It has gone since the folder was listed.
    case .missing: return record(path, number, .missing)
    case .unreadable where modes != nil: return record(path, number, .different)
    case .unreadable(let code):
      fail(FileProblem(path: folder + "/" + path, operation: "read", code: code))
      return .refused
    }
  }

  private func record(_ path: String, _ number: Int?, _ verdict: Verdict) -> Verdict {
    state.withLock { state in
      if let number { state.verdicts[number] = verdict }
      switch verdict {
      case .missing: state.missing.append(path)
      case .different: state.different.append(path)
      // The marker is ours to count, not the user's.
      case .alike: state.alikeCount += path == OutputMarker.name ? 0 : 1
      case .refused: break
      }
    }
    return verdict
  }
}
