"use strict";
const collator = localized(Intl.Collator, root.lang || "en", { numeric: true });
const sortable = (table) => {
const body = table.tBodies[0];
const original = [...body.rows];
for (const header of $$("th[data-sort]", table)) {
const sorter = make("button", { type: "button", className: "sort" });
sorter.append(...header.childNodes);
header.append(sorter);
sorter.addEventListener("click", () => {
const order = { ascending: "descending", descending: null }[header.ariaSort];
for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
const next = order === undefined ? "ascending" : order;
const rows = [...original];
if (next) {
header.setAttribute("aria-sort", next);
const text = (row) => row.cells[header.cellIndex].textContent;
rows.sort((a, b) => collator.compare(text(a), text(b)));
if (next === "descending") rows.reverse();
}
body.append(...rows);
});
}
};
const filterable = (table, tools) => {
const rows = [...table.tBodies[0].rows];
const box = make("input", {
type: "search", placeholder: say("filterRows"), className: "filter",
ariaLabel: say("filterOf", { table: table.parentElement.ariaLabel }),
});
const count = make("span", { role: "status" });
box.addEventListener("input", () => {
const words = box.value.toLowerCase().split(/\s+/);
let shown = 0;
for (const row of rows) {
const text = row.textContent.toLowerCase();
row.hidden = !words.every((word) => text.includes(word));
shown += row.hidden ? 0 : 1;
}
count.textContent = box.value ? say("rowsShown", { n: shown, all: rows.length }) : "";
});
tools.append(box, " ", count);
};
for (const tools of $$(".table-tools")) {
const table = $("table", tools.nextElementSibling);
sortable(table);
filterable(table, tools);
}
