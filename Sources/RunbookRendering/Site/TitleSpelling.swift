import RunbookChecks
import RunbookModel

/// How the titles of a site spell words that are not just written small or with a capital: `DNS`,
/// `KubeVirt`, `etcd`. The names of folders are spelt in the same way.
struct TitleSpelling {
  /// By the word in lower case.
  private var spellings: [String: String] = [:]
  /// Words that stay in lower case at the start of a title.
  private var small: Set<String> = []

  init(_ titles: [String]) {
    var counts: [String: [String: Int]] = [:]
    var starts: [String: Int] = [:]
    for title in titles {
      let words = Self.words(of: title)
      // Nothing is learned from a title that shouts.
      if words.count > 1 && !title.contains(where: \.isLowercase) { continue }
      for (position, word) in words.enumerated() {
        let parts = Self.parts(of: word)
        for spelling in parts.count > 1 ? [word] + parts : parts {
          counts[spelling.lowercased(), default: [:]][spelling, default: 0] += 1
        }
        // `etcdMembersDown` is written so on purpose, "restart the router" may be haste.
        guard position == 0, let first = parts.first else { continue }
        let isSmall = first == first.lowercased()
        if !isSmall || parts.count > 1 {
          starts[first.lowercased(), default: 0] += isSmall ? 1 : -1
        }
      }
    }
    for (word, counts) in counts {
      let plain = counts.reduce(0) { $0 + (Self.isPlain($1.key, word) ? $1.value : 0) }
      let others = counts.filter { !Self.isPlain($0.key, word) }
      let best = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, best.value > plain { spellings[word] = best.key }
    }
    small = Set(starts.lazy.filter { $0.value > 0 }.map(\.key))
  }

  /// What a folder without a page of its own is called: `cluster-dns-operator` is "Cluster DNS operator".
  func title(of folder: String) -> String {
    let title = PagePath(folder + "/index.md").titleOfFile
    let name = PagePath(folder).fileName
    let words = title.split(separator: " ").enumerated().map { position, word -> String in
      let lower = word.lowercased()
      // A word with capitals in the folder's name was spelt with care.
      let isCapital = position == 0 && !name.hasPrefix(word)
      guard isCapital || word == lower else { return String(word) }
      if let spelling = spellings[lower] { return spelling }
      if small.contains(lower) { return lower }
      return position == 0 ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }
    return words.isEmpty ? name : words.joined(separator: " ")
  }

  private static func isPlain(_ spelling: String, _ word: String) -> Bool {
    if spelling == word { return true }
    // `S3` and `K8s` say more than that a sentence starts.
    return !word.contains(where: \.isNumber)
      && spelling == word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func words(of title: String) -> [String] {
    title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// `CoreDNSErrorsHigh` is made of Core, DNS, Errors and High; `VMsDown` of VMs and Down.
  private static func parts(of word: String) -> [String] {
    let letters = Array(word)
    var parts: [String] = []
    var start = 0
    for index in letters.indices.dropFirst() where letters[index].isUppercase {
      let follows = !letters[index - 1].isUppercase
      let isPlural =
        index + 1 < letters.count && letters[index + 1] == "s"
        && (index + 2 == letters.count || !letters[index + 2].isLowercase)
      let leads = index + 1 < letters.count && letters[index + 1].isLowercase && !isPlural
      guard follows || leads else { continue }
      parts.append(String(letters[start..<index]))
      start = index
    }
    return parts + [String(letters[start...])]
  }
}
