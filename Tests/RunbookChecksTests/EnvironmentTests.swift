import RunbookModel
import Testing

@Suite("Environments of the configuration")
struct EnvironmentTests {
  private func problems(_ environments: String) -> [String] {
    ExampleSite([
      ("content/index.md", "---\ninputs: {region: {type: aws-region}}\n---"),
      ("runbookgen.yml", "environments: " + environments),
    ]).diagnostics().filter { $0.range.file == "runbookgen.yml" }.map {
      "\($0.range.bytes.lowerBound) \($0.summary)"
    }
  }

  @Test(arguments: [
    ("[prod]", "14"), ("{\"\": {}}", "15"), ("{prod: x}", "21"), ("{prod: {region: [a]}}", "30"),
    ("{prod: {region: \"\"}}", "30"), ("{prod: {region: Frankfurt}}", "30"),
    ("{prod: {zone: a}}", "22"),
  ])
  func aBadOneIsToldAtItsPlace(_ text: String, _ place: String) {
    let found = problems(text)
    #expect(found.count == 1 && found[0].hasPrefix(place + " "), "\(found)")
  }

  @Test(arguments: ["{}", "{prod: {}}", "{prod: , test: {region: eu-west-1}}"])
  func aGoodOneIsSilent(_ text: String) { #expect(problems(text) == []) }
}
