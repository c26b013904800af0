package import RunbookModel

/// Console text taken apart: which lines are commands and which are what the commands printed.
package struct Transcript: Sendable {
  /// A command that was typed at a prompt.
  package struct Entry: Sendable {
    package let prompt: ByteRange
    /// The prompt as it is written, without the blanks around it.
    package let promptText: String
    /// The command, without its prompt and without the `> ` before its further lines.
    package let command: ShellSource
    package let script: ShellScript
    /// The `> ` before further lines of the command.
    package let continuationPrompts: [ByteRange]
    /// The lines printed up to the next prompt, without line ends.
    package let output: [ByteRange]

    /// True if the prompt is PowerShell's; the command is then not written in shell.
    package var isForeign: Bool { PromptRecognizer.isPowerShell(Array(promptText.utf8)[...]) }
  }

  /// Lines before the first prompt.
  package let preamble: [ByteRange]
  package let entries: [Entry]

  package static func split(_ source: ShellSource, prompts: [String] = []) -> Transcript {
    var splitter = TranscriptSplitter(
      source, PromptRecognizer(prompts: prompts).opening(source.bytes))
    return splitter.split()
  }
}

/// Goes from prompt to prompt. The lines of one entry are parsed up to the end of the first
/// statement's line: that is where the shell stops to read and starts to print.
private struct TranscriptSplitter {
  let source: ShellSource
  let lines: [Range<Int>]
  /// Of each line, the length of its prompt.
  let prompts: [Int?]

  init(_ source: ShellSource, _ recognizer: PromptRecognizer) {
    self.source = source
    var lines: [Range<Int>] = []
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: Byte.newline) ?? source.bytes.count
      lines.append(start..<end)
      start = end + 1
    }
    self.lines = lines
    prompts = lines.map { recognizer.length(in: source.bytes[$0]) }
  }

  mutating func split() -> Transcript {
    let starts = lines.indices.filter { prompts[$0] != nil }
    let first = starts.first ?? lines.count
    var entries: [Transcript.Entry] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      entries.append(entry(start..<end))
    }
    return Transcript(preamble: output(0..<first), entries: entries)
  }

  private func entry(_ region: Range<Int>) -> Transcript.Entry {
    let line = lines[region.lowerBound]
    let promptEnd = min(line.lowerBound + (prompts[region.lowerBound] ?? 0), line.upperBound)
    let isPowerShell = PromptRecognizer.isPowerShell(source.bytes[line.lowerBound..<promptEnd])
    // The lines as the shell would read them if all of them were typed.
    var typed = [promptEnd..<withLineEnd(line).upperBound]
    var continuations: [Range<Int>] = []
    for index in region.dropFirst() {
      let length = continuations.count + 1 == typed.count ? continuationLength(lines[index]) : 0
      let start = lines[index].lowerBound
      if length > 0 { continuations.append(start..<start + length) }
      typed.append(start + length..<withLineEnd(lines[index]).upperBound)
    }
    let count =
      isPowerShell ? powerShellLineCount(typed) : source.commandLineCount(typed)
    let command = ShellSource(Array(typed.prefix(count)), of: source)
    let prompt = trimmed(line.lowerBound..<promptEnd)
    return Transcript.Entry(
      prompt: source.pageRange(prompt),
      promptText: String(decoding: source.bytes[prompt], as: UTF8.self),
      command: command, script: ShellScript.parse(command),
      continuationPrompts: continuations.prefix(count - 1).map(source.pageRange),
      output: output(region.lowerBound + count..<region.upperBound))
  }

  /// How many lines PowerShell reads before it runs what was typed.
  private func powerShellLineCount(_ lines: [Range<Int>]) -> Int {
    let text = ShellSource(lines, of: source).bytes
    var reader = PowerShellReader(text, stopsAtLineEnd: true)
    reader.read()
    // What never ends is taken for one line, as output may hold anything.
    guard reader.errors.isEmpty else { return 1 }
    let read = text[..<min(reader.index, text.count)]
    let ends = read.count { $0 == Byte.newline }
    return min(max(1, read.last == Byte.newline ? ends : ends + 1), lines.count)
  }

  /// Length of the `> ` at the start of a line, or of PowerShell's `>> `, or 0.
  private func continuationLength(_ line: Range<Int>) -> Int {
    let signs = source.bytes[line].prefix { $0 == Byte.greater }.count
    guard signs == 1 || signs == 2 else { return 0 }
    guard line.count > signs else { return signs }
    return source.bytes[line.lowerBound + signs] == Byte.space ? signs + 1 : 0
  }

  private func withLineEnd(_ line: Range<Int>) -> Range<Int> {
    line.lowerBound..<min(line.upperBound + 1, source.bytes.count)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, isBlank(first) { range.removeFirst() }
    while let last = range.last, isBlank(last) { range.removeLast() }
    return range
  }

  private func isBlank(_ index: Int) -> Bool {
    source.bytes[index] == Byte.space || source.bytes[index] == Byte.tab
      || source.bytes[index] == Byte.carriageReturn
  }

  private func output(_ region: Range<Int>) -> [ByteRange] {
    region.map { source.pageRange(lines[$0]) }
  }
}
