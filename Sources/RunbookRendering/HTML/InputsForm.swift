import RunbookChecks
import RunbookModel

/// The values that a page asks for. Without the script it is a list to read; the script puts a field
/// into each `data-input` and fills what is typed into every command.
enum InputsForm {
  /// Nil for a page without inputs.
  static func markup(_ page: CheckedRunbook, _ words: Words) -> [UInt8]? {
    guard !page.metadata.inputs.isEmpty else { return nil }
    let steps = Set(page.blocks.compactMap { $0.step?.text })
    var writer = MarkupWriter()
    for input in page.metadata.inputs { write(input, steps, words, to: &writer) }
    return writer.bytes
  }

  private static func write(
    _ input: InputDeclaration, _ steps: Set<String>, _ words: Words, to writer: inout MarkupWriter
  ) {
    writer.raw("<div")
    writer.attribute("data-input", input.name.value)
    if let pattern = input.pattern?.value { writer.attribute("data-pattern", pattern) }
    if let pattern = input.type.pattern {
      writer.attribute("data-type-pattern", pattern)
    }
    if let shape = input.shape { writer.attribute("data-fits", words.say(shape)) }
    if input.takesHyphen { writer.raw(" data-dash") }
    if input.isSecret {
      writer.raw(" data-secret")
    } else if let example = input.example?.value {
      writer.attribute("data-example", example)
    }
    writer.raw("><dt><span class=\"name\">")
    writer.text(input.name.value)
    writer.raw("</span>")
    if input.isSecret {
      writer.raw(" <span class=\"flag\">")
      writer.text(words[.secret])
      writer.raw("</span>")
    }
    writer.raw("</dt>\n<dd>")
    if let summary = input.summary {
      let isSentence = summary.unicodeScalars.last.map { ".!?…。！？".unicodeScalars.contains($0) }
      writer.text(isSentence == true ? summary : words.say(.sentence, ["text": summary]))
      writer.raw(" ")
    }
    if !input.isSecret, let example = input.example?.value {
      writer.raw("<span class=\"eg\">")
      words.write(.suchAs, to: &writer) { _, writer in
        writer.raw("<code>")
        writer.text(example)
        writer.raw("</code>")
      }
      writer.raw(" </span>")
    }
    source(input, steps, words, to: &writer)
    if !input.choices.isEmpty {
      writer.raw("<span class=\"eg\">")
      words.write(.oneOf, to: &writer) { _, writer in
        for (index, choice) in input.choices.enumerated() {
          if index > 0 { writer.text(words[.comma]) }
          writer.raw("<code data-choice>")
          writer.text(choice)
          writer.raw("</code>")
        }
      }
      writer.raw("</span>")
    }
    writer.raw("</dd></div>\n")
  }

  private static func source(
    _ input: InputDeclaration, _ steps: Set<String>, _ words: Words, to writer: inout MarkupWriter
  ) {
    guard let source = input.from?.value else { return }
    words.write(.fromSource, to: &writer) { _, writer in
      guard source.hasPrefix("step:") else { return writer.text(source) }
      let step = String(source.dropFirst("step:".count))
      if steps.contains(step) {
        writer.link("#step-" + step, step)
      } else {
        writer.text(words.say(.stepNamed, ["name": step]))
      }
    }
    writer.raw(" ")
  }
}
