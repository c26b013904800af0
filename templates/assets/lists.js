// What lists of pages say beyond themselves: how long ago reviews were due, and what was opened here lately.
"use strict";

/** On the list of reviews: "2026-11-01 2026-12-24:3" are four pages that are due on two days. */
const countDues = (dues, date) => {
  let [overdue, next] = [0, 0];
  for (const entry of dues.split(" ").filter(Boolean)) {
    const [day, count = "1"] = entry.split(":");
    if (day < date) overdue += +count; else if (daysFrom(date, day) <= 30) next += +count;
  }
  return [overdue, next];
};

const sayHowMany = (element, date) => {
  const [overdue, next] = countDues(element.dataset.dues, date);
  element.textContent = say("reviewCounts", { overdue, next });
  element.hidden = false;
};

/** On a list of reviews: how long ago a day was, or how soon it is. */
const sayAge = (element, date) => {
  const days = daysFrom(element.dataset.due, date);
  element.hidden = days < -30;
  element.textContent = days > 0 ? say("overdueBy", { n: days }) : days ? say("dueIn", { n: -days }) : say("dueToday");
  element.classList.toggle("warn", days > 0 && days <= 90);
  element.classList.toggle("stop", days > 90);
};

daily(() => {
  const date = today();
  for (const element of $$("[data-age]")) sayAge(element, date);
  for (const element of $$("[data-overdue]")) {
    const [overdue] = countDues(element.dataset.overdue, date);
    element.textContent = say("overdueCount", { n: overdue });
    element.hidden = !overdue;
  }
  for (const element of $$("[data-dues]")) sayHowMany(element, date);
});

const showRecent = () => {
  const list = $("[data-recent] ul");
  const pages = recentPages();
  if (!list || pages.length === 0) return;
  list.replaceChildren(...pages.map(({ path, title }) => make("li", {},
    make("a", { href: new URL(`./${path}`, wikiRoot).href, textContent: title }))));
  list.parentElement.hidden = false;
};
daily(showRecent);
