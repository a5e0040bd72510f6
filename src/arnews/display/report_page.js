// The page: what is asked for stands in the form and in the address; what fits is shown a page at a time.

document.documentElement.classList.add("js");
const { words, marks: KINDS, articles } = JSON.parse(document.getElementById("data").textContent);
document.getElementById("data").remove();
const PAGE = 50;
const OPTIONS = 200;
const WAIT = 50;
const FIELDS = ["q", "kind", "place", "source", "from", "to"];
const COLUMNS = ["figure", "kind", "text", "who", "where", "when", "source", "modality", "article"];
const number = new Intl.NumberFormat("en").format;
const order = new Intl.Collator(["ar", "en"]);
const $ = (selector) => document.querySelector(selector);
const form = $(".filters");

const rows = [];
articles.forEach((article, index) => {
  const published = article.published.slice(0, 10);
  for (const c of article.claims) {
    const [id, start, end, text, kind, unit, figure, low, best, high, modality, who, where, when, source, place, speaker, first, last, latin, sentence] = c;
    rows.push({
      index, id, text, kind, unit, figure, low, best, high, modality, latin, sentence, place, speaker, published, first, last,
      who: said(who), where: said(where), when: said(when), source: said(source),
      own: Boolean(first || last), day: first || last || published, from: first || (last ? "" : published), to: last || (first ? "" : published),
    });
  }
});

// What to search in: folded when there is time, at the latest when somebody searches.
const inRows = new Array(rows.length);
const inArticles = new Array(articles.length);
const rowText = (i) => {
  const r = rows[i];
  return inRows[i] ??= fold([r.figure, words[r.kind], r.text, r.who, r.where, r.when, r.source, words[r.modality], articles[r.index].title, r.sentence, r.latin].join(" "));
};
const articleText = (i) => {
  const a = articles[i];
  return inArticles[i] ??= fold([a.title, a.name, ...a.blocks.map((b) => b[2]), ...a.entities.map((e) => `${e[2]} ${e[3]} ${e[5]}`), ...a.claims.map((c) => c[6])].join(" "));
};
const later = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 30));
const foldAll = (at) => later((time) => {
  let i = at;
  for (let n = 0; i < rows.length + articles.length && (n < 20 || time.timeRemaining() > 2); i += 1, n += 1) {
    if (i < rows.length) rowText(i); else articleText(i - rows.length);
  }
  if (i < rows.length + articles.length) foldAll(i);
});

const amount = (r) => r.best ?? r.low ?? r.high;
const KEYS = {
  figure: amount, when: (r) => (r.own ? r.day : ""), kind: (r) => words[r.kind], modality: (r) => words[r.modality],
  article: (r) => articles[r.index].title,
};
const sorted = (found, by, down) => {
  const key = KEYS[by] || ((r) => r[by]);
  const keyed = found.map((r, i) => ({ r, i, k: key(r) }));
  const missing = ({ k }) => k == null || k === "";
  const compare = (a, b) => (typeof a === "number" ? a - b : by === "when" ? (a < b ? -1 : Number(a > b)) : order.compare(a, b));
  keyed.sort((a, b) => missing(a) - missing(b) || (missing(a) ? 0 : (down ? -1 : 1) * compare(a.k, b.k)) || a.i - b.i);
  return keyed.map(({ r }) => r);
};

const state = { sort: "", down: false, page: 0, articles: 0, at: "" };
let shown = { rows: [], all: [], articles: [] };
const opened = new Map();

const ask = () => {
  const f = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  f.words = fold(f.q).trim().split(" ").filter(Boolean);
  return f;
};
const plain = (r, f) => (!f.kind || r.kind === f.kind) && (!f.place || r.place === f.place) && (!f.source || r.speaker === f.source);
const inDays = (r, f) => !(f.from || f.to) || (r.day && (!f.from || (r.to || "9999") >= f.from) && (!f.to || (r.from || "0000") <= f.to));

const filter = () => {
  const f = ask();
  const narrowed = f.kind || f.place || f.source || f.from || f.to;
  const holding = new Set();
  const [all, found] = [[], []];
  for (let i = 0; i < rows.length; i += 1) {
    const r = rows[i];
    if (!plain(r, f)) continue;
    const near = inDays(r, f);
    if (near) holding.add(r.index);
    const text = f.words.length ? rowText(i) : "";
    if (!f.words.every((word) => text.includes(word))) continue;
    all.push(r);
    if (near) found.push(r);
  }
  const indices = [];
  for (let i = 0; i < articles.length; i += 1) {
    if (narrowed && !holding.has(i)) continue;
    const text = f.words.length ? articleText(i) : "";
    if (f.words.every((word) => text.includes(word))) indices.push(i);
  }
  shown = { rows: state.sort ? sorted(found, state.sort, state.down) : found, all, articles: indices, f };
};

const pages = (nav, length, page, go) => {
  const count = Math.ceil(length / PAGE);
  nav.hidden = count < 2;
  if (nav.hidden) { nav.replaceChildren(); return; }
  const step = (to, name, text) => {
    const button = el("button", { type: "button", "aria-label": name, disabled: to < 0 || to >= count }, text);
    button.addEventListener("click", () => go(to));
    return button;
  };
  const [back, on] = document.documentElement.dir === "rtl" ? ["›", "‹"] : ["‹", "›"];
  const here = `${number(page * PAGE + 1)}–${number(Math.min(length, (page + 1) * PAGE))} / ${number(length)}`;
  nav.replaceChildren(step(page - 1, words["report.back"], back), el("bdi", { dir: "ltr" }, here), step(page + 1, words["report.on"], on));
};

const drawRows = () => {
  const label = (key) => words[`col.${key}`];
  $("#claims tbody").replaceChildren(...shown.rows.slice(state.page * PAGE, (state.page + 1) * PAGE).map((r) => {
    const prefix = `a${r.index + 1}-`;
    const content = {
      figure: el("b", null, ltr(r.figure)), kind: words[r.kind], text: el("a", { href: `#${prefix}${r.id}` }, isolated(r.text)), who: isolated(r.who),
      where: isolated(r.where), when: isolated(r.when), source: isolated(r.source), modality: words[r.modality],
      article: el("a", { href: `#${prefix}article` }, isolated(articles[r.index].title)),
    };
    const made = el("tr", null, ...COLUMNS.map((key) => cell(key, label(key), content[key])));
    if (r.published) made.lastChild.append(el("time", { datetime: r.published }, ltr(r.published)));
    return made;
  }));
  for (const button of document.querySelectorAll("#claims th button")) {
    const on = button.dataset.sort === state.sort;
    button.parentElement.setAttribute("aria-sort", on ? (state.down ? "descending" : "ascending") : "none");
  }
  $("#claims .none").hidden = shown.rows.length > 0;
  $("#claims .csv").disabled = shown.rows.length === 0;
  $("#claims .count").textContent = `(${number(shown.rows.length)})`;
  form.querySelector("output").replaceChildren(el("b", null, number(shown.rows.length)), ` / ${number(rows.length)} ${words["report.shown"]}`);
  pages($("#claims .pages"), shown.rows.length, state.page, (to) => { state.page = to; draw(); $("#claims").scrollIntoView(); });
};

const details = (index) => {
  if (opened.has(index)) return opened.get(index);
  const article = articles[index];
  const day = article.published && el("time", { datetime: article.published }, ltr(article.published.replace("T", " ")));
  const made = el("details", { class: "arnews", id: `a${index + 1}-article`, dir: document.documentElement.dir },
    el("summary", null, isolated(article.title), day ? " " : "", day));
  made.addEventListener("toggle", () => (made.open ? fill(index, made) : empty(index, made)));
  return made;
};
const fill = (index, made) => {
  if (opened.has(index)) return;
  opened.set(index, made);
  made.append(...bodyOf(articles[index], `a${index + 1}-`, words, KINDS));
};
const empty = (index, made) => {
  opened.delete(index);
  made.replaceChildren(made.firstChild);
};

const drawArticles = () => {
  const list = shown.articles;
  $("#articles .count").textContent = `(${number(list.length)})`;
  $("#articles .list").replaceChildren(...list.slice(state.articles * PAGE, (state.articles + 1) * PAGE).map(details));
  pages($("#articles .pages"), list.length, state.articles, (to) => { state.articles = to; draw(); $("#articles").scrollIntoView(); });
};

const drawTime = () => timeline($(".timeline"), shown.all, shown.f, words, (from, to) => {
  form.elements.from.value = from;
  form.elements.to.value = to;
  update();
  for (const bar of document.querySelectorAll(".timeline button")) if (bar.getAttribute("aria-pressed") === "true") bar.focus();
});

// The address holds what was asked for and where the reader is, so that it can be kept and sent.
const address = () => {
  const said_ = new URLSearchParams();
  for (const name of FIELDS) if (form.elements[name].value) said_.set(name, form.elements[name].value);
  if (state.sort) said_.set("sort", (state.down ? "-" : "") + state.sort);
  if (state.page) said_.set("page", state.page + 1);
  if (state.articles) said_.set("articles", state.articles + 1);
  if (state.at) said_.set("at", state.at);
  return `#${said_}`;
};
const keep = (how) => { if (location.hash !== address() && (location.hash || address() !== "#")) history[how](null, "", address()); };

const draw = () => { drawRows(); drawArticles(); keep("replaceState"); };
const update = () => {
  Object.assign(state, { page: 0, articles: 0, at: "" });
  filter();
  drawTime();
  draw();
};

const reveal = () => {
  const [, nth] = /^a(\d+)-/.exec(state.at) || [];
  const index = Number(nth) - 1;
  if (articles[index]) {
    // What the reader was sent to is shown also where the filters leave it out.
    if (!shown.articles.includes(index)) shown.articles = [...shown.articles, index].sort((a, b) => a - b);
    state.articles = Math.floor(shown.articles.indexOf(index) / PAGE);
    drawArticles();
    const made = document.getElementById(`a${index + 1}-article`);
    made.open = true;
    fill(index, made);
  }
  const target = document.getElementById(state.at);
  if (!target) return;
  for (const mark of document.querySelectorAll("mark.here")) mark.classList.remove("here");
  const whole = target.matches("details");
  if (target.matches("mark")) target.classList.add("here");
  target.scrollIntoView({ block: whole || target.matches("section") ? "start" : "center" });
  (whole ? target.querySelector("summary") : target).focus({ preventScroll: true });
};

const plainly = (text) => { try { return decodeURIComponent(text); } catch { return ""; } };
const read = () => {
  const hash = location.hash.slice(1);
  const said_ = new URLSearchParams(hash.includes("=") ? hash : "");
  for (const name of FIELDS) {
    const [field, value] = [form.elements[name], said_.get(name) || ""];
    if (field.tagName === "SELECT" && value && ![...field.options].some((o) => o.value === value)) field.append(el("option", { value }, value));
    field.value = value;
  }
  const by = said_.get("sort") || "";
  Object.assign(state, {
    sort: COLUMNS.includes(by.replace("-", "")) ? by.replace("-", "") : "", down: by.startsWith("-"), at: said_.get("at") || (hash.includes("=") ? "" : plainly(hash)),
  });
  filter();
  const within = (name, length) => Math.min(Math.max(Number(said_.get(name) || 1) - 1 || 0, 0), Math.max(Math.ceil(length / PAGE) - 1, 0));
  state.page = within("page", shown.rows.length);
  state.articles = within("articles", shown.articles.length);
  drawTime();
  drawRows();
  drawArticles();
  if (state.at) reveal();
};

const options = (name, values, text) => {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) || 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || order.compare(a[0], b[0]));
  const rest = ranked.length - OPTIONS;
  form.elements[name].append(
    ...ranked.slice(0, OPTIONS).map(([value, n]) => el("option", { value }, `${text(value)} (${n})`)),
    ...(rest > 0 ? [el("option", { disabled: true }, `${number(rest)} ${words["report.rarer"]}`)] : []));
};
options("kind", rows.map((r) => r.kind), (kind) => words[kind]);
options("place", rows.map((r) => r.place), (place) => place);
options("source", rows.map((r) => r.speaker), (source) => source);

let waiting = 0;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (event.target.name === "q") waiting = setTimeout(update, WAIT); else update();
});
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); update(); });
form.addEventListener("reset", () => setTimeout(update));
$("#claims thead").addEventListener("click", (event) => {
  const by = event.target.closest("button")?.dataset.sort;
  if (!by) return;
  // Up, down, and as the articles have it.
  if (state.sort !== by) Object.assign(state, { sort: by, down: false });
  else if (!state.down) state.down = true;
  else Object.assign(state, { sort: "", down: false });
  state.page = 0;
  filter();
  draw();
});
$("#claims .csv").addEventListener("click", () => {
  const names = ["article", "title", "published", "claim", "text", "kind", "unit", "figure", "low", "best", "high", "modality", "who", "where", "when", "earliest", "latest", "source", "sentence"];
  download("claims.csv", csv([names, ...shown.rows.map((r) => {
    const a = articles[r.index];
    return [a.name, a.title, a.published, r.id, r.text, r.kind, r.unit, r.figure, r.low, r.best, r.high, r.modality, r.who, r.where, r.when, r.first, r.last, r.source, r.sentence];
  })]));
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  state.at = plainly(link.hash.slice(1));
  reveal();
  keep("pushState");
});
addEventListener("popstate", read);

read();
if (articles.length === 1 && !state.at) { const only = details(0); $("#articles .list").replaceChildren(only); only.open = true; }
foldAll(0);
