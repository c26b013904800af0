import RunbookChecks
import Testing

struct PatternAmbiguityTests {
  @Test(arguments: [
    "^([a-z0-9]+[-.]?)+$", "^(a+)+$", "^(a*)*$", "^(a|a)*$", "^(a|ab|b)*c$", "^(a?b?)*$",
    "^([a-z]+)*-$", "^(\\w+\\s?)*$", "^(.*,)*.*x$x", "^([a-z]{1,63}\\.?){1,10}$",
    "^(?=x)(a+)+$", "^(?<n>[a-z]+[0-9a-z]*)+$", "^(aa|aaa)+$", "^(?:a{2}|a{3})*$",
  ])
  func exponential(_ pattern: String) {
    #expect(PatternAmbiguity.growth(of: pattern) == .exponential, "\(pattern)")
  }

  @Test(arguments: [
    ("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", 0), ("^([a-z]+-)*[a-z]+$", 0), ("^[a-z]+$", 0),
    ("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", 0), ("^([0-9]{1,3}\\.){3}[0-9]{1,3}$", 0),
    ("^m?i-[0-9a-f]{8,17}$", 0), ("^([0-9a-f]{2}:){5}[0-9a-f]{2}$", 0), ("^(foo|bar)*$", 0),
    ("^[a-z0-9]+([-.][a-z0-9]+)*$", 0), ("^.*a.*b.*$", 2), ("^a*a*a*a*$", 3),
    ("^([0-9]{4}){2}$", 0),
    ("^(a|b)+(c|d)+$", 0), ("^\\d+(\\.\\d+)?[KMG]i?$", 0),
    ("^arn:aws:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:.+$", 0),
  ])
  func ofAPower(_ pattern: String, _ power: Int) {
    #expect(PatternAmbiguity.growth(of: pattern) == .power(power), "\(pattern)")
  }

  /// What succeeds at its end never goes back.
  @Test func withoutAnEndNothingIsTriedAgain() {
    #expect(PatternAmbiguity.growth(of: "^([a-z]+)+") == .power(0))
  }
}
