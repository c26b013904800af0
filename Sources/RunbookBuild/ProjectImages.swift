import RunbookChecks
import RunbookModel

extension Project {
  /// How large the images are, where their first bytes say it.
  func imageSizes() throws(FileProblem) -> [String: ImageSize] {
    var sizes: [String: ImageSize] = [:]
    for image in assets {
      guard let length = ImageSize.headerLength(of: image) else { continue }
      let path = discovery.path(config.directories.file(image))
      sizes[image] = ImageSize(header: try Disk.readStart(of: path, beyond: length))
    }
    return sizes
  }

  /// The bytes of all images, if a bundle is wanted.
  func images() throws(FileProblem) -> [String: [UInt8]] {
    guard discovery.options.bundle else { return [:] }
    var bytes: [String: [UInt8]] = [:]
    for image in assets where ImageSize.headerLength(of: image) != nil {
      bytes[image] = try discovery.asset(image, config)
    }
    return bytes
  }
}
