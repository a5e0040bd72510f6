// One article with its marks and tables, made when it is opened.

const said = (argument) => (argument ? argument[0] : "");
const withCountry = (argument) => (argument ? argument[0] + (argument[1] ? ` (${argument[1]})` : "") : "");
const tip = (facts) => facts.filter(([, value]) => value)
  .map(([label, value]) => `${label}: ${STRONG.test(value) && rightToLeft(value) ? `\u2068${value}\u2069` : value}`).join("\n");

// Everything to mark, in order of opening: by start, the longer first, claims around dates around names.
const marksOf = (article, prefix, words) => {
  const found = [];
  for (const c of article.claims) {
    const [id, start, end, , kind, unit, figure, , , , modality, who, where, when, source] = c;
    found.push({ start, end, rank: 0, kind: "claim", anchor: prefix + id, tip: tip([
      [words[kind], figure], [words["col.unit"], unit], [words["col.modality"], words[modality]], [words["col.who"], withCountry(who)],
      [words["col.where"], withCountry(where)], [words["col.when"], withCountry(when)], [words["col.source"], withCountry(source)], ["id", id],
    ]) });
  }
  const cues = new Set(); // a word of saying that two quotations share is marked once
  for (const [id, start, end, , words_, speaker, manner] of article.quotes) {
    if (cues.has(start)) continue;
    cues.add(start);
    found.push({ start, end, rank: 3, kind: "cue", anchor: prefix + id, tip: tip([
      [words["col.speaker"], withCountry(speaker)], [words[manner], words_], ["id", id],
    ]) });
  }
  for (const [id, start, end, , type, value, days, mod, relation] of article.dates) {
    found.push({ start, end, rank: 1, kind: "date", anchor: prefix + id, tip: tip([
      [words[type], value], [words["col.days"], days], [words["col.mod"], mod], [words["col.relation"], words[relation]], ["id", id],
    ]) });
  }
  for (const [id, type, name, latin, country, roles, mentions] of article.entities) {
    const facts = tip([[words[type], name], [words["col.latin"], latin], [words["col.country"], country], [words["col.roles"], roles], ["id", id]]);
    mentions.forEach(([start, end], i) => found.push({ start, end, rank: 2, kind: type, anchor: i ? "" : prefix + id, tip: facts }));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
};

// The words of one paragraph with their marks; marks that cross are cut into pieces, so that elements always nest.
const highlight = (into, text, start, marks) => {
  const letters = Array.from(text); // offsets count code points, which are not what a string of the browser counts
  const end = start + letters.length;
  const near = marks.filter((m) => m.start < end && m.end > start);
  const cuts = [...new Set([start, end, ...near.flatMap((m) => [m.start, m.end]).filter((p) => p > start && p < end)])].sort((a, b) => a - b);
  let open = [];
  let waiting = near;
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [a, b] = [cuts[i], cuts[i + 1]];
    const first = open.findIndex((o) => o.mark.end <= a);
    const again = first < 0 ? [] : open.slice(first).map((o) => o.mark).filter((m) => m.end > a);
    if (first >= 0) open = open.slice(0, first);
    const fresh = waiting.filter((m) => m.start <= a);
    waiting = waiting.filter((m) => m.start > a);
    for (const mark of [...again, ...fresh]) {
      if (mark.end <= a) continue;
      const seen = mark.opened;
      mark.opened = true;
      const made = el("mark", { class: mark.kind, id: !seen && mark.anchor ? mark.anchor : false, tabindex: seen ? false : "0", "data-tip": mark.tip });
      (open.length ? open[open.length - 1].made : into).append(made);
      open.push({ mark, made });
    }
    (open.length ? open[open.length - 1].made : into).append(letters.slice(a - start, b - start).join(""));
  }
};

const bodyOf = (article, prefix, words, kinds) => {
  const marks = marksOf(article, prefix, words);
  const text = el("div", { class: "text", dir: "rtl", lang: "ar" });
  for (const [part, start, line] of article.blocks) {
    const block = el({ title: "h2", subtitle: "h3" }[part] || "p", { class: part });
    highlight(block, line, start, marks);
    text.append(block);
  }
  const columns = (...names) => names.map((name) => [name, words[`col.${name}`]]);
  const link = (id, label) => el("a", { href: `#${prefix}${id}` }, isolated(label));
  return [
    el("ul", { class: "legend", "aria-label": words.legend }, ...kinds.map((kind) => el("li", null, el("mark", { class: kind }, words[kind])))),
    text,
    el("div", { class: "tables" },
      table("claims", words.claims, columns("figure", "kind", "text", "who", "where", "when", "source", "modality"), article.claims.map(
        ([id, , , words_, kind, , figure, , , , modality, who, where, when, source]) => [
          el("b", null, ltr(figure)), words[kind], link(id, words_), isolated(said(who)), isolated(said(where)), isolated(said(when)),
          isolated(said(source)), words[modality],
        ])),
      table("quotes", words.quotes, columns("quote", "speaker", "cue", "manner"), article.quotes.map(
        ([id, , , cue, words_, speaker, manner]) => [isolated(words_), isolated(said(speaker)), link(id, cue), words[manner]])),
      table("dates", words.dates, columns("text", "type", "value", "days", "mod"), article.dates.map(
        ([id, , , words_, type, value, days, mod]) => [link(id, words_), words[type], ltr(value), ltr(days), mod])),
      table("entities", words.entities, columns("name", "type", "latin", "country", "roles", "mentions"), article.entities.map(
        ([id, type, name, latin, country, roles, mentions]) => [
          link(id, name), words[type], isolated(latin), country, isolated(roles), String(mentions.length),
        ])),
      table("warnings", words.warnings, columns("code", "message"), article.warnings.map(([code, message]) => [code, isolated(message)]))),
  ];
};
