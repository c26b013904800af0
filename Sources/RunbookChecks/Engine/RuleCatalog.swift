/// All rules, sorted by id. A test compares this list with the files in `Rules/`.
package enum RuleCatalog {
  package static let all: [Rule] = [
    AlertUnknown.rule,
    AliasConflict.rule,
    AnchorBroken.rule,
    CodeFenceUnclosed.rule,
    CodeNonascii.rule,
    CodeUnbalanced.rule,
    ComparisonMissingRow.rule,
    ConfigDuplicateKey.rule,
    ConfigMissing.rule,
    ConfigSyntax.rule,
    ConfigType.rule,
    ConfigUnknownKey.rule,
    ContextUnknown.rule,
    FenceAttributeUnknown.rule,
    FileSkipped.rule,
    FootnoteUnused.rule,
    FrontMatterDuplicateKey.rule,
    FrontMatterMissing.rule,
    FrontMatterSyntax.rule,
    FrontMatterTemplateText.rule,
    FrontMatterType.rule,
    FrontMatterUnknownKey.rule,
    HeadingDuplicate.rule,
    HeadingEmpty.rule,
    HeadingSkip.rule,
    HtmlNotAllowed.rule,
    HtmlUnknownTag.rule,
    ImageAltMissing.rule,
    ImageMissing.rule,
    LinkBroken.rule,
    LinkSyntax.rule,
    LinkUnsafe.rule,
    NestingTooDeep.rule,
    PageReplacedByMissing.rule,
    PlaceholderUndeclared.rule,
    PlaceholderUnused.rule,
    QuickrefDrift.rule,
    QuickrefNotSingle.rule,
    QuickrefUnparsable.rule,
    ReferenceUndefined.rule,
    ReviewInFuture.rule,
    ReviewOverdue.rule,
    StepDuplicate.rule,
    TableColumnMissing.rule,
    TableDuplicateKey.rule,
    TableEmptyCell.rule,
    TableNotFound.rule,
    TableShape.rule,
    TemplateSyntax.rule,
    TemplateUnknownName.rule,
    TextEncoding.rule,
    TitleDuplicate.rule,
    TodoLeft.rule,
  ]

  /// The rule of this id or of this former id.
  package static func rule(_ id: String) -> Rule? { byID[id] }

  private static let byID: [String: Rule] = {
    var rules: [String: Rule] = [:]
    for rule in all {
      for name in [rule.id] + rule.aliases { rules[name] = rule }
    }
    return rules
  }()
}
