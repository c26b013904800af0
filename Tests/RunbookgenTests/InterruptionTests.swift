import Foundation
import Testing

/// What is left of a build that something ends.
@Suite(.serialized) struct InterruptionTests {
  private static let killCount =
    ProcessInfo.processInfo.environment["RUNBOOKGEN_KILLS"].flatMap(Int.init) ?? 200

  /// Two versions of a site, each built once to compare with, and a folder with the old one published.
  private func withVersions(_ body: (_ sites: [ManyFilesSite], _ public: URL) throws -> Void) throws
  {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let sites = try ["old", "new"].map { version in
      try ManyFilesSite(scratch.appendingPathComponent(version), version: version)
    }
    for site in sites {
      let result = try Tool.run(["build"] + ManyFilesSite.today, in: site.folder)
      try #require(result.status == 0, "\(result.errors)")
    }
    let folder = scratch.appendingPathComponent("public")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: sites[0].output, to: folder.appendingPathComponent("site"))
    try body(sites, folder)
  }

  private func start(_ site: ManyFilesSite, to folder: URL) throws -> RunningTool {
    let output = folder.appendingPathComponent("site").path
    return try RunningTool(["build", "--output", output] + ManyFilesSite.today, in: site.folder)
  }

  /// Kills builds at random moments. Whatever the moment, the wiki is one of the two, complete.
  @Test func aKilledBuildLeavesTheOldOrTheNewWiki() throws {
    try withVersions { sites, folder in
      let output = folder.appendingPathComponent("site")
      let began = Date()
      #expect(try start(sites[1], to: folder).wait() == 0)
      let duration = Date().timeIntervalSince(began)
      var (current, kills, halfDone) = (1, 0, 0)
      while kills < Self.killCount {
        let build = try start(sites[1 - current], to: folder)
        usleep(UInt32(Double.random(in: 0...duration) * 1_000_000))
        build.send(SIGKILL)
        let wasKilled = build.wait() == 128 + SIGKILL
        kills += wasKilled ? 1 : 0
        halfDone += try wasKilled && !ManyFilesSite.leftovers(in: folder).isEmpty ? 1 : 0
        if try !ManyFilesSite.areAlike(output, sites[current].output) {
          current = 1 - current
          try #require(
            try ManyFilesSite.areAlike(output, sites[current].output),
            "after kill \(kills) the wiki is neither the old nor the new one")
        }
      }
      #expect(halfDone > 0, "no build was killed while it was publishing")
      #expect(try start(sites[1 - current], to: folder).wait() == 0)
      #expect(try ManyFilesSite.areAlike(output, sites[1 - current].output))
      #expect(try ManyFilesSite.leftovers(in: folder).isEmpty)
    }
  }

  /// A signal that can be caught leaves nothing to clean up.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesNoMess(_ signal: Int32) throws {
    try withVersions { sites, folder in
      var wasInterrupted = false
      for _ in 0..<20 where !wasInterrupted {
        let build = try start(sites[1], to: folder)
        let isPublishing = build.reaches {
          let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
          return names.contains { $0.contains(".runbookgen-staging-") }
        }
        build.send(signal)
        let status = build.wait()
        #expect(try ManyFilesSite.leftovers(in: folder).isEmpty, "\(build.errors)")
        wasInterrupted = isPublishing && status == 128 + signal
        let isOld = try ManyFilesSite.areAlike(
          folder.appendingPathComponent("site"), sites[0].output)
        if wasInterrupted && isOld {
          #expect(build.errors.contains("interrupted; the published output was not changed"))
        } else {
          #expect(
            try ManyFilesSite.areAlike(
              folder.appendingPathComponent("site"), sites[isOld ? 0 : 1].output))
          #expect(try start(sites[0], to: folder).wait() == 0)
        }
      }
      #expect(wasInterrupted)
    }
  }

  /// `nohup` wants a build to go on when the terminal is closed.
  @Test func aSignalThatIsIgnoredStaysIgnored() throws {
    try withVersions { sites, folder in
      let arguments =
        ["build", "--output", folder.appendingPathComponent("site").path] + ManyFilesSite.today
      let build = try RunningTool(
        arguments, in: sites[1].folder, wrapper: ["--ignore-signal=HUP"])
      _ = build.reaches { (try? !ManyFilesSite.leftovers(in: folder).isEmpty) ?? false }
      build.send(SIGHUP)
      #expect(build.wait() == 0, "\(build.errors)")
      #expect(
        try ManyFilesSite.areAlike(folder.appendingPathComponent("site"), sites[1].output))
    }
  }
}
