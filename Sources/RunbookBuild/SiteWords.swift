import RunbookChecks
import RunbookModel
import RunbookParsing
import RunbookRendering

/// The words of a site and the script that hands them to the others.
struct SiteWords {
  let words: Words
  let scripts: [TemplateSet.Asset]
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - own: the site's own words.
  ///   - assets: by names below `assets/`.
  init(
    _ templates: [SourceFile], _ own: [SourceFile], _ assets: [(name: String, bytes: [UInt8])],
    _ config: SiteConfig
  ) {
    let languages = WordSource.languages(for: config.language)
    var diagnostics: [Diagnostic] = []
    func source(_ file: SourceFile, isOwn: Bool) -> WordSource {
      let (root, problems) = YAMLReader.read(
        0..<file.bytes.count, of: file, idPrefix: "config", limits: config.limits)
      diagnostics += problems
      return WordSource(file, root, isOwn: isOwn)
    }
    var sources = own.map { source($0, isOwn: true) }
    for file in BuiltinTemplates.files where file.name.hasPrefix(BuiltinTemplates.wordFolder) {
      let language = PagePath(file.name).stem
      guard languages.contains(language) else { continue }
      sources.append(
        source(SourceFile(path: "templates/" + file.name, bytes: file.bytes), isOwn: false))
    }
    let scripts = assets.filter { $0.name.hasSuffix(".js") }
    var used = WordKeys()
    for script in scripts { used.add(script: script.bytes) }
    for file in templates { used.add(template: file.bytes) }
    let list = WordList(sources, config, isUsed: used.contains)
    words = Words(list)
    self.scripts = WordScript.assets(words, for: scripts)
    self.diagnostics = diagnostics + list.diagnostics
  }
}
