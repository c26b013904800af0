import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element as an XML parser that is not ours reads it.
final class XMLElementNode {
  let name: String
  let attributes: [String: String]
  var children: [XMLElementNode] = []
  /// The text directly in this element.
  var text = ""

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// This element and all below it, in document order.
  var all: [XMLElementNode] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [XMLElementNode] { all.filter { $0.name == name } }

  func macros(_ name: String) -> [XMLElementNode] {
    all("ac:structured-macro").filter { $0.attributes["ac:name"] == name }
  }

  /// A fragment has no root and declares no prefixes: the server does both.
  static func parse(_ fragment: String) -> (root: XMLElementNode?, fault: String?) {
    let document =
      "<root xmlns:ac=\"http://atlassian.com/content\""
      + " xmlns:ri=\"http://atlassian.com/resource/identifier\">\(fragment)</root>"
    let parser = XMLParser(data: Data(document.utf8))
    let builder = XMLTreeBuilder()
    parser.delegate = builder
    // On Linux `parse` answers true for tags that do not match, so that the builder looks too.
    guard parser.parse(), parser.parserError == nil, builder.isBalanced else {
      return (nil, "XML line \(parser.lineNumber), column \(parser.columnNumber)")
    }
    return (builder.root, nil)
  }
}

private final class XMLTreeBuilder: NSObject, XMLParserDelegate {
  var root: XMLElementNode?
  private(set) var isBalanced = true
  private var open: [XMLElementNode] = []

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let node = XMLElementNode(name: elementName, attributes: attributes)
    if let parent = open.last { parent.children.append(node) } else { root = node }
    open.append(node)
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if open.popLast()?.name != elementName { isBalanced = false }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    open.last?.text += string
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    open.last?.text += String(decoding: block, as: UTF8.self)
  }
}

/// Everything that a page of ours may hold in storage format.
enum StorageAllowList {
  /// Attributes by element.
  static let elements: [String: Set<String>] = [
    "p": ["style"], "h1": [], "h2": [], "h3": [], "h4": [], "h5": [], "h6": [],
    "ul": [], "ol": ["start"], "li": [], "blockquote": [], "hr": [], "br": [],
    "strong": [], "em": [], "del": [], "sub": [], "sup": [], "u": [], "code": [], "a": ["href"],
    "table": ["data-layout", "data-table-width", "class", "style"], "colgroup": [],
    "col": ["style"], "tbody": [], "tr": [], "th": ["class", "style", "colspan", "rowspan"],
    "td": ["class", "style", "colspan", "rowspan"],
    "ac:structured-macro": ["ac:name", "ac:schema-version"], "ac:parameter": ["ac:name"],
    "ac:rich-text-body": [], "ac:plain-text-body": [],
    "ac:link": ["ac:anchor"], "ac:link-body": [], "ac:plain-text-link-body": [],
    "ac:image": ["ac:alt", "ac:title", "ac:inline", "ac:width", "ac:height"], "ac:caption": [],
    "ac:task-list": [], "ac:task": [], "ac:task-id": [], "ac:task-status": [], "ac:task-body": [],
    "ac:adf-extension": [], "ac:adf-node": ["type"], "ac:adf-attribute": ["key"],
    "ac:adf-content": [],
    "ri:page": ["ri:content-title", "ri:space-key"], "ri:attachment": ["ri:filename"],
    "ri:url": ["ri:value"],
  ]

  /// Parameters by macro.
  static let macros: [String: Set<String>] = [
    "anchor": [""], "children": [],
    "code": ["language", "title", "linenumbers", "firstline", "collapse"],
    "details": [], "expand": ["title"], "info": [], "note": [],
    "panel": ["title", "borderColor", "bgColor"], "status": ["colour", "title"], "tip": [],
    "toc": ["minLevel", "maxLevel"], "warning": [],
  ]

  /// Elements that hold text and marks but no blocks.
  private static let inlineOnly: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "strong", "em", "del", "code", "ac:link-body",
  ]

  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "table",
    "ac:task-list", "ac:adf-extension", "ac:rich-text-body", "ac:plain-text-body",
  ]

  /// Elements whose text counts as it stands, so that no element may stand in them.
  private static let textOnly: Set<String> = [
    "ac:parameter", "ac:plain-text-body", "ac:plain-text-link-body", "ac:task-id",
    "ac:task-status", "ac:adf-attribute", "code",
  ]

  /// Elements that hold blocks and no text of their own.
  private static let blocksOnly: Set<String> = [
    "root", "li", "td", "th", "blockquote", "ac:rich-text-body", "ac:adf-content", "table", "tr",
    "ac:task-list", "ac:task", "ul", "ol", "ac:structured-macro",
  ]

  static func faults(of fragment: String) -> [String] {
    let parsed = XMLElementNode.parse(fragment)
    guard let root = parsed.root, parsed.fault == nil else { return [parsed.fault ?? "no root"] }
    return entityFaults(of: fragment) + textFaults(of: root) + faults(below: root)
  }

  private static func faults(below parent: XMLElementNode) -> [String] {
    parent.children.flatMap { child in
      elementFaults(child) + textFaults(of: child) + placeFaults(child, in: parent)
        + faults(below: child)
    }
  }

  private static func elementFaults(_ element: XMLElementNode) -> [String] {
    guard let attributes = elements[element.name] else { return ["element \(element.name)"] }
    let unknown = Set(element.attributes.keys).subtracting(attributes).sorted()
    let faults = unknown.map { "attribute \($0) of \(element.name)" }
    return element.name == "ac:structured-macro" ? faults + macroFaults(element) : faults
  }

  private static func macroFaults(_ macro: XMLElementNode) -> [String] {
    let name = macro.attributes["ac:name"] ?? ""
    guard let parameters = macros[name] else { return ["macro \(name)"] }
    return macro.children.filter { $0.name == "ac:parameter" }.compactMap { child in
      let parameter = child.attributes["ac:name"] ?? "without a name"
      return parameters.contains(parameter) ? nil : "parameter \(parameter) of \(name)"
    }
  }

  private static func textFaults(of element: XMLElementNode) -> [String] {
    let isNumber = element.attributes["class"] == "numberingColumn"
    let hasText = !isNumber && !element.text.allSatisfy { $0 == "\n" }
    return blocksOnly.contains(element.name) && hasText ? ["text in \(element.name)"] : []
  }

  private static func placeFaults(
    _ element: XMLElementNode, in parent: XMLElementNode
  ) -> [String] {
    let isMisplaced =
      textOnly.contains(parent.name)
      || inlineOnly.contains(parent.name) && blocks.contains(element.name)
      || inlineOnly.contains(parent.name) && !element.all("ac:rich-text-body").isEmpty
      || inlineOnly.contains(parent.name) && !element.all("ac:plain-text-body").isEmpty
      || element.name == "ac:parameter" && parent.name != "ac:structured-macro"
      || element.name == "li" && parent.name != "ul" && parent.name != "ol"
    return isMisplaced ? ["\(element.name) in \(parent.name)"] : []
  }

  /// Outside CDATA only four entities are safe with every reader.
  private static func entityFaults(of fragment: String) -> [String] {
    var faults: [String] = []
    var rest = fragment[...]
    while let index = rest.firstIndex(where: { $0 == "&" || $0 == "<" }) {
      rest = rest[index...]
      if rest.hasPrefix("<![CDATA[") {
        rest = rest.firstRange(of: "]]>").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      let isSafe = ["<", "&amp;", "&lt;", "&gt;", "&quot;"].contains { rest.hasPrefix($0) }
      if !isSafe { faults.append("entity \(rest.prefix(8))") }
      rest = rest.dropFirst()
    }
    return faults
  }
}
