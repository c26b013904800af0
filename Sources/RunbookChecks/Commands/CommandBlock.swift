package import RunbookCommands
package import RunbookModel

/// A code block that holds shell commands, with the place where they run. A class for the same reason
/// as its commands.
package final class CommandBlock: Sendable {
  /// Index into the outline's code blocks.
  package let index: Int
  package let range: ByteRange
  package let code: CodeBlock
  package let kind: BlockKind
  /// The anchor of the step, if the fence names one.
  package let step: SourceText?
  /// The context's id, and the place that says so; nil when nothing says where the block runs.
  package let context: Field<String>?
  /// What the block runs: one script, or one for each prompt of a transcript.
  package let scripts: [ShellScript]
  /// The same of PowerShell.
  package let powerShell: [PowerShellScript]
  /// The prompts and the output of a transcript; nil for other blocks.
  package let transcript: Transcript?
  /// Every command of the scripts, also those inside other commands.
  package let commands: [BoundCommand]
  /// What the block does to the system it runs on; nil when that is not known.
  package let effect: Effect?
  /// The contexts in which its commands leave the reader.
  package let opens: [String]
  /// Where values go that the reader fills in.
  package let values: [ValuePlace]
  /// Whether a block that no label calls shell has other lines than its commands.
  package let hasOutput: Bool
  /// What it holds instead of commands, where its label says that it holds some.
  let foreign: ForeignText?
  /// Whether it holds something else than commands, whatever its label says.
  package var isForeign: Bool { foreign != nil }
  /// Whether that is typed into a program, rather than printed by one.
  package var isForOtherProgram: Bool {
    switch foreign {
    case .sql, .session, .networkDevice, .dockerfile: true
    case .json, .promQL, .settings, .output, nil: false
    }
  }

  private init(
    index: Int, entry: PageOutline.Entry<CodeBlock>, text: BlockText, context: Field<String>?,
    commands: [BoundCommand], opens: [String], values: [ValuePlace]
  ) {
    self.index = index
    range = entry.range
    code = entry.value
    kind = text.kind
    step = entry.value.attribute("step")?.value
    self.context = context
    scripts = text.scripts
    powerShell = text.powerShell
    transcript = text.transcript
    self.commands = commands
    effect = entry.value.effect(knowing: commands.effect(of: text.scripts, text.powerShell))
    self.opens = opens
    self.values = values
    hasOutput = text.hasOutput
    foreign = text.foreign
  }

  /// The shell blocks of a page.
  ///
  /// A block without `in` runs where the block before it runs, in the same section or in a section
  /// that encloses it, else in the page's context.
  static func read(_ page: ParsedRunbook, pageContext: Field<String>?, _ config: SiteConfig)
    -> [CommandBlock]
  {
    let reader = BlockText.Reader(config, page.file)
    let texts = page.outline.codeBlocks.map { reader.read($0.value) }
    let contexts = contexts(of: page, pageContext)
    var walker = CommandWalker(config)
    let commands = zip(texts, contexts).map { text, context in
      walker.commands(of: text.scripts, in: context?.value)
    }
    // Values are quoted for a shell; PowerShell has other rules.
    let scripts = texts.lazy.filter { $0.kind != .powerShell }.flatMap(\.scripts)
    var bindings = walker.bindings
    var values = ValuePlaces.find(in: Array(scripts), &bindings)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
    var blocks: [CommandBlock] = []
    for (index, entry) in page.outline.codeBlocks.enumerated() where texts[index].kind != .other {
      values = values.drop { $0.range.lowerBound < entry.range.lowerBound }
      blocks.append(
        CommandBlock(
          index: index, entry: entry, text: texts[index], context: contexts[index],
          commands: commands[index], opens: commands[index].compactMap(config.context(openedBy:)),
          values: Array(values.prefix { $0.range.lowerBound < entry.range.upperBound })))
    }
    return blocks
  }

  /// Where each code block of a page runs.
  private static func contexts(
    of page: ParsedRunbook, _ pageContext: Field<String>?
  ) -> [Field<String>?] {
    var last: [Int?: Field<String>] = [:]
    // A text that says where its commands run says so wherever it is included.
    var lastOfPart: [Int: [Int?: Field<String>]] = [:]
    return page.outline.codeBlocks.map { entry in
      let part = page.file.origins?.part(at: entry.range.lowerBound) ?? 0
      let partContext = page.file.origins?.parts[part].context.map { Field($0.name, at: $0.place) }
      let context =
        entry.value.attribute("in").map {
          Field($0.value.text, at: page.file.range($0.value.range))
        }
        ?? partContext.flatMap {
          inherited(from: entry.section, lastOfPart[part] ?? [:], page.outline) ?? $0
        } ?? inherited(from: entry.section, last, page.outline) ?? pageContext
      last[entry.section] = context
      lastOfPart[part, default: [:]][entry.section] = context
      return context
    }
  }

  private static func inherited(
    from section: Int?, _ last: [Int?: Field<String>], _ outline: PageOutline
  ) -> Field<String>? {
    var section = section
    while let current = section {
      if let context = last[current] { return context }
      section = outline.sections[current].parent
    }
    return last[nil]
  }

  /// Of all its scripts.
  var comments: [ByteRange] { scripts.flatMap(\.comments) + powerShell.flatMap(\.comments) }

  /// The text of each script.
  var sources: [ShellSource] {
    guard let transcript else { return scripts.isEmpty ? [] : [ShellSource(code)] }
    return transcript.entries.filter { !$0.isForeign }.map(\.command)
  }
}
