// The timeline: how many claims fall in each day, month, year or decade, as bars that are buttons.

const MOST_BARS = 31;
const DAY = 86400000;
const stamp = (iso) => { const [y, m, d] = iso.split("-").map(Number); const t = new Date(0); t.setUTCFullYear(y, m - 1, d); return t.getTime(); };
const iso = (time) => { const t = new Date(time); return [String(t.getUTCFullYear()).padStart(4, "0"), t.getUTCMonth() + 1, t.getUTCDate()].map((n) => String(n).padStart(2, "0")).join("-"); };
const daysIn = (y, m) => { const t = new Date(0); t.setUTCFullYear(y, m, 0); return t.getUTCDate(); };
const two = (n) => String(n).padStart(2, "0");
const four = (n) => String(n).padStart(4, "0");

// Consecutive periods from the first day to the last, of the finest grain that needs no more bars than fit a phone.
const periods = (first, last) => {
  const days = Math.round((stamp(last) - stamp(first)) / DAY);
  if (days < MOST_BARS) return Array.from({ length: days + 1 }, (_, n) => { const day = iso(stamp(first) + n * DAY); return [day, day]; });
  const [y0, m0] = first.split("-").map(Number);
  const [y1, m1] = last.split("-").map(Number);
  const months = (y1 - y0) * 12 + m1 - m0;
  if (months < MOST_BARS) {
    return Array.from({ length: months + 1 }, (_, n) => {
      const [y, m] = [y0 + Math.floor((m0 - 1 + n) / 12), ((m0 - 1 + n) % 12) + 1];
      return [`${four(y)}-${two(m)}-01`, `${four(y)}-${two(m)}-${two(daysIn(y, m))}`];
    });
  }
  let years = 1;
  while (Math.floor((y1 - y0) / years) >= MOST_BARS) years *= 10;
  const found = [];
  for (let y = y0 - (y0 % years); y <= y1; y += years) found.push([`${four(Math.max(y, 1))}-01-01`, `${four(Math.min(y + years - 1, 9999))}-12-31`]);
  return found;
};
const label = (first, last) => {
  if (first === last) return first;
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${first.slice(0, 4)}–${last.slice(0, 4)}`;
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4);
};

// A few claims about another century must not make one bar of all the others: what lies far out gets a bar at each end.
const spread = (days) => {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const whole = periods(first, last);
  if (sorted.length < 40) return whole;
  const out = Math.floor(sorted.length * 0.03);
  const [low, high] = [sorted[out], sorted[sorted.length - 1 - out]];
  const inner = periods(low, high);
  if (inner[0][1].slice(0, 4) === whole[0][1].slice(0, 4) && inner.length === whole.length) return whole;
  if (stamp(inner[0][1]) - stamp(inner[0][0]) >= stamp(whole[0][1]) - stamp(whole[0][0])) return whole;
  const ends = [inner[0][0], inner[inner.length - 1][1]];
  return [
    ...(first < ends[0] ? [[first, iso(stamp(ends[0]) - DAY), `< ${ends[0].slice(0, 4) === first.slice(0, 4) ? ends[0] : ends[0].slice(0, 7)}`]] : []),
    ...inner,
    ...(last > ends[1] ? [[iso(stamp(ends[1]) + DAY), last, `> ${ends[1].slice(0, 7)}`]] : []),
  ];
};

// ``rows`` have a day, if any, and say whether it is that of the publication. Draws nothing where no row has one.
const timeline = (section, rows, chosen, words, choose) => {
  const dated = rows.filter((r) => r.day);
  section.hidden = dated.length === 0;
  if (section.hidden) { section.replaceChildren(); return; }
  const bars = spread(dated.map((r) => r.day)).map(([from, to, name]) => ({ from, to, name: name || label(from, to), said: 0, printed: 0 }));
  for (const r of dated) {
    let [low, high] = [0, bars.length - 1];
    while (low < high) { const mid = (low + high) >> 1; if (bars[mid].to < r.day) low = mid + 1; else high = mid; }
    bars[low][r.own ? "said" : "printed"] += 1;
  }
  const top = Math.max(...bars.map((b) => b.said + b.printed));
  const list = el("ol", { dir: "ltr" }, ...bars.map((bar) => {
    if (!(bar.said + bar.printed)) return el("li");
    const text = `${bar.name}: ${bar.said}` + (bar.printed ? ` + ${bar.printed} ${words["report.by-publication"]}` : "");
    const on = bar.from === chosen.from && bar.to === chosen.to;
    const out = (chosen.from && bar.to < chosen.from) || (chosen.to && bar.from > chosen.to);
    const button = el("button", { type: "button", "data-from": bar.from, "data-to": bar.to, title: text, "aria-label": text, "aria-pressed": String(on), class: out && "out" });
    for (const [name, n] of [["printed", bar.printed], ["said", bar.said]]) {
      if (!n) continue;
      const part = el("span", { class: name });
      part.style.height = `max(${(100 * n / top).toFixed(1)}%, 3px)`;
      button.append(part);
    }
    button.addEventListener("click", () => choose(on ? "" : bar.from, on ? "" : bar.to));
    return el("li", null, button);
  }));
  const ends = el("div", { class: "ends", dir: "ltr" }, el("span", null, bars[0].name), bars.length > 1 ? el("span", null, bars[bars.length - 1].name) : "");
  const undated = rows.length - dated.length;
  const key = dated.some((r) => !r.own) ? [el("i", { class: "said" }), words["report.by-words"], " ", el("i", { class: "printed" }), words["report.by-publication"]] : [];
  const held = el("div", null, list, ends);
  held.style.setProperty("--n", bars.length);
  section.replaceChildren(
    el("h2", null, words["report.timeline"], el("small", null, ...key, undated ? ` · ${undated} ${words["report.undated"]}` : "")), held);
};
