import RunbookChecks
import RunbookModel
import Testing

/// Every rule finds what its failing examples mark, there and nowhere else, and nothing in its
/// passing ones.
@Suite struct ExamplesTests {
  struct Case: CustomTestStringConvertible {
    let rule: Rule
    let example: Rule.Example
    let number: Int

    var testDescription: String { "\(rule.id) \(number)" }

    static let failing = RuleCatalog.all.flatMap { rule in
      rule.failing.enumerated().map { Case(rule: rule, example: $0.element, number: $0.offset + 1) }
    }

    static let passing = RuleCatalog.all.flatMap { rule in
      rule.passing.enumerated().map { Case(rule: rule, example: $0.element, number: $0.offset + 1) }
    }
  }

  @Test(arguments: Case.failing) func failingExampleIsFound(_ example: Case) {
    let site = ExampleSite(example.example.files)
    let found = site.diagnostics().filter { $0.id == example.rule.id }
    #expect(
      found.map { ExampleSite.Mark(file: $0.range.file, offset: $0.range.bytes.lowerBound) }
        .sorted() == site.marks)
    #expect(!site.marks.isEmpty, "a failing example marks its finding with ▸")
    #expect(found.allSatisfy { $0.severity <= example.rule.severity })
  }

  @Test(arguments: Case.passing) func passingExampleIsSilent(_ example: Case) {
    let found = ExampleSite(example.example.files).diagnostics().filter {
      $0.id == example.rule.id
    }
    #expect(found.map(\.summary) == [])
  }

  @Test(arguments: RuleCatalog.all.map(\.id)) func ruleHasExamples(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    #expect(!rule.passing.isEmpty)
    // These depend on the whole project and its disk, which an example does not have.
    let ofProjects: Set = [
      "alert-file-unknown", "alert-gone", "alert-link-broken", "alert-owner", "alert-severity",
      "alert-without-page", "diagram-failed", "file-skipped", "file-unusable", "output-conflict",
      "page-extension",
      "site-empty",
    ]
    #expect(!rule.failing.isEmpty || ofProjects.contains(id))
    #expect(!rule.summary.hasSuffix(".") && !rule.rationale.isEmpty)
  }
}
