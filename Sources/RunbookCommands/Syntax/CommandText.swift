/// What a reader wants on the clipboard.
package enum CommandText {
  /// The commands of a script without comments and empty lines, as they are written.
  package static func copyable(_ source: ShellSource) -> String {
    let script = ShellScript.parse(source)
    // With an error nobody knows where a comment starts.
    guard script.errors.isEmpty else { return source.text }
    return withoutComments(source)
  }

  /// The commands of a transcript, one below the other, without prompts, comments and output.
  package static func copyable(_ transcript: Transcript) -> String {
    transcript.entries.map { entry in
      let text = entry.script.errors.isEmpty ? withoutComments(entry.command) : entry.command.text
      return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }.joined()
  }

  /// Lines inside quotes and here-documents are data and stay.
  private static func withoutComments(_ source: ShellSource) -> String {
    let plain = ShellSource(inline: source.text, at: 0)
    let script = ShellScript.parse(plain)
    var drop = [Bool](repeating: false, count: plain.bytes.count)
    for range in script.comments { for index in range { drop[index] = true } }
    var isData = [Bool](repeating: false, count: plain.bytes.count)
    for token in script.tokens where token.kind != .comment {
      for index in token.range { isData[index] = true }
    }
    for heredoc in script.heredocs { for index in heredoc.body.range { isData[index] = true } }
    var result: [UInt8] = []
    var line: [UInt8] = []
    var keepsLine = false
    var hadComment = false
    for (index, byte) in plain.bytes.enumerated() {
      if byte == Byte.newline {
        if keepsLine || isData[index] { result += trimmed(line, hadComment) + [Byte.newline] }
        (line, keepsLine, hadComment) = ([], false, false)
      } else if drop[index] {
        hadComment = true
      } else {
        line.append(byte)
        keepsLine = keepsLine || isData[index]
      }
    }
    if keepsLine { result += trimmed(line, hadComment) + [Byte.newline] }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without the blanks that stood before a comment.
  private static func trimmed(_ line: [UInt8], _ hadComment: Bool) -> [UInt8] {
    guard hadComment else { return line }
    var line = line
    while let last = line.last, last == Byte.space || last == Byte.tab { line.removeLast() }
    return line
  }
}
