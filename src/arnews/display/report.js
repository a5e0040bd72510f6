"use strict";
(() => {
  document.documentElement.classList.add("js");
  const form = document.querySelector(".filters");
  const rows = [...document.querySelectorAll("#claims tbody tr")];
  const articles = [...document.querySelectorAll("#articles details")];
  const bars = [...document.querySelectorAll(".timeline button")];
  const shown = form.querySelector("output b");
  const none = document.querySelector("#claims .none");

  // One spelling for what a reader types and what is printed: no vowel marks or tatweel, one alef, ya and ta.
  const fold = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[\p{Mn}\u0640\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\u0671]/g, "\u0627").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647")
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/\s+/g, " ");
  const texts = new Map();
  const textOf = (element, extra) => {
    if (!texts.has(element)) texts.set(element, fold(element.textContent + " " + (extra || "")));
    return texts.get(element);
  };

  const passes = (data, f) =>
    (!f.kind || data.kind === f.kind) && (!f.place || data.place === f.place) && (!f.source || data.source === f.source)
    && (!(f.from || f.to) || ((data.from || data.to) && (!f.from || (data.to || "9999") >= f.from) && (!f.to || (data.from || "0000") <= f.to)));

  const update = () => {
    const f = Object.fromEntries(new FormData(form));
    const words = fold(f.q).trim().split(" ").filter(Boolean);
    const found = (text) => words.every((word) => text.includes(word));
    const narrowed = f.kind || f.place || f.source || f.from || f.to;
    const holding = new Set();
    let count = 0;
    for (const row of rows) {
      const fits = passes(row.dataset, f);
      if (fits) holding.add(row.dataset.article);
      row.hidden = !(fits && found(textOf(row, row.dataset.more)));
      if (!row.hidden) count += 1;
    }
    for (const article of articles) {
      article.hidden = (narrowed && !holding.has(article.id)) || (words.length > 0 && !found(textOf(article)));
    }
    for (const bar of bars) bar.setAttribute("aria-pressed", String(bar.dataset.from === f.from && bar.dataset.to === f.to));
    shown.textContent = String(count);
    none.hidden = count > 0;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const article = target.closest("details");
    if (article) { article.hidden = false; article.open = true; }
    target.scrollIntoView({ block: target === article ? "start" : "center" });
    (target === article ? article.querySelector("summary") : target).focus({ preventScroll: true });
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  for (const bar of bars) {
    bar.addEventListener("click", () => {
      const on = bar.getAttribute("aria-pressed") === "true";
      form.elements.from.value = on ? "" : bar.dataset.from;
      form.elements.to.value = on ? "" : bar.dataset.to;
      update();
    });
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  update();
  reveal();
})();
