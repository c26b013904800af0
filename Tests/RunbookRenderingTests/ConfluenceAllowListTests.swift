import Testing

@Suite("The allow-list of storage format")
struct ConfluenceAllowListTests {
  @Test(
    "finds what must not be there",
    arguments: [
      ("<ac:structured-macro ac:name=\"jira\"></ac:structured-macro>", "macro jira"),
      ("<p><ac:structured-macro ac:name=\"html\"/></p>", "macro html"),
      (
        "<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"theme\">x</ac:parameter>"
          + "</ac:structured-macro>", "parameter theme of code"
      ),
      ("<div></div>", "element div"),
      ("<p class=\"x\">a</p>", "attribute class of p"),
      ("<li><p>a</p></li>", "li in root"),
      ("<ul><li>a</li></ul>", "text in li"),
      ("<p><ul></ul></p>", "ul in p"),
      ("<p>&apos;</p>", "entity &apos;</"),
      ("<p>&#160;</p>", "entity &#160;</"),
      (
        "<p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body>a</ac:plain-text-body>"
          + "</ac:structured-macro></p>", "ac:structured-macro in p"
      ),
      (
        "<ac:structured-macro ac:name=\"expand\"><ac:parameter ac:name=\"title\"><em>a</em>"
          + "</ac:parameter></ac:structured-macro>", "em in ac:parameter"
      ),
    ])
  func finds(fragment: String, fault: String) {
    #expect(StorageAllowList.faults(of: fragment) == [fault])
  }

  @Test(
    "rejects what is not XML",
    arguments: [
      "<p>a<br></p>", "<p><cluster-name></p>", "<p>&nbsp;</p>", "<p>\u{1}</p>", "<p>a & b</p>",
      "<ac:plain-text-body><![CDATA[a]]>b]]></ac:plain-text-body>",
    ])
  func rejects(fragment: String) {
    #expect(StorageAllowList.faults(of: fragment).first?.hasPrefix("XML line") == true)
  }

  @Test func acceptsEntitiesInsideCDATA() {
    let fragment =
      "<ac:link><ac:plain-text-link-body><![CDATA[&nbsp; <a>]]></ac:plain-text-link-body></ac:link>"
    #expect(StorageAllowList.faults(of: fragment) == [])
  }
}
