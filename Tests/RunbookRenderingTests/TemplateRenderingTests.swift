import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// What becomes of the values of a page in its template.
@Suite struct TemplateRenderingTests {
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
      TemplateSource.all(
        files, roots: [], offeredNames: { TemplateSet.offeredNames($0, words: []) }), assets: [])
    return String(
      decoding: set.render("page", values.mapValues { Array($0.utf8) }), as: UTF8.self)
  }

  private func equal(_ left: String, _ right: String) -> Bool {
    Array(left.utf8) == Array(right.utf8)
  }

  /// Whatever the severities of the rules that report them: each level is a call.
  @Test func templatesBeyondALimitAreNotRendered() {
    let nested =
      String(repeating: "{{#title}}", count: 400) + "x"
      + String(repeating: "{{/title}}", count: 400)
    #expect(render([("page", nested)], ["title": "a"]).isEmpty)
    #expect(render([("page", "{{> a}}"), ("a", "{{> page}}")], ["title": "a"]).isEmpty)
  }

  @Test func valuesStandWhereTheTemplateHasThem() {
    let text = render([("page", Self.template)], Self.values)
    #expect(equal(text, Self.rendered), "\(text)")
  }

  @Test func partialsGiveTheSame() {
    let text = render([("page", "{{> rest}}"), ("rest", Self.template)], Self.values)
    #expect(equal(text, Self.rendered), "\(text)")
  }

  @Test func sectionsGoByTheNamesThatHaveValues() {
    let templates = [("page", "{{#summary}}S{{/summary}}{{^summary}}-{{/summary}}{{title}}")]
    #expect(render(templates, ["title": "a"]) == "-a")
    #expect(render(templates, ["title": "b", "summary": "c"]) == "Sb")
  }

  /// `template-syntax` has reported them.
  @Test(arguments: ["{{#title}}a", "a{{/title}}", "{{#title}}{{/summary}}", "{{=<% %>=}}a", "{{"])
  func whatDoesNotFitTogetherIsNothing(_ template: String) {
    #expect(render([("page", template)], ["title": "x"]).isEmpty)
    #expect(render([("page", "b{{> a}}"), ("a", template)], ["title": "x"]).isEmpty)
  }
}
