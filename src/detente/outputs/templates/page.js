"use strict";
const tip = document.getElementById("tip");
const pieces = [...document.querySelectorAll("mark")];
const off = new Set();
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const idsOf = piece => piece.dataset.ids.split(" ");
const byId = new Map();
for (const piece of pieces) for (const id of idsOf(piece)) byId.set(id, [...(byId.get(id) || []), piece]);
let active = null;

/* on a phone only what happened is unfolded at first */
if (matchMedia("(max-width: 60rem)").matches)
  for (const list of document.querySelectorAll("aside details")) list.open = list.dataset.kind === "engagement";

/* the kinds: a button each, on or off */
for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => {
  const kind = button.dataset.kind;
  off.has(kind) ? off.delete(kind) : off.add(kind);
  button.setAttribute("aria-pressed", String(!off.has(kind)));
  for (const piece of pieces) piece.className = piece.dataset.kinds.split(" ").filter(k => !off.has(k)).join(" ");
  for (const list of document.querySelectorAll("aside details")) if (list.dataset.kind === kind) list.hidden = off.has(kind);
  choose(null);
});

/* the tooltip: what covers a piece of text */
function fill(piece) {
  tip.replaceChildren();
  for (const id of idsOf(piece)) {
    const item = document.getElementById(id);
    if (!item || off.has(item.dataset.kind)) continue;
    const section = document.createElement("section");
    section.className = "k-" + item.dataset.kind;
    const name = document.createElement("b");
    name.textContent = item.querySelector("button").textContent;
    section.append(name);
    const facts = item.querySelector("dl");
    if (facts) { const copy = facts.cloneNode(true); copy.hidden = false; section.append(copy); }
    tip.append(section);
  }
  return tip.childElementCount > 0;
}
function show(piece, x, y) {
  if (!fill(piece)) { hide(); return; }
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(x + 14, innerWidth - box.width - 10)) + "px";
  tip.style.top = (y + 20 + box.height > innerHeight ? Math.max(8, y - box.height - 14) : y + 20) + "px";
}
function hide() { tip.hidden = true; }

/* an item: its facts unfold, its places light up */
function choose(item, from) {
  if (active) {
    active.querySelector("button").setAttribute("aria-expanded", "false");
    const facts = active.querySelector("dl");
    if (facts) facts.hidden = true;
    for (const piece of byId.get(active.id) || []) { piece.classList.remove("hot"); piece.style.removeProperty("--hot"); }
  }
  active = item === active && from !== "text" ? null : item;
  if (!active) return;
  active.querySelector("button").setAttribute("aria-expanded", "true");
  active.closest("details").open = true;
  const facts = active.querySelector("dl");
  if (facts) facts.hidden = false;
  const places = byId.get(active.id) || [];
  for (const piece of places) { piece.classList.add("hot"); piece.style.setProperty("--hot", `var(--${active.dataset.kind})`); }
  const goal = from === "text" ? active : places[0];
  if (goal) goal.scrollIntoView({behavior: calm ? "auto" : "smooth", block: from === "text" ? "nearest" : "center"});
}
for (const button of document.querySelectorAll("aside li button")) button.addEventListener("click", () => choose(button.parentElement));
function open(piece) {
  const items = idsOf(piece).map(id => document.getElementById(id)).filter(i => i && !off.has(i.dataset.kind));
  if (items.length && matchMedia("(min-width: 60rem)").matches) choose(items[0], "text");
}
for (const piece of pieces) {
  piece.addEventListener("mousemove", event => show(piece, event.clientX, event.clientY));
  piece.addEventListener("mouseleave", hide);
  piece.addEventListener("focus", () => { const box = piece.getBoundingClientRect(); show(piece, box.left, box.bottom - 14); });
  piece.addEventListener("blur", hide);
  piece.addEventListener("click", event => { open(piece); show(piece, event.clientX, event.clientY); });
  piece.addEventListener("keydown", event => { if (event.key === "Enter") open(piece); });
}
addEventListener("keydown", event => { if (event.key === "Escape") { hide(); choose(null); } });
addEventListener("scroll", hide, {passive: true});
addEventListener("beforeprint", () => { for (const list of document.querySelectorAll("aside details")) list.open = true; });
