// The reading view: what is gone to is marked on both sides, and the way back is kept. Links do the rest.

const texts = document.getElementById("texts");
const outline = document.getElementById("outline");
const told = document.getElementById("told");
const back = document.getElementById("back");
const links = [...document.links];
const refs = [...texts.querySelectorAll("a.ref")];
let now = [];
let step = history.state?.step ?? 0;

/** The elements of a passage: its marks, its link to the statement, and the citation in the outline. */
function partsOf(id) {
  const number = id.slice(1);
  return [
    ...texts.querySelectorAll(`mark[data-p~="${number}"]`),
    document.getElementById(id),
    outline.querySelector(`a.passage[href="#${id}"]`),
  ].filter(Boolean);
}

/** Mark what the address names, on both sides, and say what it is. */
function show() {
  for (const element of now) element.classList.remove("now");
  const id = location.hash.slice(1);
  now = [];
  if (/^p\d+$/.test(id)) {
    const parts = partsOf(id);
    const statement = document.getElementById(document.getElementById(id)?.hash.slice(1));
    now = statement ? [...parts, statement] : parts;
    reveal(statement);
    told.textContent = parts[0]?.matches("mark") ? textOf(parts.filter((part) => part.matches("mark"))) : "";
    parts[0]?.scrollIntoView({ block: "center" });
  } else if (/^s\d+$/.test(id)) {
    const cited = refs.filter((ref) => ref.hash === `#${id}`);
    now = cited.flatMap((ref) => partsOf(ref.id));
    reveal(cited.some(isSeen) ? null : cited[0]);
    told.textContent = `Statement ${id.slice(1)}: ${cited.length === 1 ? "1 passage" : `${cited.length} passages`}`;
  }
  for (const element of now) element.classList.add("now");
}

function textOf(marks) {
  return `“${marks.map((mark) => mark.textContent.replace(/\s+/g, " ")).join(" … ")}”`;
}

/** Bring something into sight without moving the keyboard; on a narrow window both sides would move, so it stays. */
function reveal(element) {
  if (element && getComputedStyle(texts).overflowY === "auto" && !isSeen(element)) {
    element.scrollIntoView({ block: "center" });
  }
}

function isSeen(element) {
  const outer = element.closest("#texts, #outline").getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  return inner.top >= outer.top && inner.bottom <= Math.min(outer.bottom, innerHeight);
}

/** Remember what was used to leave a place, so that the way back ends there. */
function leave(from) {
  history.replaceState({ step, from: links.indexOf(from) }, "");
}

/** Come to a place: a new one, or one on the way back. */
function arrive() {
  const before = step;
  step = history.state?.step ?? before + 1;
  const from = history.state?.from;
  history.replaceState({ step, from }, "");
  back.disabled = step === 0;
  show();
  if (step < before) links[from]?.focus();
}

function go(id, from) {
  leave(from);
  location.hash = id;
}

/** The passage after that which is shown, or before it; the first one, or the last, when none is. */
function turn(by) {
  const at = refs.findIndex((ref) => ref.classList.contains("now"));
  const next = at < 0 ? (by > 0 ? 0 : refs.length - 1) : (at + by + refs.length) % refs.length;
  if (refs.length) go(refs[next].id, refs[Math.max(0, at)]);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) return leave(link);
  const mark = event.target.closest("#texts mark");
  if (!mark || !getSelection().isCollapsed) return;
  // Where several statements cite the same words, one click after the other leads through them.
  const cites = mark.dataset.p.split(" ").map((number) => document.getElementById(`p${number}`));
  const at = cites.findIndex((ref) => ref.hash === location.hash);
  const ref = cites[(at + 1) % cites.length];
  go(ref.hash.slice(1), ref);
});

addEventListener("hashchange", arrive);
back.addEventListener("click", () => history.back());
document.getElementById("next").addEventListener("click", () => turn(1));
document.getElementById("previous").addEventListener("click", () => turn(-1));

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const does = {
    n: () => turn(1),
    p: () => turn(-1),
    b: () => back.disabled || history.back(),
    t: () => texts.focus(),
    o: () => outline.focus(),
  }[event.key.toLowerCase()];
  if (!does) return;
  event.preventDefault();
  does();
});

for (const element of document.querySelectorAll("header [hidden]")) element.hidden = false;
back.disabled = step === 0;
show();
