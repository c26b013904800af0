import Foundation
import TestSupport
import Testing

/// Places that do not take the output: a clear error, status 74, and nothing lost.
@Suite(.serialized) struct PublicationFaultTests {
  /// A site that is published once and then changed, in a folder of its own.
  private func withPublishedSite(_ body: (ManyFilesSite, _ public: URL) throws -> Void) throws {
    let scratch = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let folder = scratch.appendingPathComponent("public")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = scratch.appendingPathComponent("project")
    let site = try ManyFilesSite(source, version: "one", fileCount: 20)
    try body(site, folder)
  }

  private func build(_ site: ManyFilesSite, to output: URL) throws -> CommandResult {
    try Tool.run(["build", "--output", output.path] + ManyFilesSite.today, in: site.folder)
  }

  /// Builds over what is published, and expects a refusal that changes nothing.
  private func expectRefusal(
    _ site: ManyFilesSite, to output: URL, watching folder: URL, _ reason: String
  ) throws {
    let before = Tool.contents(of: folder)
    let result = try build(site, to: output)
    #expect(result.status == 74, "\(result.errors)")
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(result.errors.hasPrefix("error: cannot "), "\(result.errors)")
    #expect(Tool.contents(of: folder) == before)
    #expect(try ManyFilesSite.leftovers(in: folder).isEmpty)
  }

  @Test(.needs("the right to mount file systems", Mount.isPossible))
  func aFullDisk() throws {
    try withPublishedSite { site, folder in
      let mount = try Mount(["-t", "tmpfs", "-o", "size=2m", "tmpfs"], at: folder)
      defer { mount.end() }
      let output = folder.appendingPathComponent("site")
      #expect(try build(site, to: output).status == 0)
      let big = site.folder.appendingPathComponent("content/big.bin")
      try Data(count: 4 << 20).write(to: big)
      try expectRefusal(site, to: output, watching: folder, "the disk is full")
    }
  }

  @Test(.needs("the right to mount file systems", Mount.isPossible))
  func aReadOnlyFileSystem() throws {
    try withPublishedSite { site, folder in
      let mount = try Mount(["-t", "tmpfs", "tmpfs"], at: folder)
      defer { mount.end() }
      let output = folder.appendingPathComponent("site")
      #expect(try build(site, to: output).status == 0)
      try mount.makeReadOnly()
      try expectRefusal(site, to: output, watching: folder, "the file system is read-only")
    }
  }

  @Test(.needs("the right to mount file systems", Mount.isPossible))
  func aMountPoint() throws {
    try withPublishedSite { site, folder in
      let mount = try Mount(["-t", "tmpfs", "tmpfs"], at: folder)
      defer { mount.end() }
      try expectRefusal(
        site, to: folder, watching: folder,
        "it is a mount point, which cannot be exchanged in one step; choose a folder inside it")
    }
  }

  /// The superuser may write everywhere, so another user builds.
  @Test(.needs("the right to become another user", OtherUser.canRun))
  func aFolderOfAnotherUser() throws {
    try withPublishedSite { site, folder in
      for place in [folder.deletingLastPathComponent(), folder, site.folder] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: place.path)
      }
      let output = folder.appendingPathComponent("site")
      #expect(try build(site, to: output).status == 0)
      let before = Tool.contents(of: folder)
      let tool = try RunningTool(
        ["build", "--output", output.path] + ManyFilesSite.today, in: site.folder,
        wrapper: OtherUser.wrapper,
        program: OtherUser.program)
      #expect(tool.wait() == 74)
      #expect(tool.errors.contains("permission denied; check its owner and mode"), "\(tool.errors)")
      #expect(Tool.contents(of: folder) == before)
    }
  }

  @Test(.needs("the right to become another user", OtherUser.canRun))
  func sourcesThatMayNotBeRead() throws {
    try withPublishedSite { site, folder in
      let place = folder.deletingLastPathComponent()
      for place in [place, folder, site.folder] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: place.path)
      }
      let closed = site.folder.appendingPathComponent("content/closed")
      try FileManager.default.createDirectory(
        at: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let tool = try RunningTool(
        ["check"] + ManyFilesSite.today, in: site.folder, wrapper: OtherUser.wrapper,
        program: OtherUser.program)
      #expect(tool.wait() == 74)
      #expect(tool.errors.contains("content/closed"), "\(tool.errors)")
      #expect(tool.errors.contains("permission denied"), "\(tool.errors)")
    }
  }

  @Test func insideTheSources() throws {
    try withPublishedSite { site, folder in
      let content = site.folder.appendingPathComponent("content")
      for output in [content, content.appendingPathComponent("site"), site.folder] {
        try expectRefusal(site, to: output, watching: site.folder, "the source folder")
      }
    }
  }

  @Test func overFilesOfSomebodyElse() throws {
    try withPublishedSite { site, folder in
      let thesis = folder.appendingPathComponent("thesis.txt")
      try Data("precious".utf8).write(to: thesis)
      try expectRefusal(
        site, to: folder, watching: folder, "it holds files that runbookgen did not write")
      try FileManager.default.removeItem(at: thesis)
      #expect(try build(site, to: folder).status == 0)
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(".git"), withIntermediateDirectories: true)
      try Data("precious".utf8).write(to: folder.appendingPathComponent(".git/HEAD"))
      try expectRefusal(site, to: folder, watching: folder, "it holds '.git'")
    }
  }

  @Test func aSecondBuildWaitsAndSaysSo() throws {
    try withPublishedSite { site, folder in
      let lock = folder.appendingPathComponent(".site.runbookgen-lock").path
      let descriptor = open(lock, O_RDWR | O_CREAT, 0o600)
      try #require(flock(descriptor, LOCK_EX) == 0)
      let output = folder.appendingPathComponent("site")
      let build = try RunningTool(
        ["build", "--output", output.path] + ManyFilesSite.today, in: site.folder)
      #expect(build.reaches { build.errors.contains("another build is publishing to") })
      #expect(!FileManager.default.fileExists(atPath: output.path))
      unlink(lock)
      close(descriptor)
      #expect(build.wait() == 0, "\(build.errors)")
      #expect(FileManager.default.fileExists(atPath: output.path))
    }
  }
}

/// A file system that is mounted for a test.
struct Mount {
  private let folder: URL

  static let isPossible: Bool = {
    guard geteuid() == 0, let folder = try? Tool.temporaryFolder() else { return false }
    defer { try? FileManager.default.removeItem(at: folder) }
    guard let mount = try? Mount(["-t", "tmpfs", "tmpfs"], at: folder) else { return false }
    mount.end()
    return true
  }()

  init(_ arguments: [String], at folder: URL) throws {
    self.folder = folder
    guard Self.run(["mount"] + arguments + [folder.path]) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  func makeReadOnly() throws {
    guard Self.run(["mount", "-o", "remount,ro", folder.path]) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  func end() { _ = Self.run(["umount", "-l", folder.path]) }

  fileprivate static func run(_ command: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Somebody without rights.
enum OtherUser {
  static let wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

  static let canRun = geteuid() == 0 && Mount.run(wrapper + ["true"]) == 0

  /// The program as it is installed, where everybody may enter: the checkout may lie where only its owner
  /// may. The one that was built where that fails.
  static let program: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "runbookgen-tests-installed-\(ProcessInfo.processInfo.processIdentifier)")
    let commands = [
      ["mkdir", "-p", folder.path + "/bin"],
      ["cp", Tool.program.path, folder.path + "/bin"],
      ["chmod", "-R", "a+rX", folder.path],
    ]
    let isDone = commands.allSatisfy { Mount.run($0) == 0 }
    return isDone ? folder.appending(path: "bin/runbookgen") : Tool.program
  }()
}
