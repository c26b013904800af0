import RunbookChecks
import RunbookModel

/// The values that a page asks for. Without the script it is a list to read; the script puts a field
/// into each `data-input` and fills what is typed into every command.
enum InputsForm {
  /// Nil for a page without inputs.
  static func markup(_ page: CheckedRunbook) -> [UInt8]? {
    guard !page.metadata.inputs.isEmpty else { return nil }
    let steps = Set(page.blocks.compactMap { $0.step?.text })
    var writer = MarkupWriter()
    for input in page.metadata.inputs { write(input, steps, to: &writer) }
    return writer.bytes
  }

  private static func write(
    _ input: InputDeclaration, _ steps: Set<String>, to writer: inout MarkupWriter
  ) {
    writer.raw("<div")
    writer.attribute("data-input", input.name.value)
    if let pattern = input.pattern?.value { writer.attribute("data-pattern", pattern) }
    if let pattern = input.type.pattern {
      writer.attribute("data-type-pattern", pattern)
    }
    if let fits = input.fits { writer.attribute("data-fits", fits) }
    if input.takesHyphen { writer.raw(" data-dash") }
    if input.isSecret {
      writer.raw(" data-secret")
    } else if let example = input.example?.value {
      writer.attribute("data-example", example)
    }
    writer.raw("><dt><span class=\"name\">")
    writer.text(input.name.value)
    writer.raw("</span>")
    if input.isSecret { writer.raw(" <span class=\"flag\">secret</span>") }
    writer.raw("</dt>\n<dd>")
    if let summary = input.summary {
      writer.text(summary)
      writer.raw(". ")
    }
    if !input.isSecret, let example = input.example?.value {
      writer.raw("<span class=\"eg\">Such as <code>")
      writer.text(example)
      writer.raw("</code>. </span>")
    }
    source(input, steps, to: &writer)
    if !input.choices.isEmpty {
      writer.raw("<span class=\"eg\">One of ")
      for (index, choice) in input.choices.enumerated() {
        writer.raw(index == 0 ? "<code data-choice>" : ", <code data-choice>")
        writer.text(choice)
        writer.raw("</code>")
      }
      writer.raw(".</span>")
    }
    writer.raw("</dd></div>\n")
  }

  private static func source(
    _ input: InputDeclaration, _ steps: Set<String>, to writer: inout MarkupWriter
  ) {
    guard let source = input.from?.value else { return }
    writer.raw("From ")
    if source.hasPrefix("step:"), case let step = String(source.dropFirst(5)) {
      if steps.contains(step) {
        writer.link("#step-" + step, step)
      } else {
        writer.text("step " + step)
      }
    } else {
      writer.text(source)
    }
    writer.raw(". ")
  }
}
