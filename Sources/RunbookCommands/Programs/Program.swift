private import Synchronization

/// What an invocation does to the system it runs on. The effect of an invocation is the strongest of
/// its verb's and its options'.
package enum Effect: String, Sendable, Comparable, CaseIterable {
  case read, write, destructive

  package static func < (left: Effect, right: Effect) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .read: 0
    case .write: 1
    case .destructive: 2
    }
  }
}

/// What the text of a value has to look like.
package enum ValueType: Sendable, Hashable {
  case text
  case integer
  case path
  /// `30s`, `1h15m`: the durations of Go and of coreutils' sleep.
  case duration
  case choice([String])
  /// Statements of a database, whose effect is the command's.
  case statement(StatementLanguage)
}

/// Whether an option takes a value.
package enum ValueKind: Sendable, Hashable {
  case none
  /// Attached or the following word.
  case required(ValueType)
  /// Attached only: `--x=v`, `-bv`. With `orNextWord` a following word that is no option counts too,
  /// as for `journalctl -n 50`.
  case optional(ValueType, orNextWord: Bool)
}

/// How many words the value of an option is.
package enum ValueWords: Sendable, Hashable {
  case one
  /// A name and a value: `jq --arg NAME VALUE`.
  case two
  /// All that follow and are no options: `--instance-ids i-1 i-2`.
  case many
}

/// A class, as every option that a command is given holds on to its schema.
package final class ProgramOption: Sendable {
  /// What an option does beside taking a value.
  package struct Traits: Sendable {
    package var isRepeatable = false
    package var isRequired = false
    /// `--no-NAME` is another spelling of it.
    package var isNegatable = false
    /// What the invocation does at least when the option is given.
    package var raises: Effect?
    /// What the invocation does at least when the value is this text: `-X DELETE`.
    package var raisesFor: [String: Effect] = [:]
    package var isEndless = false
    package var isInteractive = false
    /// A command that runs endlessly ends when it is given: `ping -c 3`.
    package var isBounding = false
    /// Options that cannot be given together with it.
    package var excludes: [String] = []
    /// The spelling to use instead.
    package var replacement: String?
    /// Verbs need no operands once it is given: `--help`, `--all`, `-f FILE`.
    package var replacesOperands = false
    /// When nothing is changed once it is given: `--dry-run`.
    package var rehearsal: Rehearsal?
    /// The value is a command, up to a `;` or to a `+` behind `{}`: `find -exec`.
    package var nestedPlace: NestedPlace?
    /// Since when it exists, when not always.
    package var span: VersionSpan?
    /// Values that not every version takes, and names that not every version has.
    package var valueSpans: [String: VersionSpan] = [:]
  }

  /// With their dashes, the short one first: `-u`, `--unit`.
  package let names: [String]
  package let value: ValueKind
  package let valueWords: ValueWords
  private let traits: Traits

  package init(
    _ names: [String], _ value: ValueKind, words: ValueWords = .one, _ traits: Traits = Traits()
  ) {
    self.names = names
    self.value = value
    valueWords = words
    self.traits = traits
  }

  /// The same with other traits.
  func changing(_ change: (inout Traits) -> Void) -> ProgramOption {
    var traits = traits
    change(&traits)
    return ProgramOption(names, value, words: valueWords, traits)
  }

  package var isRepeatable: Bool { traits.isRepeatable }
  package var isRequired: Bool { traits.isRequired }
  package var isNegatable: Bool { traits.isNegatable }
  package var raises: Effect? { traits.raises }
  package var raisesFor: [String: Effect] { traits.raisesFor }
  package var isEndless: Bool { traits.isEndless }
  package var isInteractive: Bool { traits.isInteractive }
  package var isBounding: Bool { traits.isBounding }
  package var excludes: [String] { traits.excludes }
  package var replacement: String? { traits.replacement }
  package var replacesOperands: Bool { traits.replacesOperands }
  package var rehearsal: Rehearsal? { traits.rehearsal }
  package var nestedPlace: NestedPlace? { traits.nestedPlace }
  package var span: VersionSpan? { traits.span }
  package var valueSpans: [String: VersionSpan] { traits.valueSpans }
  /// Whether some version lacks it, or one of its values.
  var isDated: Bool { traits.span != nil || !traits.valueSpans.isEmpty }
}

/// When an option makes a command say what it would do instead of doing it.
package enum Rehearsal: Sendable, Hashable {
  case always
  /// With one of these values, or without any: `--dry-run=client`.
  case values([String])
  /// As long as another option is not there: `eksctl delete nodegroup -f FILE` without `--approve`.
  case without(String)
}

package struct Operand: Sendable {
  package let name: String
  package let isRequired: Bool
  package let isRepeatable: Bool
  package let type: ValueType
}

/// Where a nested command runs.
package enum NestedPlace: Sendable, Hashable {
  /// Where the outer command runs: `sudo`, `watch`.
  case same
  /// In the context that the outer command enters: `sheltie`.
  case entered
  /// In the context that an operand names: `apiclient exec admin`.
  case named(operand: String)
  /// In a place that is not modelled: a pod, another machine.
  case elsewhere
}

/// What follows a verb and its options.
package enum Operands: Sendable {
  case list([Operand])
  /// Words of a language of their own, such as a packet filter: nothing in it is an option.
  case tail([Operand])
  /// A command with its own arguments, behind some operands, perhaps only behind `--`.
  case command([Operand], NestedPlace, isRequired: Bool, afterDashes: Bool)
}

/// A program or one of its verbs.
package struct Verb: Sendable {
  /// The name and its aliases; empty for the program itself.
  package let names: [String]
  package var effect: Effect
  package var operands: Operands
  package var isEndless = false
  package var isInteractive = false
  package var replacement: String?
  /// It is no verb at all, though one may think so; what to write in its place: `oc adm top`.
  package var instead: String?
  /// False when options or verbs exist that are not listed: an unknown one is then no error.
  package var isClosed: Bool
  /// Further verbs come from plugins, so one that is not listed is none for certain only near a listed
  /// one: `git lfs`, `kubectl neat`.
  package var takesPlugins = false
  /// It does something without one of its verbs, too: `systemctl`, `ip addr`.
  package var standsAlone = false
  /// The first operand ends its options, though the dialect mixes them: `docker run IMAGE -x`.
  package var optionsLead = false
  /// It puts words of its own behind the command that it runs: `xargs kubectl delete`.
  package var appendsWords = false
  /// What it does at least once it has operands: `mount` lists, `mount /dev/sdb /mnt` writes.
  package var operandEffect: Effect?
  /// Since when it exists, when not always.
  package var span: VersionSpan?
  /// Where its options and verbs are read from.
  private var text: VerbText?
  /// Those of a verb without a text.
  private var own: (options: [ProgramOption], verbs: [Verb]) = ([], [])

  init(
    _ names: [String], effect: Effect = .read, operands: Operands, isClosed: Bool = true,
    text: VerbText? = nil
  ) {
    self.names = names
    self.effect = effect
    self.operands = operands
    self.isClosed = isClosed
    self.text = text
  }

  package var options: [ProgramOption] { text?.parts.options ?? own.options }
  package var verbs: [Verb] { text?.parts.verbs ?? own.verbs }

  var hasVerbs: Bool {
    if let text { return !text.parts.verbs.isEmpty }
    return !own.verbs.isEmpty
  }

  /// The first of its options that has a name.
  func option(named name: String) -> ProgramOption? {
    if let text { return text.parts.option(named: name) }
    return own.options.first { $0.names.contains(name) }
  }

  /// The first of its verbs that has a name.
  package func verb(named name: String) -> Verb? {
    if let parts = text?.parts { return parts.verb(named: name).map { parts.verbs[$0] } }
    return own.verbs.first { $0.names.contains(name) }
  }

  /// Changes the options and the verbs.
  mutating func change(_ body: (inout [ProgramOption], inout [Verb]) -> Void) {
    if let parts = text?.parts { own = (parts.options, parts.verbs) }
    text = nil
    body(&own.options, &own.verbs)
  }

  /// The first line of its synopsis, or of a verb below it, that means nothing.
  var problem: SynopsisError? {
    verbs.lazy.compactMap(\.problem).first ?? text?.parts.problem
  }
}

/// How a program reads its command line.
package struct Dialect: Sendable, Hashable {
  /// `-xeu UNIT`
  package var clusters = true
  /// `-noout`, `-name x`
  package var singleDashLong = false
  /// Options may follow operands.
  package var interspersed = true
  /// A unique prefix of a long option counts (getopt_long(3)).
  package var abbreviations = false
  /// A flag without a value may be given one: `--watch=false` (pflag).
  package var flagValues = false
  /// Verbs may be shortened to any unique prefix (ip(8)).
  package var verbPrefixes = false
  /// A word that starts with a dash is no value, unless it is a negative number (argparse).
  package var dashesAreOptions = false
  /// A long option may have one dash or two.
  package var anyDashes = false
  /// The first word may be a cluster without its dash, its values in the words behind it: `tar xzf`.
  package var firstCluster = false
  /// False when every word is an operand, dashes or not: `[ -f x ]`.
  package var hasOptions = true

  /// getopt_long(3) with its permutation of arguments.
  package static let gnu = Dialect(abbreviations: true)
  /// POSIX XBD 12.2: the first operand ends the options.
  package static let posix = Dialect(interspersed: false)
  /// github.com/spf13/pflag, as kubectl, helm and docker use it.
  package static let pflag = Dialect(flagValues: true)
  /// Go's flag package: one dash or two, no clusters, options first.
  package static let goFlag = Dialect(
    clusters: false, singleDashLong: true, interspersed: false, flagValues: true, anyDashes: true)
  /// One dash before long names, values behind a blank: openssl, find.
  package static let singleDash = Dialect(clusters: false, singleDashLong: true)
  /// OpenSSL: one dash or two before long names, options before operands.
  package static let openssl = Dialect(
    clusters: false, singleDashLong: true, interspersed: false, anyDashes: true)
  /// The AWS CLI (argparse with prefixes).
  package static let aws = Dialect(
    clusters: false, abbreviations: true, dashesAreOptions: true)
  /// Python's argparse.
  package static let argparse = Dialect(abbreviations: true, dashesAreOptions: true)
  /// `ip OBJECT COMMAND`, everything shortened at will.
  package static let keywords = Dialect(
    clusters: false, singleDashLong: true, interspersed: false, verbPrefixes: true)

  /// Python's click and Rust's clap: clusters, options anywhere, nothing shortened.
  package static let click = Dialect()
  /// tar(1): `tar xzf a.tgz`.
  package static let oldStyle = Dialect(abbreviations: true, firstCluster: true)
  /// Nothing is an option: test(1), echo(1).
  package static let words = Dialect(hasOptions: false)

  package static let named: [String: Dialect] = [
    "gnu": .gnu, "posix": .posix, "pflag": .pflag, "go": .goFlag, "single-dash": .singleDash,
    "aws": .aws, "argparse": .argparse, "openssl": .openssl, "keywords": .keywords,
    "old-style": .oldStyle, "words": .words, "click": .click,
  ]
}

/// A program that commands may name: what it takes and what it does. A class, as every command of a site
/// holds on to its program.
package final class Program: Sendable {
  package let name: String
  package let aliases: [String]
  package let dialect: Dialect
  /// Where the facts come from: a man page or a help text with its version.
  package let source: String
  package let root: Verb
  /// False when the schema says nothing of what the program does to the system.
  package let tellsEffects: Bool
  package let history: ProgramHistory
  /// The names of all options of all verbs, once somebody has asked for one.
  private let optionNames = Mutex<Set<String>?>(nil)

  package init(
    name: String, aliases: [String], dialect: Dialect, source: String, root: Verb,
    tellsEffects: Bool = true, history: ProgramHistory = ProgramHistory()
  ) {
    self.name = name
    self.aliases = aliases
    self.dialect = dialect
    self.source = source
    self.root = root
    self.tellsEffects = tellsEffects
    self.history = history
  }

  /// The first line of its synopsis that means nothing; nil for a schema that is whole.
  package var problem: SynopsisError? { root.problem }

  /// Whether the program, or a verb of it, has an option.
  func has(option name: String) -> Bool {
    optionNames.withLock { names in
      if let names { return names.contains(name) }
      var all: Set<String> = []
      root.addOptionNames(to: &all)
      names = all
      return all.contains(name)
    }
  }
}

extension Verb {
  /// Those of the verbs below it, too.
  fileprivate func addOptionNames(to names: inout Set<String>) {
    for option in options { names.formUnion(option.names) }
    for verb in verbs { verb.addOptionNames(to: &names) }
  }
}
