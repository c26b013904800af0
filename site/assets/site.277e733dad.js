// The site is complete without this script. All it does: uncover what is hidden with `data-due`
// once that day has passed where the reader is, so that a built site does not age by waiting.
"use strict";

const twoDigits = (number) => String(number).padStart(2, "0");

/** The reader's own date as YYYY-MM-DD: ISO dates compare as text. */
function today() {
  const now = new Date();
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}

function uncoverOverdue() {
  const date = today();
  for (const element of document.querySelectorAll("[data-due]")) {
    element.hidden = element.dataset.due >= date;
  }
}

uncoverOverdue();
// A page left open over night, or fetched from the back/forward cache.
document.addEventListener("visibilitychange", uncoverOverdue);
addEventListener("pageshow", uncoverOverdue);
