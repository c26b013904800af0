/// The version of the tool; pages and reports name it.
package enum ToolVersion {
  package static let current = "0.1.0"
}
