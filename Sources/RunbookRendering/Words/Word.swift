/// The words that this module writes; templates and scripts have others. Each is called as its key in
/// `templates/words`, where a test looks for all of them.
package enum Word: Int, Sendable, CaseIterable {
  case permalink, backToContent, details, done, toDo, runDone
  case alertNote, alertTip, alertImportant, alertWarning, alertCaution
  case secret, sentence, suchAs, oneOf, fromSource, stepNamed, and, comma
  case shapeInteger, shapeIP, shapeRegion, shapeInstance
  case lowerCase, upperCase, digits
  case spaces, commas, hyphens, dots, slashes, colons, underscores
  case kindRunbook, kindReference, kindComparison, kindConcept
  case draft, deprecated, reviewOverdue, alerts, audience, tags, andMore
  case pageCount, sections, pages, allSections, allSectionsOf, allPagesOf, allAlertsOf, allOwnersOf
  case allOfSeverity, runbooksOf, openedLately, searchFor, search, overdueReviews, allLists
  case owners, severities, programs, contexts
  case ownerCount, tagCount, audienceCount, alertCount, severityCount, programCount, contextCount
  case sectionCount, reviewsByDate, reviewsDetail, reviewsOfOwner, reviewsOfAll, dueInMonth, byOwner
  case sameList, calendar, reviewDue, moreCommands, indexes, first, previous, next, last, partOf
  case trends, trendsDetail, trendsSpan, trendsDay, trendsCommands, trendsValidated
  case trendsValidatedPercent, trendsErrors, trendsWarnings
  case notFoundTitle, alsoHere, copyForCloud, copyForDataCenter, copyStorage, howToPaste
  case owner, escalateAfter, minutes, hours, environments, appliesTo
  case reviewed, dueOn, lifecycle, source, editThisPage, factsFrom
  case beforeYouStart, permissions, doNotFollow, useInstead, draftNotice
  case overdueNotice, overdueNoticeOwner
  case expect, destructive, destructiveNotice, effectRead, effectWrite, effectDestructive, moreActs
  case table, comparison, quickReference
  case whyArithmetic, whyExpansion, whyVariableName, whyCommandName, whyJoined, whyProgram
  case whyUnknownText, whyVariable, whyCrossedQuotes, whySplitVariable, whyUnknownProgram, whyPiped
  case whyUnread
  case reviewedOn, reviewsOf, reviewOf, ownerIs
  case aboutRunbook, aboutPage, compared, diagramAsText
  case trustReviewed, trustChecked, trustCheckedHow, trustAppliesTo, trustAlerts
  case alertRaised

  package var key: String { "\(self)" }
}
