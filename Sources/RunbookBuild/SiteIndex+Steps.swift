import RunbookChecks
import RunbookRendering

extension SiteIndex {
  /// Takes in the steps of all pages that unsettled pages ask for.
  mutating func addWantedSteps() async {
    let wanted = wantedSteps
    guard !wanted.isEmpty else { return }
    let known = self
    let steps = await Parallel.map(Array(pages.indices)) {
      known.steps(ofPage: $0, running: wanted)
    }
    add(steps.flatMap(\.self))
  }
}
