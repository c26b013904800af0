import RunbookChecks
import RunbookCommands
import RunbookModel

/// What a page says of one of its code blocks beyond the text.
package struct CodeFigure: Sendable {
  /// Where the commands of a block run.
  package struct Place: Sendable {
    /// The contexts that one goes through, the first first.
    let way: [String]
    let title: String
    /// Number of the colour.
    let lane: Int
    /// True where the block before runs in the same place: the way there has been said.
    var isRepeated = false
  }

  /// The commands; nil for a block that holds none.
  var block: CommandBlock?
  /// True for what programs print.
  var isOutput = false
  var title = ""
  /// What the text is, for a block that says neither where it runs nor what it is called.
  var language = ""
  var place: Place?
  var expect = ""
  /// The name of the step; where links to it lead, `StepAnchors` says.
  package var step: String?
  var effect: Effect?
  /// What has to be confirmed before a copy.
  var confirmation: GuardMark?

  package init() {}

  func write(_ code: CodeBlock, _ options: HTMLBodyOptions, to writer: inout MarkupWriter) {
    let words = options.words
    let paint = CodeMarkup.paint(code, block)
    writer.freshLine()
    writer.raw("<figure class=\"code")
    if let place {
      writer.raw(" lane-")
      writer.number(place.lane)
    }
    if isOutput { writer.raw(" output") }
    if paint.commandCount > 1 { writer.raw(" list") }
    writer.raw("\"")
    if let step { writer.attribute("data-step", step) }
    confirmation?.write(words, to: &writer)
    writer.raw(">")
    caption(words, to: &writer)
    if effect == .destructive { warning(words, to: &writer) }
    // A block that scrolls must be reachable by keyboard.
    writer.raw("<pre tabindex=\"0\"><code")
    let language = code.fence?.language.text ?? ""
    if !language.isEmpty { writer.attribute("class", "language-" + language) }
    writer.raw(">")
    CodeMarkup.write(paint, code.text, words, to: &writer)
    writer.raw("</code></pre>\n")
    if !expect.isEmpty {
      writer.raw("<p class=\"expect\">")
      writer.text(words[.expect])
      writer.raw(" <samp>")
      CodeMarkup.write(expect, options.programs, words, to: &writer)
      writer.raw("</samp></p>\n")
    }
    writer.raw("</figure>\n")
  }

  private func warning(_ words: Words, to writer: inout MarkupWriter) {
    writer.raw("<p class=\"guard\"><strong>")
    writer.text(words[.destructive])
    writer.raw("</strong> ")
    writer.text(words[.destructiveNotice])
    writer.raw("</p>\n")
  }

  private func caption(_ words: Words, to writer: inout MarkupWriter) {
    let title = title.isEmpty && place == nil ? language : title
    // That a command only reads goes without saying: most do.
    let effect = effect.flatMap { $0 > .read ? $0 : nil }
    guard place != nil || step != nil || effect != nil || !title.isEmpty else { return }
    writer.raw("<figcaption>")
    if let place { place.write(to: &writer) }
    if !title.isEmpty {
      writer.raw("<span class=\"code-title\">")
      writer.text(title)
      writer.raw("</span> ")
    }
    if let effect { EffectBadge.write(effect, words, to: &writer) }
    if let step {
      writer.raw("<a class=\"step\" href=\"#step-")
      writer.href(step)
      writer.raw("\">")
      writer.text(step)
      writer.raw("</a>")
    }
    writer.raw("</figcaption>\n")
  }
}

extension CodeFigure.Place {
  /// The place of a context, with the way to it through the contexts before.
  init?(_ id: String, in site: Site) {
    guard let context = site.config.context(id) else { return nil }
    var way: [String] = []
    var entry = context.enteredBy
    // A way in a circle is an error of the configuration, and must not hold up its report.
    while let from = entry?.from.value, way.count < site.config.contexts.count {
      way.insert(from, at: 0)
      entry = site.config.context(from)?.enteredBy
    }
    self.init(way: way, title: context.title, lane: site.lane(of: id) ?? 0)
  }

  func write(to writer: inout MarkupWriter) {
    writer.raw("<span class=\"way\"")
    if isRepeated, !way.isEmpty {
      writer.attribute("title", (way + [title]).joined(separator: " → "))
      writer.raw(">")
    } else {
      writer.raw(">")
      for id in way {
        writer.text(id)
        writer.raw("\u{a0}→ ")
      }
    }
    writer.raw("<b class=\"lane\">")
    writer.text(title)
    writer.raw("</b></span> ")
  }
}

/// What commands do, as a word.
enum EffectBadge {
  static func write(_ effect: Effect, _ words: Words, to writer: inout MarkupWriter) {
    writer.raw("<span class=\"fx ")
    writer.raw(effect.rawValue)
    writer.raw("\">")
    writer.text(words.name(of: effect))
    writer.raw("</span> ")
  }
}
