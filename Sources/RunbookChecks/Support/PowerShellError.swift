import RunbookCommands
import RunbookModel

extension CommandBlock {
  /// What PowerShell refuses in the block, without what stands on lines that nobody types, such as
  /// output.
  func powerShellErrors(_ context: PageContext) -> [PowerShellSyntaxError] {
    powerShell.flatMap(\.errors).filter { error in
      guard kind == .powerShell else { return true }
      let first = code.lineOffsets.first { !line(at: $0, context).allSatisfy { $0 <= 0x20 } }
      return [first, error.range.lowerBound].compactMap(\.self).allSatisfy {
        PowerShellEvidence.mayBeTyped(
          line(at: $0, context), isProgram: context.config.programs.contains)
      }
    }
  }

  /// The line of the block that holds an offset of the page.
  private func line(at offset: Int, _ context: PageContext) -> ArraySlice<UInt8> {
    let number = context.file.lines.line(at: offset)
    let content = context.file.lines.contentRange(ofLine: number, in: context.file.bytes)
    let start = code.lineOffsets.last { $0 <= offset } ?? content.lowerBound
    return context.file.bytes[content.clamped(to: start..<max(start, content.upperBound))]
  }
}

extension PowerShellSyntaxError {
  var message: String {
    switch kind {
    case .unterminated(let opening, let closing): "‘\(opening)’ is never closed by ‘\(closing)’"
    case .unexpected(let token): "‘\(token)’ closes what was never opened"
    case .hereStringHeader(let opening): "text follows ‘\(opening)’ on its line"
    case .hereStringIndented(let closing): "‘\(closing)’ does not stand at the start of its line"
    }
  }

  var explanation: String {
    switch kind {
    case .unterminated(let opening, let closing) where opening == closing:
      "PowerShell reads on for the second ‘\(closing)’ and takes the lines below for text. Close it, or "
        + "write a backtick before it where it is text."
    case .unterminated: "PowerShell shows `>>` and waits for it. Close it or remove it."
    case .unexpected: "PowerShell stops here with a syntax error. Remove it, or add what it closes."
    case .hereStringHeader(let opening):
      "PowerShell refuses that. The text of a here-string starts on the line after ‘\(opening)’."
    case .hereStringIndented:
      "PowerShell takes it for text and reads on to the end of the script. Remove the spaces before it."
    }
  }
}
