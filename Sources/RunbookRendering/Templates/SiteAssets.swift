package import RunbookChecks
import RunbookModel

/// The files of `assets/`, with names that change with what they hold, so that a browser never shows an
/// old one; style sheets name each other and their files by these names.
package enum SiteAssets {
  /// - Parameters:
  ///   - files: what comes with the templates, by names below `assets/`.
  ///   - folder: where these lie in the project.
  ///   - stylesheet: the path of the one that the configuration names.
  ///   - styles: every style sheet among them, and what these name.
  package static func all(
    _ files: [(name: String, bytes: [UInt8])], in folder: String, stylesheet: String?,
    _ styles: StyleGraph
  ) -> [TemplateSet.Asset] {
    var made: [String: TemplateSet.Asset] = [:]
    var result: [TemplateSet.Asset] = []
    func add(_ path: String, _ name: String, _ bytes: [UInt8]) {
      let asset = TemplateSet.Asset(name: name, bytes: bytes)
      if made.updateValue(asset, forKey: path) == nil || name == TemplateSet.userStylesheet {
        result.append(asset)
      }
    }
    let names = Dictionary(
      files.map { ("\(folder)/assets/\($0.name)", $0.name) },
      uniquingKeysWith: { first, _ in first })
    let sheets = Set(styles.sheets.map(\.file.path))
    for (name, bytes) in files where !sheets.contains("\(folder)/assets/\(name)") {
      add("\(folder)/assets/\(name)", name, bytes)
    }
    for file in styles.files where made[file.path] == nil {
      add(file.path, "user/" + PagePath(file.path).fileName, file.bytes)
    }
    for sheet in styles.sheets {
      let path = sheet.file.path
      let isUsers = path == stylesheet
      let own = [names[path], isUsers ? TemplateSet.userStylesheet : nil].compactMap(\.self)
      for name in own.isEmpty ? ["user/" + PagePath(path).fileName] : own {
        let bytes = sheet.linked {
          made[$0].map { RelativeURL.from("assets/\(name)", to: $0.path) }
        }
        add(path, name, bytes)
      }
    }
    // Copies of one file under one name are one.
    var paths: Set<String> = []
    return result.filter { paths.insert($0.path).inserted }
  }
}

extension StyleGraph.Sheet {
  /// The style sheet with other addresses.
  ///
  /// - Parameter address: the URL of a file of the project.
  fileprivate func linked(_ address: (String) -> String?) -> [UInt8] {
    StyleAddresses.replaced(
      links.compactMap { link in
        address(link.target).map { (link.range, StyleAddresses.spelled($0 + link.suffix)) }
      }, in: bytes)
  }
}

/// Addresses as a style sheet takes them.
enum StyleAddresses {
  /// - Parameter edits: in the order of the bytes.
  static func replaced(_ edits: [(range: ByteRange, text: String)], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    for (range, text) in edits {
      result += bytes[index..<range.lowerBound]
      result += text.utf8
      index = range.upperBound
    }
    return result + bytes[index...]
  }

  /// With what ends an address in quotes or parentheses, or begins an escape, percent-encoded.
  static func spelled(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F || "\"'()\\".unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
