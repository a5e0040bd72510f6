// Words, elements and files: what the rest of the page is made with.

// One spelling for what a reader types and what is printed: no vowel marks or tatweel, one alef, ya and ta, hamza off its seat.
// Most lines of news hold nothing that has to be taken apart first, which is what costs.
const RARE = /[^\n\x20-\x7e\u00ab\u00bb\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u0669\u2013\u201c\u201d\u2026]/;
const fold = (text) => {
  const whole = RARE.test(text)
    ? text.normalize("NFKD").replace(/[\p{Mn}\u0640\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "")
    : text.replace(/[\u0640\u064b-\u0655]/g, "").replace(/\u2026/g, "...");
  return whole.toLowerCase().replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/[\u0649\u0626]/g, "\u064a").replace(/\u0624/g, "\u0648")
    .replace(/\u0629/g, "\u0647").replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/\s{2,}|[^\S ]/g, " ");
};

// An element of text and elements alone; no string ever becomes markup.
const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value == null) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== "" && child != null));
  return made;
};
const isolated = (text) => (text ? el("bdi", { dir: "auto" }, text) : "");
const ltr = (text) => (text ? el("bdi", { dir: "ltr", class: text.length <= 24 ? "whole" : false }, text) : "");

const STRONG = /([A-Za-z\u00c0-\u024f\u0370-\u052f])|([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])/;
const rightToLeft = (text) => { const found = STRONG.exec(text); return Boolean(found && found[2]); };

const cell = (key, label, content) => {
  const td = el("td", { class: `col-${key}`, "data-label": label }, content);
  if (rightToLeft(td.textContent)) td.classList.add("rtl");
  return td;
};
const table = (name, heading, columns, rows) => {
  if (!rows.length) return "";
  const head = el("tr", null, ...columns.map(([, label]) => el("th", { scope: "col" }, label)));
  const body = rows.map((row) => el("tr", null, ...row.map((content, i) => cell(...columns[i], content))));
  const whole = el("table", null, el("thead", null, head), el("tbody", null, ...body));
  return el("section", { class: name }, el("h4", null, heading), el("div", { class: "scroll" }, whole));
};

// A spreadsheet runs a cell that begins so as a formula, some after taking off what shows nothing; a quote makes it text.
const FORMULA = /^[\s\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u061c\ufeff\0]*[=+\-@\t\r\n＝＋－＠]/;
const csv = (rows) => "\ufeff" + rows.map((row) => row.map((value) => {
  if (typeof value === "number") return String(value);
  const text = value == null ? "" : String(value);
  return '"' + (FORMULA.test(text) ? "'" : "") + text.replace(/"/g, '""') + '"';
}).join(",")).join("\r\n") + "\r\n";
const download = (name, text) => {
  const link = el("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })) });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
