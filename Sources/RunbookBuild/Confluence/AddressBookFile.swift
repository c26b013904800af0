package import RunbookChecks
import RunbookModel
import RunbookParsing

/// The address book on the disk. It lies beside the configuration, whether there is one or not.
package enum AddressBookFile {
  /// - Parameter config: the path of the configuration file.
  static func path(besides config: String) -> String {
    guard let slash = config.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return AddressBook.fileName
    }
    return config[...slash] + AddressBook.fileName
  }

  /// Reads the address book of a project.
  ///
  /// - Parameter confluence: what the configuration says of Confluence.
  /// - Returns: nil when there is none; the file is named as findings name it.
  static func read(
    _ discovery: Discovery, _ confluence: SiteConfig.Confluence
  ) throws(FileProblem) -> (SourceFile, AddressBookSchema.Reading)? {
    let place = path(besides: discovery.configPlaces[0])
    let shown = discovery.options.config == nil ? AddressBook.fileName : place
    guard try Disk.kind(of: place) != nil else { return nil }
    // A fix that is being tried is not on the disk yet.
    let unsaved = discovery.options.texts[shown]
    let bytes =
      if let unsaved { unsaved } else { try Disk.read(place, limit: Limit.fileSize.usual) }
    let file = SourceFile(path: shown, bytes: bytes)
    // One line for each page of a large site is more than a configuration may hold.
    var limits = Limits()
    for limit in [Limit.yamlSize, .yamlValues] { limits[limit] = Limit.fileSize.usual }
    let (root, problems) = YAMLReader.read(
      0..<file.bytes.count, of: file, idPrefix: "config", limits: limits)
    var reading = AddressBookSchema.read(root, in: file, confluence)
    reading.diagnostics = problems + reading.diagnostics
    return (file, reading)
  }

  /// Writes an address book beside the configuration of a project, in one step.
  package static func write(_ book: AddressBook, _ options: BuildOptions) throws(FileProblem) {
    let place = path(besides: Discovery(options: options).configPlaces[0])
    try Disk.replaceFile(place, with: Array(book.text.utf8))
  }
}
