package import RunbookChecks
package import RunbookRendering

/// A Confluence export in memory.
package struct ConfluenceFiles: Sendable {
  package let manifest: ConfluenceManifest
  package let settings: SiteConfig.Confluence
  private let files: [String: [UInt8]]
  private let project: Project

  init(_ manifest: ConfluenceManifest, _ files: [String: [UInt8]], _ project: Project) {
    self.manifest = manifest
    self.files = files
    self.project = project
    settings = project.config.confluence
  }

  /// A payload of a page; nil when it was not asked for.
  package func bytes(of payload: ConfluenceManifest.Payload) -> [UInt8]? { files[payload.path] }

  /// A file to upload beside a page: one of the content, or a picture that a program has drawn.
  package func bytes(of attachment: ConfluenceManifest.Attachment) throws(FileProblem) -> [UInt8] {
    if let drawn = files[attachment.path] { return drawn }
    return try project.discovery.asset(attachment.path, project.config)
  }
}
