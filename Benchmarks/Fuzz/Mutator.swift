/// Makes inputs from seeds, tokens and noise.
struct Mutator {
  private var random: SplitMix
  private let seeds: [[UInt8]]
  private let tokens: [[UInt8]]

  init(_ target: FuzzTarget, seed: UInt64, moreSeeds: [[UInt8]]) {
    random = SplitMix(state: seed)
    seeds = target.seeds + moreSeeds
    tokens = target.tokens.map { Array($0.utf8) }
  }

  mutating func next() -> [UInt8] {
    if random.chance(16) { return noise() }
    var text = pick(seeds)
    for _ in 0..<(1 + random.below(8)) { mutate(&text) }
    return text
  }

  private mutating func pick(_ list: [[UInt8]]) -> [UInt8] {
    list.isEmpty ? [] : list[random.below(list.count)]
  }

  private mutating func noise() -> [UInt8] {
    (0..<random.below(60)).flatMap { _ in
      random.chance(3) ? [UInt8(random.below(256))] : pick(tokens)
    }
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let place = random.below(text.count + 1)
    let end = min(text.count, place + random.below(40))
    switch random.below(8) {
    case 0: text.insert(UInt8(random.below(256)), at: place)
    case 1: text.removeSubrange(place..<end)
    case 2: text.insert(contentsOf: text[place..<end], at: random.below(text.count + 1))
    case 3:
      let other = pick(seeds)
      let from = random.below(other.count + 1)
      text.insert(contentsOf: other[from..<min(other.count, from + random.below(200))], at: place)
    case 4:
      // Deep nesting and long runs are what one token many times makes.
      let token = pick(tokens)
      for _ in 0..<random.below(40) { text.insert(contentsOf: token, at: place) }
    case 5 where place < text.count: text[place] = UInt8(random.below(256))
    default: text.insert(contentsOf: pick(tokens), at: place)
    }
  }
}
