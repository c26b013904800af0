"use strict";
Object.assign(words, {
  "allAlerts": "All alerts",
  "allLists": "All lists",
  "close": "Close",
  "deprecated": "Deprecated",
  "endMatches": {
    "one": "{n} page matches the end of this address, “{end}”",
    "other": "{n} pages match the end of this address, “{end}”"
  },
  "endUnknown": "No page matches the end of this address, “{end}”",
  "kindComparison": "Comparison",
  "kindConcept": "Concept",
  "kindReference": "Reference",
  "kindRunbook": "Runbook",
  "nearlyTheSame": "Nearly the same:",
  "nothingFound": "Nothing found",
  "openedLately": "Opened here lately",
  "pageCount": {
    "one": "{n} page",
    "other": "{n} pages"
  },
  "pagesShown": "{pages}, the first {shown} are shown",
  "pagesWithMost": {
    "one": "No page has all words. {n} page has most",
    "other": "No page has all words. {n} pages have most"
  },
  "reviewOverdue": "Review overdue",
  "search": "Search",
  "searchField": "Search titles, text and commands",
  "searchHint": "Alert, symptom, command, path",
  "searchResults": "Results",
  "searchUnavailable": "The search index could not be loaded."
});
