import RunbookModel

/// Configuration and commands that are typed into a switch, a router, a firewall or a load balancer.
///
/// The words are those of the command references: Cisco IOS and NX-OS, which Arista EOS, Dell OS10 and
/// FRRouting follow; Junos OS; FortiOS; and F5's tmsh.
enum NetworkDevice {
  /// How much a line says.
  private enum Weight {
    /// No shell has such a line.
    case certain
    /// It fits among such lines, and says nothing alone.
    case likely
    /// A shell and a device may both have it.
    case neutral
    case other
  }

  /// Whether a text holds at least one line that only a device understands, and more lines of a device
  /// than others.
  static func isFound(in text: String) -> Bool {
    var (certain, likely, other) = (0, 0, 0)
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")) {
      let text = line.prefix(200).drop(while: isBlank)
      let first = text.prefix(40).prefix { !isBlank($0) }
      guard opens(first) else {
        other += first.isEmpty ? 0 : 1
        continue
      }
      let words = text.split(maxSplits: 4, whereSeparator: isBlank)
      switch weight(of: words.map { String(decoding: $0, as: UTF8.self)[...] }[...]) {
      case .certain: certain += 1
      case .likely: likely += 1
      case .neutral: break
      case .other: other += 1
      }
    }
    return certain > 0 && certain + likely > other
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }

  /// Whether a line with this first word may be one of a device: few are, in a block of commands.
  private static func opens(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    return first == UInt8(ascii: "!") || (0x30...0x39).contains(first)
      || last.isOne(of: "#>") || openers.contains(String(decoding: word, as: UTF8.self))
  }

  private static let openers = alone.union(pairs.keys).union(operands.keys).union(fitting)
    .union(shellWords).union(["no", "default", "undo", "seq"])

  private static func weight(of line: ArraySlice<Substring>) -> Weight {
    var words = line
    guard var first = words.first else { return .neutral }
    // `TOR1(config-if)# ` and `TOR1# `, before a command.
    if first.hasSuffix("#") || first.hasSuffix(">"), first.count > 1 {
      if first.dropLast().hasSuffix(")"), first.contains("(config") { return .certain }
      words = words.dropFirst()
      guard let next = words.first else { return .neutral }
      first = next
    }
    if first.hasPrefix("!") { return .likely }
    let isNegated = first == "no" || first == "default" || first == "undo"
    if isNegated, words.count > 1 {
      words = words.dropFirst()
      let rest = weight(ofCommand: words)
      return rest == .certain || words.first == "shutdown" ? .certain : .likely
    }
    return weight(ofCommand: words)
  }

  private static func weight(ofCommand words: ArraySlice<Substring>) -> Weight {
    guard let first = words.first else { return .neutral }
    let name = String(first)
    let second = words.dropFirst().first ?? ""
    if alone.contains(name) { return .certain }
    if let nexts = pairs[name] {
      if nexts.contains(String(second)) { return isShell(words) ? .neutral : .certain }
      return words.count == 1 || shellWords.contains(name) ? .neutral : .likely
    }
    if let pattern = operands[name] {
      return pattern(second) ? .certain : .likely
    }
    // `10 permit ip any any`, `seq 5 deny udp any any`
    if first.allSatisfy(\.isNumber) || name == "seq" {
      return words.contains { $0 == "permit" || $0 == "deny" } ? .certain : .other
    }
    if fitting.contains(name) { return .likely }
    return shellWords.contains(name) ? .neutral : .other
  }

  /// `ip address add 10.0.0.1/24 dev eth0` and `ip route show` are iproute2's.
  private static func isShell(_ words: ArraySlice<Substring>) -> Bool {
    guard words.first == "ip" else { return false }
    let third = words.dropFirst(2).first ?? ""
    return third.isEmpty
      || [
        "add", "append", "change", "del", "delete", "flush", "get", "help", "list", "replace",
        "restore", "save", "show", "showdump", "to",
      ].contains(String(third))
  }

  /// Words that begin a line of a device and are neither programs nor begin a sentence.
  private static let alone: Set = [
    "access-group", "access-list", "address-family", "bfd", "channel-group", "channel-protocol",
    "class-map", "dcbx", "default-gateway", "default-information", "ebgp-multihop",
    "exit-address-family", "fabricpath", "glbp", "hsrp", "ip-address", "l2vpn", "lacp",
    "log-neighbor-changes", "mac-address-table", "maximum-paths", "maximum-prefix", "mlag",
    "next-hop-self", "passive-interface", "peer-gateway", "peer-keepalive", "peer-link",
    "peer-switch", "policy-map", "prefix-list", "priority-flow-control", "queue-limit",
    "random-detect", "remote-as", "route-map", "route-reflector-client", "router-id",
    "send-community", "service-policy", "snmp-server", "soft-reconfiguration", "spanning-tree",
    "storm-control", "switchport", "update-source", "vlt-domain", "vrrp", "xconnect",
  ]

  /// Words that are certain with these after them.
  private static let pairs: [String: Set<String>] = [
    "aaa": ["accounting", "authentication", "authorization", "group", "new-model"],
    "clear": ["arp", "bgp", "counters", "ip", "ipv6", "mac", "lldp", "logging", "spanning-tree"],
    "configure": ["exclusive", "private", "session", "terminal"],
    "config": [
      "antivirus", "application", "firewall", "global", "ips", "log", "switch-controller", "system",
      "user", "vdom", "vpn", "webfilter", "wireless-controller",
    ],
    "copy": ["running-config", "startup-config", "r", "run"],
    "create": tmsh, "delete": junos.union(tmsh),
    "diagnose": [
      "debug", "firewall", "hardware", "ip", "netlink", "sniffer", "sys", "test", "vpn",
    ],
    "execute": ["backup", "factoryreset", "ping", "reboot", "restore", "shutdown", "traceroute"],
    "get": ["hardware", "router", "system", "vpn"],
    "ip": [
      "access-group", "access-list", "address", "as-path", "community-list", "default-gateway",
      "dhcp", "domain-name", "helper-address", "igmp", "multicast-routing", "name-server", "nat",
      "ospf", "pim", "prefix-list", "proxy-arp", "redirects", "route", "routing", "ssh",
      "unnumbered",
      "vrf",
    ],
    "ipv6": [
      "access-list", "address", "nd", "ospf", "prefix-list", "redirects", "route", "router",
      "traffic-filter", "unicast-routing",
    ],
    "line": ["aux", "con", "console", "vty"],
    "list": tmsh,
    "logging": [
      "buffered", "console", "host", "level", "logfile", "monitor", "origin-id", "server",
      "source-interface", "synchronous", "timestamp", "trap",
    ],
    "modify": tmsh, "ntp": ["access-group", "peer", "server", "source", "source-interface"],
    "router": ["bgp", "eigrp", "isis", "ospf", "ospfv3", "ospf6", "rip"],
    "set": junos, "show": showables,
    "vpc": ["domain", "peer-link"], "vrf": ["context", "definition", "forwarding", "member"],
    "write": ["erase", "memory", "terminal"],
  ]

  private static let junos: Set = [
    "applications", "chassis", "class-of-service", "firewall", "forwarding-options", "groups",
    "interfaces", "policy-options", "protocols", "routing-instances", "routing-options", "security",
    "snmp", "system", "vlans",
  ]

  private static let tmsh: Set = ["auth", "cm", "gtm", "ltm", "net", "sys"]

  private static let showables: Set = [
    "access-lists", "arp", "bgp", "cdp", "chassis", "class-map", "configuration", "environment",
    "etherchannel", "evpn", "feature", "hsrp", "interface", "interfaces", "inventory", "ip", "ipv6",
    "lacp", "lldp", "logging", "mac", "mlag", "module", "ospf", "policy-map", "port-channel",
    "queuing", "route", "route-map", "running-config", "spanning-tree", "standby", "startup-config",
    "system", "tech-support", "version", "vlan", "vpc", "vrf",
  ]

  /// Words that are certain with an operand of this shape.
  private static let operands: [String: @Sendable (Substring) -> Bool] = [
    "duplex": { ["auto", "full", "half"].contains($0) },
    "edit": { $0.first == "\"" || $0.allSatisfy(\.isNumber) && !$0.isEmpty },
    "feature": { !$0.isEmpty },
    "interface": isPort,
    "neighbor": isAddress,
    "network": isAddress,
    "vlan": { $0.first?.isNumber == true || $0 == "configuration" },
  ]

  /// `Ethernet1/1`, `Vlan7`, `port-channel50`, `mgmt0`; or the name alone, with the number after it.
  private static func isPort(_ word: Substring) -> Bool {
    guard word.first?.isLetter == true else { return word == "{" }
    return word.last?.isNumber == true
      || [
        "bundle-ether", "ethernet", "fastethernet", "gigabitethernet", "loopback", "port-channel",
        "range", "tengigabitethernet", "tunnel", "vlan",
      ].contains(word.lowercased())
  }

  private static func isAddress(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    return first.isHexDigit && word.contains { $0 == "." || $0 == ":" } || first == "<"
  }

  /// What stands among such lines.
  private static let fitting: Set = [
    "activate", "advertise", "allowed", "area", "authentication", "auto-recovery", "bandwidth",
    "banner", "bestpath", "boot", "carrier-delay", "class", "commit", "conform-action", "deny",
    "description", "diagnose", "dscp", "fec", "instance", "key", "keepalive", "load-interval",
    "match", "mode", "mtu", "name", "negotiation", "next", "password", "permit", "police",
    "preempt", "priority", "qos", "qos-group", "redistribute", "revision", "role", "rollback",
    "shape", "speed", "state", "system", "timers", "track", "transport", "trust", "unset",
    "username", "vni",
  ]

  /// Programs and builtins that are words of devices too.
  private static let shellWords: Set = [
    "cat", "clear", "config", "configure", "copy", "create", "delete", "echo", "enable", "end",
    "exit", "execute", "get", "hostname", "ip", "line", "list", "modify", "ping", "ping6", "quit",
    "reboot", "reload", "set", "show", "shutdown", "ssh", "telnet", "traceroute", "write",
  ]
}
