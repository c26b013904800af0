import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// A template is rendered once for each set of names; what comes out must be what Mustache would have
/// made of the values themselves.
@Suite struct TemplateFrameTests {
  /// Values that Mustache would escape, and one whose quotation mark carries an accent: a browser ends
  /// the attribute there.
  private static let values = [
    "title": "<a & 'b'>", "summary": "x\"\u{301} http-equiv=\"refresh", "body": "<p>{{title}}</p>",
  ]

  private static let template = """
    {{! A comment. }}
    <h1 title="{{summary}}">{{title}}</h1>
    {{#summary}}
    <p>{{ summary }}{{^badges}}, no badges{{/badges}}</p>
    {{/summary}}
    {{#badges}}{{{badges}}}{{/badges}}
    {{{body}}}{{&title}}
    """

  private static let rendered = """
    <h1 title="x&quot;\u{301} http-equiv=&quot;refresh">&lt;a &amp; &#39;b&#39;&gt;</h1>
    <p>x&quot;\u{301} http-equiv=&quot;refresh, no badges</p>

    <p>{{title}}</p><a & 'b'>
    """

  private func render(_ templates: [(name: String, text: String)], _ values: [String: String])
    -> String
  {
    let files = templates.map {
      SourceFile(path: "templates/\($0.name).mustache", text: $0.text)
    }
    let set = TemplateSet(
      TemplateSource.all(files, offeredNames: TemplateSet.offeredNames), assets: [])
    return String(
      decoding: set.render("page", values.mapValues { Array($0.utf8) }), as: UTF8.self)
  }

  private func equal(_ left: String, _ right: String) -> Bool {
    Array(left.utf8) == Array(right.utf8)
  }

  /// Whatever the severities of the rules that report them: the library would call itself until the
  /// stack is full.
  @Test func templatesBeyondALimitAreNotRendered() {
    let nested =
      String(repeating: "{{#title}}", count: 4000)
      + String(repeating: "{{/title}}", count: 4000)
    #expect(render([("page", nested)], ["title": "a"]).isEmpty)
    #expect(render([("page", "{{> a}}"), ("a", "{{> page}}")], ["title": "a"]).isEmpty)
  }

  @Test func valuesStandWhereTheTemplateHasThem() {
    let text = render([("page", Self.template)], Self.values)
    #expect(equal(text, Self.rendered), "\(text)")
  }

  /// With a partial no frame is made; Mustache gets the values.
  @Test func partialsGiveTheSame() {
    let text = render([("page", "{{> rest}}"), ("rest", Self.template)], Self.values)
    #expect(equal(text, Self.rendered), "\(text)")
  }

  /// Each set of names has a frame of its own.
  @Test func sectionsGoByTheNamesThatHaveValues() {
    let templates = [("page", "{{#summary}}S{{/summary}}{{^summary}}-{{/summary}}{{title}}")]
    #expect(render(templates, ["title": "a"]) == "-a")
    #expect(render(templates, ["title": "b", "summary": "c"]) == "Sb")
  }

  /// A template that holds the marks' own characters is left to Mustache.
  @Test func marksInATemplateAreText() {
    let mark = String(
      decoding: [0xEF, 0xB7, 0x90] + Array("0&".utf8) + [0xEF, 0xB7, 0x91], as: UTF8.self)
    #expect(equal(render([("page", mark + "{{title}}")], ["title": "x"]), mark + "x"))
  }
}
