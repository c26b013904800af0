"use strict";
Object.assign(words, {
  "dueIn": {
    "one": "Due in {n} day",
    "other": "Due in {n} days"
  },
  "dueToday": "Due today",
  "overdueBy": {
    "one": "Overdue by {n} day",
    "other": "Overdue by {n} days"
  },
  "overdueCount": "{n} overdue",
  "reviewCounts": "{overdue} overdue, {next} due in the next 30 days."
});
